//! A deck as a short text, so that fixtures can hold what is expected of it.

use kurabe::model::claim::Claim;
use kurabe::model::content::{Block, Inline, Item};
use kurabe::model::date::{Bound, Period};
use kurabe::model::deck::{Deck, Slide};
use kurabe::model::quiz::{Effect, Weight};
use std::fmt::Write;

pub fn outline(deck: &Deck) -> String {
    let mut out = String::new();
    about(deck, &mut out);
    for one in &deck.slides {
        slide(deck, one, &mut out);
    }
    out
}

fn about(deck: &Deck, out: &mut String) {
    let about = &deck.about;
    let texts = [
        ("title", &about.title),
        ("lang", &about.lang),
        ("author", &about.author),
        ("event", &about.event),
        ("issues-url", &about.issues_url),
    ];
    for (key, value) in texts {
        value.iter().for_each(|value| writeln!(out, "{key}: {value}").unwrap());
    }
    for side in &about.sides {
        let color = side.color.map(|c| format!(" #{:02x}{:02x}{:02x}", c.red, c.green, c.blue));
        writeln!(out, "side {} `{}`{}", side.id, side.name, color.unwrap_or_default()).unwrap();
    }
    about
        .moments
        .iter()
        .for_each(|moment| writeln!(out, "moment {:?} `{}`", moment.day, moment.name).unwrap());
    about.checked.iter().for_each(|day| writeln!(out, "checked {day}").unwrap());
    about.review_after.iter().for_each(|months| writeln!(out, "review-after {months}").unwrap());
    about.duration.iter().for_each(|seconds| writeln!(out, "duration {seconds} s").unwrap());
    about.translations.iter().for_each(|(tag, to)| writeln!(out, "translation {tag}: {to}").unwrap());
}

fn slide(deck: &Deck, slide: &Slide, out: &mut String) {
    write!(out, "slide #{} \"{}\"", slide.id.as_str(), inlines(&slide.title)).unwrap();
    if slide.opens_section {
        out.push_str(" section");
    }
    slide.topic.iter().for_each(|topic| write!(out, " topic={topic}").unwrap());
    slide.time.iter().for_each(|time| write!(out, " time={time}").unwrap());
    out.push_str(if slide.is_background { " background" } else { "" });
    out.push_str(if slide.hidden { " hidden\n" } else { "\n" });
    part(deck, slide, "", &slide.above, out);
    for column in &slide.columns {
        writeln!(out, "  column {}", deck.about.sides[column.side.index()].id).unwrap();
        part(deck, slide, "  ", &column.blocks, out);
    }
    if !slide.below.is_empty() {
        out.push_str("  below\n");
        part(deck, slide, "  ", &slide.below, out);
    }
    for (at, text) in slide.footnotes.iter().enumerate() {
        writeln!(out, "  footnote {}", at + 1).unwrap();
        part(deck, slide, "  ", text, out);
    }
    for note in &slide.notes {
        out.push_str("  note\n");
        part(deck, slide, "  ", note, out);
    }
}

fn part(deck: &Deck, slide: &Slide, indent: &str, blocks: &[Block], out: &mut String) {
    let indent = format!("{indent}  ");
    blocks.iter().for_each(|one| block(deck, slide, &indent, one, out));
}

fn block(deck: &Deck, slide: &Slide, indent: &str, block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(text) => writeln!(out, "{indent}p {}", inlines(text)).unwrap(),
        Block::Heading { level, content } => writeln!(out, "{indent}h{level} {}", inlines(content)).unwrap(),
        Block::List(list) => {
            let start = list.start.map(|start| format!(" from {start}")).unwrap_or_default();
            writeln!(out, "{indent}list{start}{}", if list.stepwise { " stepwise" } else { "" }).unwrap();
            list.items.iter().for_each(|one| item(deck, slide, indent, one, out));
        }
        Block::Quote(blocks) => {
            writeln!(out, "{indent}quote").unwrap();
            part(deck, slide, indent, blocks, out);
        }
        Block::Code(code) => {
            writeln!(out, "{indent}code `{}` {:?} {:?}", code.language, code.steps, code.text).unwrap();
        }
        Block::Table(table) => {
            let row = |cells: &[Vec<Inline>]| {
                cells.iter().map(|cell| inlines(cell)).collect::<Vec<_>>().join(" | ")
            };
            writeln!(out, "{indent}table {:?}: {}", table.alignments, row(&table.head)).unwrap();
            table.rows.iter().for_each(|cells| writeln!(out, "{indent}  row: {}", row(cells)).unwrap());
        }
        Block::Rule => writeln!(out, "{indent}rule").unwrap(),
        Block::Html(text) => writeln!(out, "{indent}html {text:?}").unwrap(),
        Block::Figure(figure) => writeln!(out, "{indent}figure {figure:?}").unwrap(),
        Block::Question => question(deck, slide, indent, out),
    }
}

