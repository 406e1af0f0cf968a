//! The sentences of the diagnostics in English.

use super::problem::{Expected, Problem, Sentence};

/// What `problem` is, and how to repair it.
pub fn sentence(problem: &Problem) -> Sentence {
    front_matter(problem)
        .or_else(|| slides(problem))
        .or_else(|| claims(problem))
        .or_else(|| quiz(problem))
        .unwrap_or_else(|| text(problem))
}

fn front_matter(problem: &Problem) -> Option<Sentence> {
    Some(match problem {
        Problem::FrontMatterUnclosed => Sentence::new(
            "front matter is never closed",
            "add a line `---` behind its last key; until then it is shown as slides",
        ),
        Problem::FrontMatterSyntax { reason } => Sentence::new(
            format!("front matter can't be read as YAML: {reason}"),
            "keys before this place are kept; put texts with `:` or `#` into quotes",
        ),
        Problem::UnknownKey { key, nearest: None } => {
            Sentence::bare(format!("unknown key `{key}` is left out"))
        }
        Problem::UnknownKey { key, nearest: Some(nearest) } => {
            Sentence::new(format!("unknown key `{key}` is left out"), did_you_mean(nearest))
        }
        Problem::DuplicateKey { key } => Sentence::new(
            format!("key `{key}` stands here a second time"),
            "the first one is kept; remove this one",
        ),
        Problem::WrongType { key, expected } => {
            Sentence::bare(format!("`{key}` must be {}", kind(*expected)))
        }
        Problem::BadDate { text } => {
            Sentence::new(format!("`{text}` is not a date"), "write it as `2020-10-08`")
        }
        Problem::BadColor { text } => {
            Sentence::new(format!("`{text}` is not a colour"), "write it as `\"#1a73e8\"`, in quotes")
        }
        Problem::BadDuration { text } => {
            Sentence::new(format!("`{text}` is not a duration"), "write it as `90s`, `20m` or `1h30m`")
        }
        Problem::SideCount { count } => Sentence::new(
            format!("a deck compares 2 to 6 sides, not {count}"),
            "the first six are shown; a single one is left out",
        ),
        Problem::DuplicateSide { id } => Sentence::new(
            format!("side `{id}` is declared twice"),
            "the first one is kept; choose another id or name",
        ),
        Problem::MissingKey { key, within } => Sentence::new(
            format!("an entry of `{within}` has no `{key}`"),
            format!("add `{key}: …`; the entry is left out"),
        ),
        _ => return None,
    })
}

fn slides(problem: &Problem) -> Option<Sentence> {
    Some(match problem {
        Problem::UnderlineHeading { looks_like_front_matter: false } => Sentence::new(
            "the line below makes this a heading by underline",
            "for a new slide, leave an empty line before `---`",
        ),
        Problem::UnderlineHeading { looks_like_front_matter: true } => Sentence::new(
            "this is shown as a heading: front matter of a single slide isn't read",
            "use a comment such as `<!-- topic: DNS -->`, and leave an empty line before `---`",
        ),
        Problem::SecondTitle => Sentence::new(
            "the slide has a title already; this one is shown as a heading",
            "begin a new slide with `---`, or use `####`",
        ),
        Problem::IdTaken { id } => {
            Sentence::new(format!("id `{id}` is taken already"), "the first one keeps it; choose another id")
        }
        Problem::NearSide { heading, side } => Sentence::new(
            format!("`{heading}` opens no column"),
            format!("for a column the whole heading must be `{side}`"),
        ),
        Problem::SecondQuestion => Sentence::new(
            "the slide has a question already; this one is shown as a list",
            "give each question a slide of its own",
        ),
        Problem::TooDeep => Sentence::new(
            "nested too deeply; what lies deeper is shown at this level",
            "use at most 32 levels of lists and quotes",
        ),
        _ => return None,
    })
}

