//! What is told to the deck's author.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::sentences::Sentences;
use crate::words::Language;
use std::rc::Rc;

#[derive(Debug)]
pub struct Author {
    pub diagnostics: Rc<[Diagnostic]>,
    /// Whoever looks wants to see them: readers don't.
    pub for_author: bool,
    pub sentences: Sentences,
    /// Attributes and values that mean nothing, for the author.
    pub warnings: Vec<(&'static str, String)>,
}

impl Author {
    pub(super) fn new(language: Language) -> Self {
        Self {
            diagnostics: Rc::default(),
            for_author: false,
            sentences: Sentences::built_in(language),
            warnings: Vec::new(),
        }
    }
}
