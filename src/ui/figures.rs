//! Figures made from the deck.

use super::inlines::inlines;
use crate::app::screen::{AgendaEntry, AgendaPlace, SlideScreen};
use crate::model::content::Figure;
use yew::prelude::*;

pub fn figure(kind: Figure, screen: &SlideScreen) -> Html {
    let controls = screen.language.controls();
    match kind {
        Figure::Agenda => html! {
            <nav class="agenda" aria-label={controls.agenda}>
                <ol>{ for screen.agenda.iter().map(|one| entry(one, screen)) }</ol>
            </nav>
        },
        _ => html! { <p class="figure-later">{ controls.figure_later }</p> },
    }
}

fn entry(entry: &AgendaEntry, screen: &SlideScreen) -> Html {
    let is_here = entry.place == AgendaPlace::Here;
    let class = match entry.place {
        AgendaPlace::Done => "done",
        AgendaPlace::Here => "here",
        AgendaPlace::Ahead => "ahead",
    };
    let here =
        is_here.then(|| html! { <span class="chip here">{ screen.language.controls().agenda_here }</span> });
    html! {
        <li {class}>
            <a href={format!("#{}", entry.id)} aria-current={is_here.then_some("true")}>{ inlines(&entry.title, &screen.base) }</a>
            { here }
        </li>
    }
}
