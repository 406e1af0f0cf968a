//! Answers as a code for links: what is written is read, whatever else is read does no harm.

use crate::asking::{choice, hold};
use kurabe::analysis::answers::{Answer, Importance, Said};
use kurabe::app::address::Address;
use kurabe::app::answer_code::{Trouble, decode, encode, is_old};
use kurabe::app::msg::{HostMsg, Msg};
use kurabe::app::screen::screen;
use kurabe::model::claim::Id;
use kurabe::model::deck::{Deck, Slide};
use kurabe::model::quiz::Question;
use kurabe::words::Language;
use proptest::prelude::*;
use std::collections::HashMap;

const BASE64URL: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Into how many numbers a link divides the ids of questions, and those of options.
const QUESTIONS: u32 = 1 << 18;
const OPTIONS: u32 = (1 << 16) - 2;

/// A slide that asks, by the ids of its question and its options.
fn slide(id: &str, options: &[String]) -> Slide {
    let options =
        options.iter().map(|id| kurabe::model::quiz::Choice { id: Id(id.clone()), ..choice(0, Vec::new()) });
    Slide {
        id: Id(id.to_owned()),
        title: Vec::new(),
        opens_section: false,
        above: Vec::new(),
        columns: Vec::new(),
        below: Vec::new(),
        footnotes: Vec::new(),
        notes: Vec::new(),
        question: Some(Question { options: options.collect() }),
        topic: None,
        time: None,
        hidden: false,
        is_background: false,
        items: 0,
    }
}

fn deck<'i>(questions: impl IntoIterator<Item = (&'i str, &'i [String])>) -> Deck {
    let slides = questions.into_iter().map(|(id, options)| slide(id, options)).collect();
    Deck { slides, ..Deck::default() }
}

/// Three questions with two options each.
fn small() -> Deck {
    let options = ["yes".to_owned(), "no".to_owned()];
    deck([("q-one", &options[..]), ("q-two", &options[..]), ("質問-三", &options[..])])
}

fn said(said: Said, importance: Importance) -> Answer {
    Answer { said, importance }
}

/// One answer of each kind.
fn small_answers() -> Vec<Answer> {
    vec![
        said(Said::Option(1), Importance::ALot),
        said(Said::Unknown, Importance::Normal),
        said(Said::Nothing, Importance::NotAtAll),
    ]
}

// What is written is read.

fn id() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,3}", "[a-z][a-z0-9-]{0,12}", "[ぁ-ん亜-熙]{1,6}", "[1-9]", "\\PC{1,5}"]
}

fn any_answer(options: usize) -> impl Strategy<Value = Answer> {
    (0..options + 2, 0..3_usize).prop_map(|(kind, importance)| {
        let said = match kind {
            0 => Said::Nothing,
            1 => Said::Unknown,
            other => Said::Option(other - 2),
        };
        Answer { said, importance: Importance::ALL[importance] }
    })
}

fn any_deck() -> impl Strategy<Value = (Deck, Vec<Answer>)> {
    let options =
        || prop::collection::hash_set(id(), 1..6).prop_map(|ids| ids.into_iter().collect::<Vec<_>>());
    let questions = prop::collection::hash_map(id(), options(), 1..12);
    questions.prop_flat_map(|questions| {
        let answers: Vec<_> = questions.values().map(|options| any_answer(options.len())).collect();
        let deck = deck(questions.iter().map(|(id, options)| (id.as_str(), options.as_slice())));
        (Just(deck), answers)
    })
}

#[test]
fn what_is_written_is_read() {
    hold(600, &any_deck(), |(deck, answers)| {
        let code = encode(&deck, &answers);
        let read = decode(&deck, &code);
        prop_assert_eq!(&read.answers, &answers, "{}", code);
        prop_assert_eq!(read.trouble, None, "{}", code);
        let given = answers.iter().filter(|answer| **answer != Answer::default()).count();
        let expected = if given == 0 { 0 } else { 2 + 6 * given };
        prop_assert_eq!(code.len(), expected, "{}", code);
        prop_assert!(code.chars().all(|c| BASE64URL.contains(c)), "{}", code);
        Ok(())
    });
}

