//! The size of a slide: what it follows from, and the one function that finds it. Everything that shows a whole slide calls
//! it: the stage, the slide that is rendered ahead, and printed pages.

use super::focus::{find, find_all};
use crate::app::screen::SlideScreen;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};

/// Sizes are percentages of the size at which a slide is designed. `early.js` finds the same ones.
const FULL_PERCENT: u32 = 100;
/// At this size text is 2.7 % of the stage's height. Below it a slide scrolls instead of getting smaller.
const MIN_PERCENT: u32 = 70;
/// A printed page doesn't scroll.
const MIN_PRINTED_PERCENT: u32 = 30;

/// What the size of a slide follows from. Equal inputs have equal sizes; nothing else tells that a size still holds.
#[derive(PartialEq)]
pub struct FitInput {
    slide: SlideScreen,
    /// Width and height that the content has, in CSS pixels.
    room: (i32, i32),
}

impl FitInput {
    /// The place of the slide.
    pub fn at(&self) -> usize {
        self.slide.at
    }
}

/// What is fitted: a slide of the stage, in sight or rendered ahead; a question; the verdict.
pub struct SlideElement {
    scroller: HtmlElement,
    content: HtmlElement,
}

impl SlideElement {
    /// The element that shows a question or the verdict.
    pub fn of_stage(shadow: &ShadowRoot) -> Option<Self> {
        let scroller = find(shadow, ".stage > .scroller")?;
        Some(Self { content: find(shadow, ".stage > .scroller > .content")?, scroller })
    }

    /// The element that shows a slide.
    pub fn of_slide(shadow: &ShadowRoot, slide: &SlideScreen) -> Option<Self> {
        let is_its = |element: &&HtmlElement| element.get_attribute("data-slide").as_ref() == Some(&slide.id);
        Self::within(find_all(shadow, ".stage > .slide").iter().find(is_its)?)
    }

    fn within(slide: &HtmlElement) -> Option<Self> {
        let part = |class| slide.query_selector(class).ok().flatten().map(JsCast::unchecked_into);
        Some(Self { scroller: part(".scroller")?, content: part(".content")? })
    }

    /// What the element's size follows from while it shows `slide`. This makes the browser lay out the page.
    pub fn input(&self, slide: &SlideScreen) -> FitInput {
        let room = (self.scroller.offset_width(), self.scroller.offset_height());
        FitInput { slide: slide.layout_input(), room }
    }

    /// Gives the slide the largest size at which all of it is in sight, or the smallest one, at which it scrolls.
    pub fn fit(&self) {
        self.fit_down_to(MIN_PERCENT);
    }

    fn fit_down_to(&self, min_percent: u32) {
        // Only what can't fit scrolls. A scrollbar that comes for a moment would narrow the text, and then be needed.
        self.set_overflow("hidden");
        self.set_percent(FULL_PERCENT);
        if !self.fits() && !self.is_stacked() {
            self.shrink(min_percent);
        }
        if !self.fits() {
            self.set_overflow("");
        }
    }

    /// Finds the largest size below the full one at which all is in sight, else takes the minimum.
    fn shrink(&self, min_percent: u32) {
        // `low` fits or is the minimum, `high` doesn't fit.
        let (mut low, mut high) = (min_percent, FULL_PERCENT);
        while high - low > 1 {
            let middle = u32::midpoint(low, high);
            self.set_percent(middle);
            *(if self.fits() { &mut low } else { &mut high }) = middle;
        }
        self.set_percent(low);
    }

    fn set_overflow(&self, overflow: &str) {
        let _ = self.scroller.style().set_property("overflow-y", overflow);
    }

    fn fits(&self) -> bool {
        let Self { scroller, content } = self;
        scroller.scroll_height() <= scroller.client_height()
            && content.scroll_width() <= scroller.client_width()
    }

    /// Setting the same size again would make the browser compute all styles anew.
    fn set_percent(&self, percent: u32) {
        let (style, size) = (self.scroller.style(), format!("calc({percent}/100)"));
        if style.get_property_value("--fit").as_ref() != Ok(&size) {
            let _ = style.set_property("--fit", &size);
        }
    }

    /// On a narrow screen the columns stack and the slide scrolls as any page does: nothing gets smaller.
    fn is_stacked(&self) -> bool {
        let style =
            web_sys::window().and_then(|window| window.get_computed_style(&self.scroller).ok().flatten());
        style
            .and_then(|style| style.get_property_value("--stacked").ok())
            .is_some_and(|value| value.trim() == "1")
    }
}

/// Fits the slide of a printed page.
pub fn fit_page(stage: &HtmlElement) {
    if let Some(slide) = SlideElement::within(stage) {
        slide.fit_down_to(MIN_PRINTED_PERCENT);
    }
}

/// Gives a small picture of a slide a size near the right one: its text's area shrinks with the square of the size. It
/// takes one layout instead of several, and the overview has many of them.
pub fn fit_roughly(frame: &HtmlElement) {
    let Some(slide) = SlideElement::within(frame) else { return };
    let (room, need) = (slide.scroller.client_height(), slide.scroller.scroll_height().max(1));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let percent = (f64::from(FULL_PERCENT) * (f64::from(room) / f64::from(need)).sqrt()) as u32;
    if percent < FULL_PERCENT {
        slide.set_percent(percent.saturating_sub(2).max(MIN_PRINTED_PERCENT));
    }
}
