//! The decision record: a reviewed one in both languages, the headings of MADR 4, Markdown that others read
//! as it is meant, and JSON that fits its schema.

use crate::asking::{ASKING, answers};
use crate::personas::{GOOGLE, reader};
use crate::play::play;
use crate::schema::{misfits, schema};
use crate::snapshots::hold_against;
use kurabe::analysis::answers::{Importance, Said};
use kurabe::analysis::decision_record::{Part, Wording, decision_record, record_markdown};
use kurabe::app::effect::Effect;
use kurabe::app::lens::Lens;
use kurabe::app::msg::{LensMsg, Msg, QuizMsg, RecordUse};
use kurabe::app::state::State;
use kurabe::model::content::plain_text;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

const WORDS: &str =
    "GKE を使う。\n\n- *理由*: データが **Google Cloud** にある\n- 見直しは [1年後](https://example.com/)";

fn file(state: &mut State, how: RecordUse) -> String {
    match state.update(Msg::Quiz(QuizMsg::Record(how))).pop() {
        Some(Effect::Download { text, .. }) => text,
        other => panic!("no file: {other:?}"),
    }
}

fn json(state: &mut State) -> Value {
    serde_json::from_str(&file(state, RecordUse::DownloadJson)).unwrap()
}

/// The shipped deck as of 2026-11 with answers and words.
fn shipped() -> State {
    let mut state = reader(&GOOGLE, 1);
    state.host.page = Some("https://kurabe.example/gke-eks".into());
    state.update(Msg::Quiz(QuizMsg::Outcome(WORDS.into())));
    state
}

/// The English deck with one answer of each kind.
fn english() -> State {
    let mut state = play(ASKING, [answers(&[0, 0]), vec![Msg::Lens(LensMsg::Set(Lens::Moment(1)))]].concat());
    state.update(Msg::Quiz(QuizMsg::Importance(Importance::ALot)));
    state.update(Msg::Quiz(QuizMsg::Question(2)));
    state.update(Msg::Quiz(QuizMsg::Answer(Said::Unknown)));
    state
}

#[test]
fn the_records_are_those_that_were_reviewed() {
    let mut state = shipped();
    hold_against("decision-record.ja.md", &file(&mut state, RecordUse::DownloadMarkdown));
    hold_against("decision-record.ja.json", &file(&mut state, RecordUse::DownloadJson));
    hold_against("decision-record.en.md", &file(&mut english(), RecordUse::DownloadMarkdown));
}

