//! The whole element: stage, toolbar, panels, live region.

use super::notice::{black, failed, loading, notices};
use super::panel::panel;
use super::slide::slide;
use super::toolbar::{progress, toolbar};
use crate::app::msg::Msg;
use crate::app::screen::{Screen, Shared, Stage};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct DeckViewProps {
    pub screen: Shared<Screen>,
    pub send: Callback<Msg>,
}

/// Draws a screen. Every part that may be absent has an element of its own around it.
#[component]
pub fn DeckView(DeckViewProps { screen, send }: &DeckViewProps) -> Html {
    let screen = &*screen.0;
    html! {
        <div
            class={classes!("deck", screen.fullscreen.then_some("is-fullscreen"))}
            data-theme={screen.theme.name()}
            lang={screen.language.tag()}
        >
            <main class="stage-box" inert={screen.black}>
                <div class="stage" lang={screen.lang.clone()}>{ stage(&screen.stage, send) }</div>
            </main>
            <div class="progress-box">{ screen.toolbar.as_ref().map(progress) }</div>
            <div class="toolbar-box" inert={screen.black}>{ screen.toolbar.as_ref().map(|bar| toolbar(bar, send)) }</div>
            <div class="notice-box">{ notices(&screen.notices, screen.language, send) }</div>
            <div class="visually-hidden" role="status" aria-live="polite">{ &screen.live }</div>
            { panel(screen.panel.as_ref(), send) }
            <div class="black-box">{ screen.black.then(|| black(screen.language, send)) }</div>
        </div>
    }
}

fn stage(stage: &Stage, send: &Callback<Msg>) -> Html {
    match stage {
        Stage::Loading { text } => loading(text),
        Stage::Failed { heading, sentence, reload, diagnostics } => {
            failed(heading, sentence, reload, diagnostics, send)
        }
        Stage::Slide(screen) => slide(screen, send),
    }
}