fn item(deck: &Deck, slide: &Slide, indent: &str, item: &Item, out: &mut String) {
    let task = match item.task {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    };
    let claim = item.claim.as_ref().map(|one| claim(deck, one)).unwrap_or_default();
    writeln!(out, "{indent}- {task}{claim}").unwrap();
    part(deck, slide, indent, &item.blocks, out);
}

fn claim(deck: &Deck, claim: &Claim) -> String {
    let side = claim.side.map_or("all", |side| &deck.about.sides[side.index()].id);
    let mut text = format!("claim({side}");
    claim.id.iter().for_each(|id| write!(text, " #{}", id.as_str()).unwrap());
    claim.period.iter().for_each(|one| write!(text, " {}", period(one)).unwrap());
    claim.checked.iter().for_each(|day| write!(text, " @{day}").unwrap());
    claim.replaces.iter().for_each(|id| write!(text, " replaces:{}", id.as_str()).unwrap());
    claim.short.iter().for_each(|short| write!(text, " short:{short:?}").unwrap());
    text.push_str(if claim.added { " +)" } else { ")" });
    claim.sources.iter().for_each(|source| write!(text, " source <{}>", source.address.0).unwrap());
    text
}

fn period(period: &Period) -> String {
    let bound = |bound: Option<Bound>| {
        bound
            .map(|bound| format!("{}{}", if bound.by_then { "~" } else { "" }, bound.date))
            .unwrap_or_default()
    };
    format!("{}..{}", bound(period.from), bound(period.until))
}

fn question(deck: &Deck, slide: &Slide, indent: &str, out: &mut String) {
    writeln!(out, "{indent}question").unwrap();
    for choice in &slide.question.as_ref().unwrap().options {
        let weights: Vec<String> = choice.weights.iter().map(|one| weight(deck, *one)).collect();
        writeln!(
            out,
            "{indent}  ({}) {} => {}",
            choice.id.as_str(),
            inlines(&choice.text),
            weights.join(", ")
        )
        .unwrap();
        part(deck, slide, &format!("{indent}  "), &choice.more, out);
    }
}

fn weight(deck: &Deck, weight: Weight) -> String {
    let effect = match weight.effect {
        Effect::Points(points) => format!("{points:+}"),
        Effect::RulesOut => "no".to_owned(),
        Effect::First => "first".to_owned(),
    };
    let period = weight.period.map(|one| format!(" {}", period(&one))).unwrap_or_default();
    format!("{} {effect}{period}", deck.about.sides[weight.side.index()].id)
}

pub fn inlines(inlines: &[Inline]) -> String {
    inlines.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => text.clone(),
        Inline::Code(text) => format!("`{text}`"),
        Inline::Emphasis(inner) => format!("_{}_", inlines(inner)),
        Inline::Strong(inner) => format!("**{}**", inlines(inner)),
        Inline::Strikethrough(inner) => format!("~~{}~~", inlines(inner)),
        Inline::Link { address, content, .. } => format!("[{}]<{}>", inlines(content), address.0),
        Inline::Image { address, alternative, title } => {
            format!("![{alternative}]<{}>\"{title}\"", address.0)
        }
        Inline::Footnote(number) => format!("[^{number}]"),
        Inline::LineBreak => "\\".to_owned(),
    }
}
