//! What is rendered bit by bit, ahead, or for the printer.

use super::code::Coloured;
use super::printing::Paper;
use std::rc::Rc;

#[derive(Debug, Default)]
pub struct Rendering {
    /// How many entries of the article are drawn while it opens; nothing: all.
    pub unrolled: Option<usize>,
    /// Slides that are drawn beside the present one, out of sight; ascending.
    pub beside: Vec<usize>,
    /// They are: somebody sees to it that the next one is drawn before it is wanted.
    pub is_prepared: bool,
    /// The printed pages are on the screen, in the place of everything else.
    pub paper: Option<Paper>,
    /// The colours of the deck's code, as far as they have been found.
    pub code: Rc<[Coloured]>,
    /// The colours are being looked for.
    pub code_is_due: bool,
}
