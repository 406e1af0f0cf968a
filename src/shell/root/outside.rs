//! What of a deck lies outside of the drawn tree: the dialog, side colours, the window's title, printed pages.

use super::{Root, Show};
use crate::app::msg::Panel;
use crate::app::printing::Paper;
use crate::shell::effects::EffectRunner;
use crate::shell::listeners::Happening;
use crate::shell::{page, panel, printing};
use yew::Callback;
use yew::html::Scope;

impl Show {
    /// Makes the pages for the printer, or takes them away. The decision record is printed as it stands, and pages
    /// that the address asks for stay. The browser's own printing prints a view that looks at all claims, and in a page
    /// of another's the deck as an article.
    pub(super) fn print_pages(&mut self, paper: Option<Paper>, by_browser: bool) {
        let Self { state, pages, runner, .. } = self;
        let EffectRunner { host, shadow, .. } = runner;
        let has_own = state.display.panel == Some(Panel::Record) || state.deck.is_none();
        if state.rendering.paper.is_some() {
            return;
        }
        match paper {
            Some(_) if host.has_attribute("data-paper") => {}
            Some(Paper::Slides) if has_own => {}
            Some(Paper::Slides)
                if by_browser && (state.nav.view.is_comparing() || state.host.embed.is_embedded) =>
            {
                pages.make(host, shadow, state, Paper::View);
            }
            Some(paper) => state.on_paper(paper, |state| pages.make(host, shadow, state, paper)),
            None => pages.clear(host, shadow),
        }
    }

    /// Something on the printed pages may have loaded.
    pub(super) fn settle_pages(&self) {
        let EffectRunner { host, shadow, .. } = &self.runner;
        if host.has_attribute("data-paper") {
            printing::settle(host, shadow);
        }
    }

    /// What is outside the drawn tree: the dialog, the side colours, the window's title.
    pub(super) fn dress(&mut self) {
        panel::show_panel(&self.runner.shadow, self.screen.panel.is_some());
        let EffectRunner { host, shadow, .. } = &self.runner;
        match self.state.rendering.paper {
            Some(paper) if self.state.deck.is_some() && !self.state.rendering.code_is_due => {
                let _ = host.set_attribute("data-shown", "");
                self.pages.make(host, shadow, &self.state, paper);
            }
            None if host.has_attribute("data-shown") => {
                let _ = host.remove_attribute("data-shown");
                self.pages.clear(host, shadow);
            }
            _ => {}
        }
        let host = &self.runner.host;
        page::dress(host, &self.screen, &mut self.dressed);
        if let Some(document) = host.owner_document().filter(|_| self.opening.is_page) {
            page::name(&document, &self.screen);
        }
    }
}

/// Answers the browser before and after it prints. The component is at work when it was that which prints; then it
/// has made the pages already.
pub(super) fn on_print(link: &Scope<Root>) -> Callback<bool> {
    let link = link.clone();
    Callback::from(move |begins: bool| {
        let paper = begins.then_some(Paper::Slides);
        let is_made = link.get_component().is_some_and(|root| root.print_pages(paper));
        if !is_made {
            link.send_message(Happening::Printing(begins));
        }
    })
}
