//! Answers as a short text for links: what a reader shares, and what is kept over a reload.
//!
//! A `2` for the version, six characters for each question that isn't as at the start, and a check
//! character. The characters are those of base64url (RFC 4648, section 5), six bits each. Of a question's
//! 36 bits the first 18 name the question, the next 2 tell its importance, the last 16 name the option.
//! Names are hashes of ids, so that a link stays right when the deck's questions are moved or new ones
//! come; what is no longer there is left out.
//!
//! Version 1 was the same; links with it are read. A link without a day meant the first moment then, and means the last
//! one now.

use crate::analysis::answers::{Answer, Importance, Said};
use crate::model::deck::{Deck, Slide};
use crate::model::quiz::Question;
use crate::text::names::Names;

const VERSION: char = '2';
const OLD_VERSION: char = '1';
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Characters a question.
const GROUP: usize = 6;
const QUESTION_BITS: u32 = 18;
const OPTION_BITS: u32 = 16;
/// The last two names of options are for what is no option.
const UNKNOWN: u32 = (1 << OPTION_BITS) - 1;
const NOTHING: u32 = UNKNOWN - 1;

/// Answers as far as they could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// One for each question of the deck.
    pub answers: Vec<Answer>,
    pub trouble: Option<Trouble>,
}

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Made by a version that writes it otherwise.
    Version,
    /// Cut off or damaged.
    Broken,
    /// So many answers are about questions or options that the deck doesn't have.
    Unknown(usize),
}

/// The numbers by which a link names ids: of the questions of a deck, or of the options of a question.
struct Numbers {
    values: Vec<u32>,
    /// The numbers as texts, by the places of their ids.
    places: Names,
}

impl Numbers {
    /// A number below `limit` for each id: its hash, or the next free one where two ids have the same. Ids
    /// beyond `limit` have none of their own.
    fn of<'i>(ids: impl Iterator<Item = &'i str>, limit: u32) -> Self {
        let mut numbers = Self { values: Vec::new(), places: Names::default() };
        for id in ids {
            let mut number = hash(id) % limit;
            while numbers.values.len() < limit as usize && numbers.places.add(&number.to_string()).is_err() {
                number = (number + 1) % limit;
            }
            numbers.values.push(number);
        }
        numbers
    }

    fn of_options(question: &Question) -> Self {
        Self::of(question.options.iter().map(|option| option.id.as_str()), NOTHING)
    }

    fn place(&self, number: u32) -> Option<usize> {
        self.places.get(&number.to_string())
    }
}

/// The ids of the slides that ask, and their questions.
fn questions(deck: &Deck) -> (Numbers, Vec<&Question>) {
    let asking: Vec<&Slide> = deck.slides.iter().filter(|slide| slide.question.is_some()).collect();
    let numbers = Numbers::of(asking.iter().map(|slide| slide.id.as_str()), 1 << QUESTION_BITS);
    (numbers, asking.into_iter().filter_map(|slide| slide.question.as_ref()).collect())
}

/// FNV-1a, 32 bits.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The code of answers, one for each question of the deck; empty where all are as at the start.
pub fn encode(deck: &Deck, answers: &[Answer]) -> String {
    let mut code = String::new();
    let (numbers, questions) = questions(deck);
    for ((number, question), answer) in numbers.values.iter().zip(questions).zip(answers) {
        if *answer == Answer::default() {
            continue;
        }
        let said = match answer.said {
            Said::Nothing => NOTHING,
            Said::Unknown => UNKNOWN,
            Said::Option(option) => {
                Numbers::of_options(question).values.get(option).copied().unwrap_or(NOTHING)
            }
        };
        let importance = answer.importance.factor().unsigned_abs();
        let bits = (u64::from(*number) << 18) | (importance << OPTION_BITS) | u64::from(said);
        code.extend((0..GROUP).rev().map(|at| character(bits >> (6 * at))));
    }
    if code.is_empty() { code } else { format!("{VERSION}{code}{}", check(&code)) }
}

fn character(bits: u64) -> char {
    char::from(ALPHABET[usize::try_from(bits & 63).unwrap_or(0)])
}

fn check(code: &str) -> char {
    let hash = hash(code);
    character(u64::from(hash ^ (hash >> 15)))
}

/// Whether a code is from when the quiz opened at the first moment.
pub fn is_old(code: &str) -> bool {
    code.starts_with(OLD_VERSION)
}

/// Reads a code against a deck. Whatever of it can be read is kept.
pub fn decode(deck: &Deck, code: &str) -> Decoded {
    let (numbers, questions) = questions(deck);
    let mut decoded = Decoded { answers: vec![Answer::default(); questions.len()], trouble: None };
    if code.is_empty() {
        return decoded;
    }
    let Some(rest) = code.strip_prefix([VERSION, OLD_VERSION]) else {
        decoded.trouble = Some(Trouble::Version);
        return decoded;
    };
    let mut unknown = 0;
    let (groups, last) = rest.split_at_checked(rest.len().saturating_sub(1)).unwrap_or((rest, ""));
    let mut is_broken = rest.len() % GROUP != 1 || !last.starts_with(check(groups));
    for group in rest.as_bytes().chunks_exact(GROUP) {
        match bits(group) {
            Some(bits) => match answer(&numbers, &questions, bits) {
                Some((question, answer)) => decoded.answers[question] = answer,
                None => unknown += 1,
            },
            None => is_broken = true,
        }
    }
    decoded.trouble = if is_broken {
        Some(Trouble::Broken)
    } else {
        Some(Trouble::Unknown(unknown)).filter(|_| unknown > 0)
    };
    decoded
}

/// The 36 bits of a group.
fn bits(group: &[u8]) -> Option<u64> {
    group.iter().try_fold(0, |bits, byte| {
        let value = ALPHABET.iter().position(|one| one == byte)?;
        Some((bits << 6) | value as u64)
    })
}

/// The question and what was said, if the deck has both.
fn answer(numbers: &Numbers, questions: &[&Question], bits: u64) -> Option<(usize, Answer)> {
    let part = |from: u32, count: u32| u32::try_from((bits >> from) & ((1 << count) - 1)).unwrap_or(0);
    let question = numbers.place(part(18, QUESTION_BITS))?;
    let importance = *Importance::ALL.get(part(OPTION_BITS, 2) as usize)?;
    let said = match part(0, OPTION_BITS) {
        UNKNOWN => Said::Unknown,
        NOTHING => Said::Nothing,
        number => Said::Option(Numbers::of_options(questions[question]).place(number)?),
    };
    Some((question, Answer { said, importance }))
}
