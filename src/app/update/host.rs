//! What the page, the element and the browser tell.

use crate::app::effect::Effect;
use crate::app::msg::HostMsg;
use crate::app::notice::Notice;
use crate::app::state::State;

impl State {
    pub(super) fn handle_host(&mut self, msg: HostMsg) -> Vec<Effect> {
        match msg {
            HostMsg::Url(address) => return self.take_address(address),
            HostMsg::Attribute(name, value) => return self.take_attribute(&name, value),
            HostMsg::Group { sides, as_of } => self.follow_group(&sides, &as_of),
            HostMsg::Setting(kept, value) => self.take_kept(kept, &value),
            HostMsg::StorageFailed => {
                self.quiz.remembers = false;
                self.display.notices = vec![Notice::StorageFailed];
            }
            HostMsg::Copied(done) => {
                let words = self.language.quiz();
                self.quiz.status = if done { words.copied } else { words.copy_failed };
            }
            HostMsg::Fullscreen(on) => self.display.fullscreen = on,
            HostMsg::NewVersion => self.display.is_outdated = true,
        }
        Vec::new()
    }
}
