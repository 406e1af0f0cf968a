//! The views that look at all claims: filters, order, columns, moments, and what is handed out.

use crate::analysis::matrix::Sort;
use crate::analysis::search::{Part, SearchIndex};
use crate::app::comparison::MOST_ZOOM;
use crate::app::effect::Effect;
use crate::app::export::{Form, changes_text};
use crate::app::msg::{CompareMsg, TableUse};
use crate::app::screen::{shown_years, whole_changes, whole_timeline};
use crate::app::state::State;
use crate::app::timeline_svg::timeline_svg;
use crate::app::view::View;
use crate::model::claim::SideIndex;
use crate::words::fill;
use std::rc::Rc;

impl State {
    pub(super) fn handle_compare(&mut self, msg: CompareMsg) -> Vec<Effect> {
        match msg {
            CompareMsg::Filter(text) => {
                self.filter(&text);
                self.show_first_rows();
            }
            CompareMsg::ToggleDiffering => {
                self.comparison.only_differing = !self.comparison.only_differing;
                self.show_first_rows();
            }
            CompareMsg::ToggleChanged => {
                self.comparison.only_changed = !self.comparison.only_changed;
                self.show_first_rows();
            }
            CompareMsg::Sort(name) => {
                self.comparison.sort = Sort::of_name(&name);
                self.show_first_rows();
            }
            CompareMsg::MoveColumn { side, further } => {
                self.move_column(side, further);
                self.show_first_rows();
            }
            CompareMsg::From(place) => self.compare_between(place.parse().ok(), None),
            CompareMsg::To(place) => self.compare_between(None, place.parse().ok()),
            CompareMsg::RowSeen(row) => self.comparison.see_row(row),
            CompareMsg::RowFocused(row) => self.comparison.focused_row = Some(row),
            CompareMsg::Bar(slide, item) => {
                let chosen = &mut self.comparison.chosen;
                *chosen = Some((slide, item)).filter(|one| *chosen != Some(*one));
            }
            CompareMsg::Zoom { closer } => self.zoom(closer),
            CompareMsg::Table(what) => return self.hand_out(what),
        }
        Vec::new()
    }

    /// The rows are others now: the table begins anew.
    fn show_first_rows(&mut self) {
        (self.comparison.first_row, self.comparison.focused_row) = (Some(0), None);
    }

    fn zoom(&mut self, closer: bool) {
        let zoom = &mut self.comparison.zoom;
        *zoom = if closer { *zoom + 1 } else { zoom.saturating_sub(1) }.min(MOST_ZOOM);
        if let Some([first, last]) = shown_years(self) {
            self.display.announcement = fill(self.language.comparing().announce_years, &[&first, &last]);
        }
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
            self.display.announcement = fill(says, &[&about.name, &(to + 1), &shown.len()]);
        }
    }

    fn compare_between(&mut self, from: Option<usize>, to: Option<usize>) {
        if let Some(present) = self.compared() {
            self.comparison.between = Some((from.unwrap_or(present.0), to.unwrap_or(present.1)));
        }
        self.show_first_rows();
    }

    /// Downloads or copies what is shown.
    fn hand_out(&mut self, what: TableUse) -> Vec<Effect> {
        let Some((text, ending, media_type)) = self.handed_out(what) else { return Vec::new() };
        let is_copy = matches!(what, TableUse::CopyCsv | TableUse::CopyMarkdown | TableUse::CopyJson);
        if is_copy {
            return vec![Effect::Copy(text)];
        }
        let name = format!("{}-{}.{ending}", self.nav.view.name(), self.day());
        vec![Effect::Download { name, media_type, text }]
    }

    /// The text, the ending of its file's name, and its media type.
    fn handed_out(&self, what: TableUse) -> Option<(String, &'static str, &'static str)> {
        let deck = self.deck.as_ref()?;
        let markdown = |text| Some((text, "md", "text/markdown"));
        match what {
            TableUse::DownloadMarkdown | TableUse::CopyMarkdown if self.nav.view == View::Changes => {
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
