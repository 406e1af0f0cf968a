//! The sentences of the diagnostics in English: lower case, no final period. `{0}` and `{1}` stand
//! for the problem's facts.

use super::problem::{Expected, Problem, Template, YamlProblem};

/// What `problem` is, and how to repair it; an empty repair is none.
#[expect(clippy::too_many_lines, reason = "a table: one line a sentence")]
pub fn template(problem: &Problem) -> Template {
    match problem {
        Problem::FrontMatterUnclosed => (
            "front matter is never closed",
            "add a line `---` behind its last key; until then it is shown as slides",
        ),
        Problem::FrontMatterSyntax(_) => (
            "front matter can't be read as YAML: {0}",
            "keys before this place are kept; put texts with `:` or `#` into quotes",
        ),
        Problem::UnknownKey { .. } => ("unknown key `{0}` is left out", ""),
        Problem::DuplicateKey { .. } => {
            ("key `{0}` stands here a second time", "the first one is kept; remove this one")
        }
        Problem::WrongType { .. } => ("`{0}` must be {1}", ""),
        Problem::BadDate { .. } => ("`{0}` is not a date", "write it as `2020-10-08`"),
        Problem::BadColor { .. } => ("`{0}` is not a colour", "write it as `\"#1a73e8\"`, in quotes"),
        Problem::BadDuration { .. } => ("`{0}` is not a duration", "write it as `90s`, `20m` or `1h30m`"),
        Problem::SideCount { .. } => {
            ("a deck compares 2 to 6 sides, not {0}", "the first six are shown; a single one is left out")
        }
        Problem::DuplicateSide { .. } => {
            ("side `{0}` is declared twice", "the first one is kept; choose another id or name")
        }
        Problem::MissingKey { .. } => {
            ("an entry of `{1}` has no `{0}`", "add `{0}: …`; the entry is left out")
        }
        Problem::UnderlineHeading { looks_like_front_matter: false } => (
            "the line below makes this a heading by underline",
            "for a new slide, leave an empty line before `---`",
        ),
        Problem::UnderlineHeading { looks_like_front_matter: true } => (
            "this is shown as a heading: front matter of a single slide isn't read",
            "use a comment such as `<!-- topic: DNS -->`, and leave an empty line before `---`",
        ),
        Problem::SecondTitle => (
            "the slide has a title already; this one is shown as a heading",
            "begin a new slide with `---`, or use `####`",
        ),
        Problem::IdTaken { .. } => ("id `{0}` is taken already", "the first one keeps it; choose another id"),
        Problem::NearSide { .. } => ("`{0}` opens no column", "for a column the whole heading must be `{1}`"),
        Problem::SecondQuestion => (
            "the slide has a question already; this one is shown as a list",
            "give each question a slide of its own",
        ),
        Problem::TooDeep => (
            "nested too deeply; what lies deeper is shown at this level",
            "use at most 32 levels of lists and quotes",
        ),
        Problem::TaskMarkSpace => {
            ("a task mark needs a plain space behind it", "write `- [x] ` with one half-width space")
        }
        Problem::ClaimWord { .. } => (
            "`{0}` can't be read",
            "known are `#id`, a period `2020-10..2021-02`, `@2026-11-22`, `replaces:id` and `+`",
        ),
        Problem::BadPeriod { .. } => (
            "`{0}` is not a date",
            "write `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with `..` between the ends of a period",
        ),
        Problem::PeriodOrder { .. } => (
            "the period `{0}` ends before it begins",
            "write it as `FROM..UNTIL`; it ends on the day before `UNTIL`",
        ),
        Problem::ImpreciseNearMoment { .. } => {
            ("`{0}` contains the moment {1}, so it is not clear which comes first", "give the day")
        }
        Problem::ReplacesUnknown { .. } => ("there is no claim `{0}` to replace", ""),
        Problem::ReplacesOtherSide { .. } => {
            ("`{0}` is a claim about another side", "replace a claim of the same column")
        }
        Problem::ReplacesCircular { .. } => {
            ("replacing `{0}` goes round in a circle", "remove one of the `replaces:`")
        }
        Problem::ReplacesOverlap { .. } => (
            "this claim begins before `{0}`, which it replaces, has ended",
            "end `{0}` on the day on which this one begins",
        ),
        Problem::BadWeight { .. } => (
            "weight `{0}` can't be read",
            "write `SIDE +N`, `SIDE -N` (1 to 100) or `SIDE no`, then a period if it needs one",
        ),
        Problem::WeightSide { .. } => ("side `{0}` is not declared", ""),
        Problem::WeightNotLast => {
            ("text behind the weight keeps it from being read", "leave an empty line behind the weight")
        }
        Problem::UnknownFigure { .. } => ("there is no figure `{0}`; it is shown as code", ""),
        Problem::BadLineSteps { .. } => ("`{0}` names no lines", "write line numbers such as `{2|4-5}`"),
        Problem::CommentUnclosed => {
            ("the comment is never closed; what follows is shown", "add `-->` where the comment ends")
        }
        Problem::TextAfterComment => (
            "the text behind `-->` is shown on the slide",
            "move it to a line of its own, or into the comment",
        ),
        Problem::DirectiveKey { .. } => ("`{0}` is no directive, so the comment is taken as a note", ""),
        Problem::DirectiveValue { key, .. } if key == "time" => {
            ("`{1}` is no value of `{0}`", "write it as `90s` or `2m`")
        }
        Problem::DirectiveValue { key, .. } if key == "hide" => {
            ("`{1}` is no value of `{0}`", "write `true` or `false`")
        }
        Problem::DirectiveValue { .. } => ("`{0}` has no value", "write a text behind the colon"),
        Problem::AddressRefused { .. } => {
            ("the address `{0}` is not linked", "use http, https, mailto, a relative address or a fragment")
        }
        Problem::RawHtml => ("HTML is shown as text", "use Markdown; comments are speaker notes"),
        Problem::EmphasisNotClosed => (
            "these asterisks are shown: next to a punctuation mark they neither open nor close emphasis",
            "move the mark to the other side of the asterisks, or put a space between",
        ),
        Problem::FootnoteUndefined { .. } => ("footnote `{0}` has no text", "add a paragraph `[^{0}]: …`"),
        Problem::TargetUnknown { .. } => ("nothing in the deck has the id `{0}`", ""),
    }
}

pub const DID_YOU_MEAN: &str = "did you mean `{0}`?";

pub fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text",
        Expected::Number => "a whole number",
        Expected::List => "a list",
        Expected::Map => "a map of keys and values",
    }
}

pub fn yaml(problem: YamlProblem) -> &'static str {
    match problem {
        YamlProblem::UnclosedQuote => "a quotation mark is never closed",
        YamlProblem::UnclosedBracket => "a bracket is never closed, or a comma is missing",
        YamlProblem::NoKey => "a line has no `key:`",
        YamlProblem::Indentation => "the indentation fits no line above",
        YamlProblem::TextBehindValue => "text stands behind a quoted value",
        YamlProblem::TooDeep => "it is nested too deeply",
        YamlProblem::Unsupported => "anchors, aliases and tags aren't read",
    }
}