/// FNV-1a, 32 bits.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Ids of which several have the same number.
fn colliding(limit: u32, groups: usize) -> Vec<String> {
    let mut seen: HashMap<u32, Vec<String>> = HashMap::new();
    (0..40_000)
        .for_each(|at| seen.entry(hash(&format!("q{at}")) % limit).or_default().push(format!("q{at}")));
    let mut same: Vec<Vec<String>> = seen.into_values().filter(|ids| ids.len() > 1).collect();
    same.sort();
    assert!(same.len() >= groups);
    same.truncate(groups);
    same.concat()
}

#[test]
fn ids_with_the_same_number_are_told_apart() {
    let options = colliding(OPTIONS, 8);
    let ids = colliding(QUESTIONS, 8);
    let deck = deck(ids.iter().map(|id| (id.as_str(), options.as_slice())));
    for at in 0..options.len() {
        let answers: Vec<Answer> = (0..ids.len())
            .map(|question| said(Said::Option((at + question) % options.len()), Importance::Normal))
            .collect();
        let read = decode(&deck, &encode(&deck, &answers));
        assert_eq!((read.answers, read.trouble), (answers, None));
    }
}

/// The numbers of the ids are part of links that are out in the world: changing them breaks the links.
#[test]
fn codes_are_written_as_they_always_were() {
    let deck = small();
    assert_eq!(encode(&deck, &[Answer::default(); 3]), "");
    assert_eq!(encode(&deck, &small_answers()), CODE);
    assert_eq!(decode(&deck, CODE).answers, small_answers());
    // Version 1 differed in what a link without a day means.
    let old = CODE.replacen('2', "1", 1);
    assert_eq!((decode(&deck, &old).answers, decode(&deck, &old).trouble), (small_answers(), None));
    assert!(is_old(&old) && !is_old(CODE));
}

/// Reckoned with another program after the description in `answer_code.rs`.
const CODE: &str = "2G7BjRoKMrf__2rfP_-0";

// Decks change.

#[test]
fn another_order_of_questions_and_options_keeps_all_answers() {
    let shuffled = any_deck().prop_flat_map(|(deck, answers)| {
        let order: Vec<usize> = (0..answers.len()).collect();
        (Just(deck), Just(answers), Just(order).prop_shuffle())
    });
    hold(400, &shuffled, |(deck, answers, order)| {
        let numbers = |ids: Vec<&Id>, limit| {
            ids.into_iter()
                .map(|id| hash(id.as_str()) % limit)
                .collect::<std::collections::HashSet<u32>>()
                .len()
        };
        let ids: Vec<&Id> = deck.slides.iter().map(|slide| &slide.id).collect();
        prop_assume!(numbers(ids, QUESTIONS) == deck.slides.len());
        let mut other = deck.clone();
        other.slides = order.iter().map(|at| deck.slides[*at].clone()).collect();
        let expected: Vec<Answer> = order.iter().map(|at| answers[*at]).collect();
        let read = decode(&other, &encode(&deck, &answers));
        prop_assert_eq!(read.answers, expected);
        prop_assert_eq!(read.trouble, None);
        Ok(())
    });
    // Options may move as well.
    let options = ["no".to_owned(), "yes".to_owned()];
    let moved = deck([("質問-三", &options[..]), ("q-one", &options[..])]);
    let read = decode(&moved, &encode(&small(), &small_answers()));
    assert_eq!(read.answers, [small_answers()[2], said(Said::Option(0), Importance::ALot)]);
    assert_eq!(read.trouble, Some(Trouble::Unknown(1)));
}