#[test]
fn the_markdown_has_the_headings_of_madr_in_order() {
    for (state, title, sides) in [
        (&mut shipped(), "# GKE と EKS の選択", ["### GKE", "### EKS"]),
        (&mut english(), "# Choice between GKE and EKS", ["### GKE", "### EKS"]),
    ] {
        let text = file(state, RecordUse::DownloadMarkdown);
        let expected = [
            title,
            "## Context and Problem Statement",
            "## Decision Drivers",
            "## Considered Options",
            "## Decision Outcome",
            "## Pros and Cons of the Options",
            sides[0],
            sides[1],
            "## More Information",
        ];
        let headings: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(headings, expected);
        assert!(text.starts_with("---\nstatus: proposed\ndate: 2026-12-24\n---\n\n# "), "{text}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains("\n\n\n"), "{text}");
    }
}

// Markdown as others read it.

/// The texts of headings, paragraphs and list items as another reader has them.
fn as_read(text: &str) -> Vec<String> {
    let body = text.split_once("\n---\n").unwrap().1;
    let mut read = vec![String::new()];
    let mut depth = 0;
    for event in Parser::new_ext(body, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Item) => read.push(String::new()),
            Event::Start(Tag::List(_)) => {
                depth += 1;
                assert_eq!(depth, 1, "a list in a list: {read:?}");
            }
            Event::End(TagEnd::List(_)) => depth -= 1,
            Event::Text(part) | Event::Code(part) => read.last_mut().unwrap().push_str(&part),
            Event::SoftBreak | Event::HardBreak => read.last_mut().unwrap().push(' '),
            Event::Start(Tag::Link { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(_) => {}
            other => panic!("unexpected {other:?} in\n{text}"),
        }
    }
    read.retain(|text| !text.is_empty());
    read
}

fn parts(state: &State, outcome: &str) -> Vec<Part> {
    let deck = state.deck.as_ref().unwrap();
    decision_record(&state.case(deck), &Wording { outcome, link: None })
}

/// Every part but the reader's own words is read as the text that it is.
fn is_read_as_meant(state: &State) {
    let parts = parts(state, "");
    let meant = parts.iter().map(|part| match part {
        Part::Heading(_, text) | Part::Paragraph(text) | Part::Verbatim(text) => text.clone(),
        Part::Item(item) => plain_text(item),
    });
    let tidy = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let meant: Vec<String> = meant.map(tidy).collect();
    let read: Vec<String> = as_read(&record_markdown(&parts, state.today)).into_iter().map(tidy).collect();
    assert_eq!(read, meant);
}

#[test]
fn the_markdown_is_read_as_it_is_meant() {
    is_read_as_meant(&shipped());
    is_read_as_meant(&reader(&GOOGLE, 0));
    is_read_as_meant(&english());
}

const SIGNS: &str = "*a* _b_ [c](d) `e` <b> # | ~~f~~ &amp; \\* ![g] **";

/// The English deck with signs of Markdown in the names, titles and texts that come into the record.
fn with_signs(title: &str) -> State {
    let yaml = title.replace('\\', "\\\\");
    // Markdown with a backslash before each sign is the sign itself.
    let escaped: String =
        title.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect();
    let deck = ASKING
        .replace("title: Talk", &format!("title: \"{yaml}\""))
        .replace("name: GKE", &format!("name: \"{yaml}\""))
        .replace("### GKE", "### gke")
        .replace("## Which cloud?", &format!("## {escaped}"))
        .replace("` Google `", &format!("` {escaped} `"))
        .replace("can *do* it", &format!("{escaped} ``x ` y`` **strong**"));
    play(&deck, [answers(&[0, 0, 1]), vec![Msg::Lens(LensMsg::Set(Lens::Moment(1)))]].concat())
}

#[test]
fn signs_of_markdown_in_titles_come_out_as_themselves() {
    let state = with_signs(SIGNS);
    let about = &state.deck.as_ref().unwrap().about;
    assert_eq!((about.title.as_deref(), about.sides[0].name.as_str()), (Some(SIGNS), SIGNS));
    let read = as_read(&record_markdown(&parts(&state, ""), state.today));
    assert!(read.contains(&format!("Choice between {SIGNS} and EKS")), "{read:?}");
    assert!(read.contains(&format!("{SIGNS} (matters: Normal): {SIGNS}")), "{read:?}");
    assert!(read.contains(&SIGNS.to_owned()), "{read:?}");
    assert!(
        read.iter().any(|text| text.starts_with(&format!("Good, because Claims: {SIGNS} x ` y strong"))),
        "{read:?}"
    );
    is_read_as_meant(&state);
}

#[test]
fn a_title_that_looks_like_a_list_is_no_list() {
    for title in ["1. first", "2) second", "- third", "+ fourth", "----", "+++ x"] {
        is_read_as_meant(&with_signs(title));
    }
}

#[test]
fn the_reader_s_words_stand_as_they_are() {
    let markdown = file(&mut shipped(), RecordUse::DownloadMarkdown);
    assert!(markdown.contains(&format!("\n\n{WORDS}\n\n")), "{markdown}");
    let nothing = file(&mut english(), RecordUse::DownloadMarkdown);
    assert!(nothing.contains("\n\n(the outcome is not written yet)\n\n"), "{nothing}");
    assert!(parts(&english(), "  \n ").contains(&Part::Paragraph("(the outcome is not written yet)".into())));
    assert_eq!(json(&mut shipped())["decision"], WORDS);
    assert_eq!(json(&mut english())["decision"], Value::Null);
}

// What it rests on.

#[test]
fn ended_and_upcoming_claims_are_no_arguments() {
    let at = |moment| {
        let mut state =
            play(ASKING, [answers(&[0, 0]), vec![Msg::Lens(LensMsg::Set(Lens::Moment(moment)))]].concat());
        let markdown = file(&mut state, RecordUse::DownloadMarkdown);
        let json = json(&mut state);
        let ids: Vec<String> = json["claims"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .collect();
        (markdown, ids)
    };
    let (then, claims) = at(0);
    assert_eq!(claims, ["can", "cannot", "never"]);
    assert!(then.contains("* Bad, because Claims: cannot\n") && !then.contains("may"), "{then}");
    let (now, claims) = at(1);
    assert_eq!(claims, ["can", "may", "never"]);
    assert!(!now.contains("cannot") && now.contains("* Good, because Claims: may"), "{now}");
    assert!(now.contains("* Review by: 2027-11-22\n"), "{now}");
    // In the shipped deck every argument holds on the day of the record.
    for (moment, day) in [(0, "2020-10-08"), (1, "2026-11-22")] {
        let json = json(&mut reader(&GOOGLE, moment));
        assert_eq!(json["asOf"], day);
        for claim in json["claims"].as_array().unwrap() {
            assert!(claim["from"].as_str().is_none_or(|from| from <= day), "{claim}");
            assert!(claim["until"].as_str().is_none_or(|until| day < until), "{claim}");
        }
    }
}

#[test]
fn answers_that_do_not_count_drive_nothing() {
    let mut state = play(ASKING, answers(&[0, 0]));
    state.update(Msg::Quiz(QuizMsg::Importance(Importance::NotAtAll)));
    let markdown = file(&mut state, RecordUse::DownloadMarkdown);
    assert!(markdown.contains("* Which cloud? (matters: Normal): Google\n"), "{markdown}");
    assert!(!markdown.contains("Nodes?") && !markdown.contains("never"), "{markdown}");
    let nothing = file(&mut play(ASKING, []), RecordUse::DownloadMarkdown);
    assert!(nothing.contains(": no answers\n"), "{nothing}");
}

// JSON.

#[test]
fn the_json_fits_its_schema() {
    let out = play(ASKING, answers(&[1, 1, 0]));
    let untold =
        play("---\nsides: [{ id: a }, { id: b }]\n---\n## Q\n\n- [ ] x `a no`\n- [ ] y `a +1`\n", []);
    let either = play(ASKING, answers(&[2]));
    for mut state in [shipped(), english(), out, untold, either, with_signs(SIGNS), reader(&GOOGLE, 0)] {
        let json = json(&mut state);
        assert_eq!(misfits(&schema(), &json), [""; 0], "{json:#}");
    }
}

#[test]
fn the_json_tells_answers_points_and_rulings_out() {
    let json = json(&mut play(ASKING, answers(&[1, 1, 0])));
    assert_eq!(json["outcome"]["kind"], "only-one");
    assert_eq!(json["outcome"]["sides"], serde_json::json!(["gke"]));
    assert_eq!(json["sides"][1]["ruledOutBy"], serde_json::json!(["q-must"]));
    assert_eq!((&json["sides"][1]["points"], &json["outcome"]["pointsInPlay"]), (&10.into(), &12.into()));
    let first = &json["questions"][0];
    assert_eq!(
        (&first["id"], &first["option"], &first["answer"]),
        (&"q-cloud".into(), &"aws".into(), &"AWS".into())
    );
    assert_eq!(first["points"], serde_json::json!({ "gke": 0, "eks": 10 }));
    assert_eq!(first["evidence"], serde_json::json!(["can", "cannot", "claims"]));
    let mut english = english();
    let json = self::json(&mut english);
    assert_eq!(
        (&json["questions"][1]["importance"], &json["questions"][2]["answered"]),
        (&2.into(), &"unknown".into())
    );
    assert_eq!(json["questions"][1]["points"], serde_json::json!({ "gke": 4, "eks": 6 }));
    assert_eq!(
        (&json["language"], &json["reviewBy"], &json["link"]),
        (&"en".into(), &"2027-11-22".into(), &Value::Null)
    );
}
