//! What there was time to render, and what was measured.

use crate::app::effect::Effect;
use crate::app::msg::RenderMsg;
use crate::app::state::State;

impl State {
    pub(super) fn handle_render(&mut self, msg: RenderMsg) -> Vec<Effect> {
        match msg {
            RenderMsg::Article { all } => self.unroll(all),
            RenderMsg::NextSlide => self.prepare(),
            RenderMsg::Measured(scroll) => return self.take_measured(scroll),
        }
        Vec::new()
    }
}