#[test]
fn answers_to_what_is_gone_are_counted_and_the_rest_is_kept() {
    let code = encode(&small(), &small_answers());
    let mut fewer = small();
    fewer.slides.remove(1);
    let read = decode(&fewer, &code);
    assert_eq!(read.answers, [small_answers()[0], small_answers()[2]]);
    assert_eq!(read.trouble, Some(Trouble::Unknown(1)));
    let none = decode(&Deck::default(), &code);
    assert_eq!((none.answers.len(), none.trouble), (0, Some(Trouble::Unknown(3))));
    // An option that is gone.
    let mut without = small();
    without.slides[0].question.as_mut().unwrap().options.pop();
    let read = decode(&without, &code);
    assert_eq!(read.answers, [Answer::default(), small_answers()[1], small_answers()[2]]);
    assert_eq!(read.trouble, Some(Trouble::Unknown(1)));
    // New questions are unanswered.
    let mut more = small();
    more.slides.insert(0, slide("q-new", &["yes".to_owned()]));
    let read = decode(&more, &code);
    assert_eq!((read.answers[0], &read.answers[1..]), (Answer::default(), small_answers().as_slice()));
    assert_eq!(read.trouble, None);
}

// What else may come.

#[test]
fn a_code_that_was_cut_off_keeps_its_whole_answers_and_is_called_broken() {
    let (deck, answers) = (small(), small_answers());
    let code = encode(&deck, &answers);
    for end in 1..code.len() {
        let read = decode(&deck, &code[..end]);
        let whole = (end - 1) / 6;
        for (at, answer) in answers.iter().enumerate() {
            let expected = if at < whole { *answer } else { Answer::default() };
            assert_eq!(read.answers[at], expected, "{end} characters");
        }
        assert_eq!(read.trouble, Some(Trouble::Broken), "{end} characters");
    }
    let doubled = format!("{code}A");
    assert_eq!(decode(&deck, &doubled).trouble, Some(Trouble::Broken));
}

/// A code that was cut off between two answers ends with a character that may happen to fit as a check.
#[test]
fn a_code_without_its_check_character_is_always_broken() {
    hold(2000, &any_deck(), |(deck, answers)| {
        let code = encode(&deck, &answers);
        prop_assume!(!code.is_empty());
        let cut = &code[..code.len() - 1];
        prop_assert_eq!(decode(&deck, cut).trouble, Some(Trouble::Broken), "{}", cut);
        Ok(())
    });
}

#[test]
fn a_changed_character_is_nearly_always_noticed() {
    let (deck, answers) = (small(), small_answers());
    let code = encode(&deck, &answers);
    let (mut all, mut missed) = (0, 0);
    for (at, other) in (1..code.len()).flat_map(|at| BASE64URL.chars().map(move |other| (at, other))) {
        let changed = format!("{}{other}{}", &code[..at], &code[at + 1..]);
        if changed != code {
            all += 1;
            missed += u32::from(decode(&deck, &changed).trouble != Some(Trouble::Broken));
        }
    }
    assert!(missed * 20 < all, "{missed} of {all}");
}

#[test]
fn another_version_is_left_alone() {
    let code = encode(&small(), &small_answers());
    for other in [code.replacen('2', "3", 1), code[1..].to_owned(), "あ".to_owned(), " 1".to_owned()] {
        let read = decode(&small(), &other);
        assert_eq!(
            (read.answers, read.trouble),
            (vec![Answer::default(); 3], Some(Trouble::Version)),
            "{other}"
        );
    }
    let nothing = decode(&small(), "");
    assert_eq!((nothing.answers, nothing.trouble), (vec![Answer::default(); 3], None));
    assert_eq!(decode(&small(), "1").trouble, Some(Trouble::Broken));
}

/// Numbers that look random, the same ones each time (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 32).unwrap() % limit
    }

    /// Any character, or one of those in codes.
    fn text(&mut self, longest: usize, is_plain: bool) -> String {
        let length = self.below(longest);
        let any =
            |dice: &mut Self| char::from_u32(u32::try_from(dice.below(0x11_0000)).unwrap()).unwrap_or('1');
        let plain = |dice: &mut Self| char::from(BASE64URL.as_bytes()[dice.below(64)]);
        (0..length).map(|_| if is_plain { plain(self) } else { any(self) }).collect()
    }
}

