//! Questions: task lists outside the columns whose options have weights.

use super::blocks::first_line;
use super::check::Excluded;
use super::claim::id_word;
use super::events::{Kind, Node};
use super::slide::SlideReader;
use crate::model::claim::{Id, SideIndex};
use crate::model::quiz::{Choice, Effect, Question, Weight};
use crate::text::unicode::fold;
use crate::text::{Span, nearest::nearest};
use crate::words::problem::Problem;

/// A code span that has the form of a weight.
enum Reading {
    Weight(Weight),
    /// It begins with a side's id, but the rest can't be read.
    Bad(String),
    /// The form fits, but no such side is declared.
    UnknownSide(String),
}

impl SlideReader<'_, '_, '_> {
    /// Whether a list is a question: a task list with at least one option that ends with a weight.
    /// Spans that look like weights and are none are reported here, once.
    pub fn is_question(&mut self, list: &Node) -> bool {
        let is_task_list = list.children.iter().any(|item| matches!(item.kind, Kind::Item { task: Some(_) }));
        if !is_task_list {
            return false;
        }
        let found: Vec<_> =
            list.children.iter().map(|item| self.report_weights(first_line(item).0)).collect();
        found.contains(&true)
    }

    /// Reports what is wrong with the weights of a line; tells whether it ends with a good one.
    fn report_weights(&mut self, line: &[Node]) -> bool {
        let (start, readings) = self.trailing_weights(line);
        let mut good = false;
        for (reading, span) in readings {
            match reading {
                Reading::Weight(weight) => {
                    good = true;
                    self.look_at_points(weight, span);
                }
                Reading::Bad(text) => self.reader.report(span, Problem::BadWeight { text }),
                Reading::UnknownSide(side) => {
                    let ids = self.reader.about.sides.iter().map(|side| side.id.as_str());
                    let nearest = nearest(&side, ids).map(str::to_owned);
                    self.reader.report(span, Problem::WeightSide { side, nearest });
                }
            }
        }
        self.report_weight_not_last(&line[..start]);
        good
    }

    /// Points that count, but are no level from 0 to 3; the deck's first ones are told.
    fn look_at_points(&mut self, weight: Weight, span: Span) {
        let is_level = !matches!(weight.effect, Effect::Points(points) if !(0..=3).contains(&points));
        if !is_level && !self.reader.has_large_weights {
            self.reader.has_large_weights = true;
            let text = span.of(self.reader.source).trim_matches('`').to_owned();
            self.reader.report(span, Problem::WeightBeyondLevels { text });
        }
    }

    fn report_weight_not_last(&mut self, line: &[Node]) {
        let at_line_end =
            line.windows(2).filter(|pair| matches!(pair[1].kind, Kind::SoftBreak | Kind::HardBreak));
        let spans: Vec<&Node> = at_line_end.map(|pair| &pair[0]).collect();
        for node in spans {
            if matches!(self.weight(node), Some(Reading::Weight(_))) {
                self.reader.report(node.span, Problem::WeightNotLast);
            }
        }
    }

    pub fn read_question(&mut self, list: &Node) -> Question {
        let options = list.children.iter().enumerate().map(|(at, item)| self.choice(item, at)).collect();
        Question { options }
    }

    fn choice(&mut self, item: &Node, at: usize) -> Choice {
        let (line, others) = first_line(item);
        let (end, readings) = self.trailing_weights(line);
        let (id, start) = self.choice_id(&line[..end]);
        let mut weights = Vec::new();
        for (reading, span) in readings {
            let Reading::Weight(weight) = reading else { continue };
            if weight.effect == Effect::RulesOut {
                let Weight { side, period, .. } = weight;
                self.reader.excluded.push(Excluded { side, period, span, links: 0..0 });
            }
            weights.push(weight);
        }
        let mut text = self.inlines(&line[start..end]);
        trim(&mut text);
        let more = self.without_claims(|slide| slide.blocks(others));
        Choice { id: id.unwrap_or_else(|| Id((at + 1).to_string())), text, more, weights }
    }

    /// The id with which an option begins, and the number of nodes that tell it.
    fn choice_id(&mut self, line: &[Node]) -> (Option<Id>, usize) {
        let words = line.first().map(|node| self.words(node)).unwrap_or_default();
        let Some((id, span)) = words.first().and_then(|(word, span)| Some((id_word(word)?, *span))) else {
            return (None, 0);
        };
        for (word, span) in &words[1..] {
            self.reader.report(*span, Problem::ClaimWord { word: word.clone() });
        }
        (self.take_id(id, span), 1)
    }

    /// The readings of the spans that end a line, in its order, and where they begin.
    fn trailing_weights(&mut self, line: &[Node]) -> (usize, Vec<(Reading, Span)>) {
        let mut readings = Vec::new();
        let mut end = line.len();
        for (at, node) in line.iter().enumerate().rev() {
            match &node.kind {
                Kind::Text(text) if text.trim().is_empty() => {}
                Kind::CodeSpan(_) => match self.weight(node) {
                    Some(reading) => {
                        readings.push((reading, node.span));
                        end = at;
                    }
                    None => break,
                },
                _ => break,
            }
        }
        readings.reverse();
        (end, readings)
    }

    fn weight(&mut self, node: &Node) -> Option<Reading> {
        let words = self.words(node);
        let (first, rest) = words.split_first()?;
        let effect = rest.first().and_then(|(word, _)| effect(word));
        let Some(side) = self.declared_side(&first.0) else {
            return effect.map(|_| Reading::UnknownSide(first.0.clone()));
        };
        let bad = || {
            let texts: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
            Some(Reading::Bad(texts.join(" ")))
        };
        let period = match rest.get(1..).unwrap_or_default() {
            [] => None,
            [(word, span)] if word.contains("..") => match self.quiet_period(word, *span) {
                Some(period) => Some(period),
                None => return bad(),
            },
            _ => return bad(),
        };
        effect.map_or_else(bad, |effect| Some(Reading::Weight(Weight { side, effect, period })))
    }

    /// A period whose problems are told as the weight's.
    fn quiet_period(&mut self, word: &str, span: Span) -> Option<crate::model::date::Period> {
        let before = self.reader.found.len();
        let period = self.period(word, span);
        if period.is_none() {
            self.reader.found.truncate(before);
        }
        period
    }

    fn declared_side(&self, word: &str) -> Option<SideIndex> {
        let at = self.reader.about.sides.iter().position(|side| fold(&side.id) == fold(word))?;
        u8::try_from(at).ok().map(SideIndex)
    }
}

/// `+N` and `-N` with N from 1 to 100, `no` or `first`.
fn effect(word: &str) -> Option<Effect> {
    match word {
        "no" => return Some(Effect::RulesOut),
        "first" => return Some(Effect::First),
        _ => {}
    }
    let (sign, digits) =
        if let Some(digits) = word.strip_prefix('+') { (1, digits) } else { (-1, word.strip_prefix('-')?) };
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = plain.then(|| digits.parse().ok()).flatten()?;
    let number = i8::try_from(number).ok().filter(|number| (1..=100).contains(number))?;
    Some(Effect::Points(sign * number))
}

fn trim(text: &mut [crate::model::content::Inline]) {
    use crate::model::content::Inline::Text;
    if let Some(Text(first)) = text.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Text(last)) = text.last_mut() {
        *last = last.trim_end().to_owned();
    }
}