fn claims(problem: &Problem) -> Option<Sentence> {
    Some(match problem {
        Problem::TaskMarkSpace => Sentence::new(
            "a task mark needs a plain space behind it",
            "write `- [x] ` with one half-width space",
        ),
        Problem::ClaimWord { word } => Sentence::new(
            format!("`{word}` can't be read"),
            "known are `#id`, a period `2020-10..2021-02`, `@2026-11-22`, `replaces:id` and `+`",
        ),
        Problem::BadPeriod { text } => Sentence::new(
            format!("`{text}` is not a date"),
            "write `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with `..` between the ends of a period",
        ),
        Problem::PeriodOrder { text } => Sentence::new(
            format!("the period `{text}` ends before it begins"),
            "write it as `FROM..UNTIL`; it ends on the day before `UNTIL`",
        ),
        Problem::ImpreciseNearMoment { text, moment } => Sentence::new(
            format!("`{text}` contains the moment {moment}, so it is not clear which comes first"),
            "give the day",
        ),
        Problem::ReplacesUnknown { id, nearest } => Sentence {
            message: format!("there is no claim `{id}` to replace"),
            help: nearest.as_deref().map(did_you_mean),
        },
        Problem::ReplacesOtherSide { id } => Sentence::new(
            format!("`{id}` is a claim about another side"),
            "replace a claim of the same column",
        ),
        Problem::ReplacesCircular { id } => {
            Sentence::new(format!("replacing `{id}` goes round in a circle"), "remove one of the `replaces:`")
        }
        Problem::ReplacesOverlap { id } => Sentence::new(
            format!("this claim begins before `{id}`, which it replaces, has ended"),
            format!("end `{id}` on the day on which this one begins"),
        ),
        _ => return None,
    })
}

fn quiz(problem: &Problem) -> Option<Sentence> {
    Some(match problem {
        Problem::BadWeight { text } => Sentence::new(
            format!("weight `{text}` can't be read"),
            "write `SIDE +N`, `SIDE -N` (1 to 100) or `SIDE no`, then a period if it needs one",
        ),
        Problem::WeightSide { side, nearest } => Sentence {
            message: format!("side `{side}` is not declared"),
            help: nearest.as_deref().map(did_you_mean),
        },
        Problem::WeightNotLast => Sentence::new(
            "text behind the weight keeps it from being read",
            "leave an empty line behind the weight",
        ),
        _ => return None,
    })
}

fn text(problem: &Problem) -> Sentence {
    match problem {
        Problem::UnknownFigure { name, nearest } => Sentence {
            message: format!("there is no figure `{name}`; it is shown as code"),
            help: nearest.as_deref().map(did_you_mean),
        },
        Problem::BadLineSteps { text } => {
            Sentence::new(format!("`{text}` names no lines"), "write line numbers such as `{2|4-5}`")
        }
        Problem::CommentUnclosed => Sentence::new(
            "the comment is never closed; what follows is shown",
            "add `-->` where the comment ends",
        ),
        Problem::TextAfterComment => Sentence::new(
            "the text behind `-->` is shown on the slide",
            "move it to a line of its own, or into the comment",
        ),
        Problem::DirectiveKey { key, nearest } => Sentence::new(
            format!("`{key}` is no directive, so the comment is taken as a note"),
            did_you_mean(nearest),
        ),
        Problem::DirectiveValue { key, value } => Sentence::new(
            format!("`{value}` is no value of `{key}`"),
            if key == "time" { "write it as `90s` or `2m`" } else { "write `true` or `false`" },
        ),
        Problem::AddressRefused { address } => Sentence::new(
            format!("the address `{address}` is not linked"),
            "use http, https, mailto, a relative address or a fragment",
        ),
        Problem::RawHtml => {
            Sentence::new("HTML is shown as text", "use Markdown; comments are speaker notes")
        }
        Problem::EmphasisNotClosed => Sentence::new(
            "these asterisks are shown: next to a punctuation mark they neither open nor close emphasis",
            "move the mark to the other side of the asterisks, or put a space between",
        ),
        Problem::FootnoteUndefined { label } => Sentence::new(
            format!("footnote `{label}` has no text"),
            format!("add a paragraph `[^{label}]: …`"),
        ),
        Problem::TargetUnknown { id, nearest } => Sentence {
            message: format!("nothing in the deck has the id `{id}`"),
            help: nearest.as_deref().map(did_you_mean),
        },
        _ => Sentence::bare("something is wrong here"),
    }
}

fn did_you_mean(nearest: &str) -> String {
    format!("did you mean `{nearest}`?")
}

fn kind(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text",
        Expected::Number => "a whole number",
        Expected::List => "a list",
        Expected::Map => "a map of keys and values",
    }
}
