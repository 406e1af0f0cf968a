//! The views that look at all claims: filters, order, columns, moments, and what is handed out.

use crate::app::comparison::MOST_ZOOM;
use crate::app::effect::Effect;
use crate::app::export::{Form, changes_text};
use crate::app::msg::{Msg, TableUse};
use crate::app::screen::{shown_years, whole_changes, whole_timeline};
use crate::app::state::State;
use crate::app::timeline_svg::timeline_svg;
use crate::app::view::View;
use crate::judge::matrix::Sort;
use crate::judge::search::{Part, SearchIndex};
use crate::model::claim::SideIndex;
use crate::words::fill;
use std::rc::Rc;

impl State {
    /// What has to do with the comparing views; nothing if the message has not.
    pub(super) fn take_comparison(&mut self, msg: &Msg) -> Option<Vec<Effect>> {
        let view = &mut self.comparison;
        match msg {
            Msg::FilterWritten(text) => self.filter(text),
            Msg::DifferingToggled => view.only_differing = !view.only_differing,
            Msg::ChangedToggled => view.only_changed = !view.only_changed,
            Msg::SortChosen(name) => view.sort = Sort::of_name(name),
            Msg::ColumnMoved { side, further } => self.move_column(*side, *further),
            Msg::FromChosen(place) => self.compare_between(place.parse().ok(), None),
            Msg::ToChosen(place) => self.compare_between(None, place.parse().ok()),
            Msg::RowSeen(row) => {
                view.see_row(*row);
                return Some(Vec::new());
            }
            Msg::RowFocused(row) => {
                view.focused_row = Some(*row);
                return Some(Vec::new());
            }
            Msg::BarChosen(slide, item) => {
                view.chosen = Some((*slide, *item)).filter(|one| view.chosen != Some(*one));
                return Some(Vec::new());
            }
            Msg::Zoomed { closer } => {
                let zoom = if *closer { view.zoom + 1 } else { view.zoom.saturating_sub(1) };
                view.zoom = zoom.min(MOST_ZOOM);
                if let Some([first, last]) = shown_years(self) {
                    self.announcement = fill(self.language.comparing().announce_years, &[&first, &last]);
                }
                return Some(Vec::new());
            }
            Msg::TablePressed(what) => return Some(self.hand_out(*what)),
            _ => return None,
        }
        (self.comparison.first_row, self.comparison.focused_row) = (Some(0), None);
        Some(Vec::new())
    }

    /// The column of a side goes a place further, or back.
    fn move_column(&mut self, side: SideIndex, further: bool) {
        let shown = self.columns();
        let Some(at) = shown.iter().position(|one| *one == side) else { return };
        let to = if further { at + 1 } else { at.wrapping_sub(1) };
        let Some(beside) = shown.get(to) else { return };
        for one in &mut self.comparison.order {
            if *one == side {
                *one = *beside;
            } else if one == beside {
                *one = side;
            }
        }
        let about = self.deck.as_ref().and_then(|deck| deck.about.sides.get(side.index()));
        if let Some(about) = about {
            let says = self.language.comparing().announce_column;
            self.announcement = fill(says, &[&about.name, &(to + 1), &shown.len()]);
        }
    }

    fn compare_between(&mut self, from: Option<usize>, to: Option<usize>) {
        if let Some(present) = self.compared() {
            self.comparison.between = Some((from.unwrap_or(present.0), to.unwrap_or(present.1)));
        }
    }

    /// Downloads or copies what is shown.
    fn hand_out(&mut self, what: TableUse) -> Vec<Effect> {
        let Some((text, ending, media_type)) = self.handed_out(what) else { return Vec::new() };
        let is_copy = matches!(what, TableUse::CopyCsv | TableUse::CopyMarkdown | TableUse::CopyJson);
        if is_copy {
            return vec![Effect::Copy(text)];
        }
        let name = format!("{}-{}.{ending}", self.view.name(), self.day());
        vec![Effect::Download { name, media_type, text }]
    }

    /// The text, the ending of its file's name, and its media type.
    fn handed_out(&self, what: TableUse) -> Option<(String, &'static str, &'static str)> {
        let deck = self.deck.as_ref()?;
        let markdown = |text| Some((text, "md", "text/markdown"));
        match what {
            TableUse::DownloadMarkdown | TableUse::CopyMarkdown if self.view == View::Changes => {
                markdown(changes_text(&whole_changes(self, deck)?))
            }
            TableUse::DownloadMarkdown | TableUse::CopyMarkdown => {
                markdown(self.matrix_text(Form::Markdown)?)
            }
            TableUse::DownloadSvg => {
                Some((timeline_svg(&whole_timeline(self, deck)?), "svg", "image/svg+xml"))
            }
            TableUse::DownloadCsv | TableUse::CopyCsv => {
                Some((self.matrix_text(Form::Csv)?, "csv", "text/csv"))
            }
            TableUse::DownloadJson | TableUse::CopyJson => {
                Some((self.matrix_text(Form::Json)?, "json", "application/json"))
            }
        }
    }

    /// Looks for the topics and claims that have a text.
    fn filter(&mut self, text: &str) {
        let Some(deck) = &self.deck else { return };
        let index = self.search.index.get_or_insert_with(|| Rc::new(SearchIndex::new(deck))).clone();
        let before = std::mem::take(&mut self.comparison.found);
        self.comparison.found = index.find(text, before, |entry| entry.part != Part::Note);
        text.clone_into(&mut self.comparison.text);
    }
}