#[test]
fn a_hundred_thousand_strange_codes_are_read() {
    let deck = small();
    let code = encode(&deck, &small_answers());
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut kept = 0;
    for at in 0..100_000 {
        let strange = match at % 5 {
            0 => dice.text(30, false),
            1 => format!("1{}", dice.text(30, false)),
            2 => dice.text(30, true),
            3 => format!("1{}", dice.text(40, true)),
            _ => {
                let (from, gone) = (dice.below(code.len()), dice.below(8));
                let end = (from + gone).min(code.len());
                let is_plain = dice.below(2) == 0;
                format!("{}{}{}", &code[..from], dice.text(4, is_plain), &code[end..])
            }
        };
        let read = decode(&deck, &strange);
        assert_eq!(read.answers.len(), 3, "{strange}");
        let fits = |answer: &Answer| !matches!(answer.said, Said::Option(option) if option > 1);
        assert!(read.answers.iter().all(fits), "{strange}");
        kept += usize::from(read.answers != [Answer::default(); 3]);
    }
    assert!(kept > 5000, "{kept}");
}

// In the address.

#[test]
fn an_address_with_answers_survives() {
    let address = (id(), "[A-Za-z0-9_-]{0,30}", prop::option::of("[a-z]{1,8}"));
    hold(2000, &address, |(fragment, answers, view)| {
        let is_undated = is_old(&answers);
        let address = Address {
            view,
            fragment: kurabe::text::unicode::nfc(&fragment),
            answers: Some(answers),
            is_undated,
            ..Address::default()
        };
        let text = address.text();
        let (query, fragment) = text.split_once('#').unwrap();
        prop_assert!(!query.contains("answers"));
        prop_assert_eq!(Address::parse(query, fragment), address, "{}", text);
        Ok(())
    });
    let sent = Address::parse("?view=verdict", "#verdict?answers=1Ab-_");
    assert_eq!((sent.fragment.as_str(), sent.answers.as_deref()), ("verdict", Some("1Ab-_")));
    assert_eq!(sent.text(), "?view=verdict#verdict?answers=1Ab-_");
}

#[test]
fn what_is_wrong_with_a_link_is_told_in_both_languages() {
    let code = crate::asking::asked(crate::asking::answers(&[1, 0])).quiz.code;
    let gone = code.replacen(&code[1..4], "___", 1);
    let told = |lang: &str, answers: &str| {
        let mut state = crate::play::new_state();
        let address = format!("?view=verdict#result?answers={answers}");
        state.update(Msg::Host(HostMsg::Url(crate::play::address_of(&address))));
        let deck = crate::asking::ASKING.replace("lang: en", &format!("lang: {lang}"));
        state.update(crate::play::deck_read(&deck));
        screen(&state).notices.into_iter().map(|notice| notice.text).collect::<Vec<_>>()
    };
    for (answers, english, japanese) in [
        ("3zz", "are in the form of another version", "別の版の形式"),
        (&code[..8], "cut off or damaged", "途中で切れているか、壊れています"),
        (&gone, "cut off or damaged", "途中で切れているか、壊れています"),
    ] {
        let notices = [told("en", answers), told("ja", answers)].concat();
        assert!(
            notices.len() == 2 && notices[0].contains(english) && notices[1].contains(japanese),
            "{notices:?}"
        );
    }
    let fewer = |lang: &str| {
        let mut state = crate::play::new_state();
        let address = format!("#result?answers={code}");
        state.update(Msg::Host(HostMsg::Url(crate::play::address_of(&address))));
        let deck = crate::asking::ASKING
            .replace("lang: en", &format!("lang: {lang}"))
            .replace("#q-nodes", "#q-other");
        state.update(crate::play::deck_read(&deck));
        screen(&state).notices.into_iter().map(|notice| notice.text).collect::<Vec<_>>()
    };
    assert_eq!(
        fewer("en"),
        ["1 of the link's answers belong to no question of this deck and were left out."]
    );
    assert_eq!(fewer("ja"), ["リンクの回答のうち 1件は、今の質問にないため除きました。"]);
    assert_ne!(Language::JA.quiz().link_unknown, Language::EN.quiz().link_unknown);
}
