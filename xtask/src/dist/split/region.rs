//! Finds what can be taken out of a function: ends of sequences that a first visit doesn't come to, and by which ways
//! control leaves them.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{BlockType, Operator, ValType};

use super::body::{Body, has};
use super::module::Signature;

/// So many bytes must be won at least.
const LEAST: usize = 8;

/// A way out of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the end of its sequence.
    End,
    /// To a block around it, by its label at the region's place.
    Out(u32),
    /// Out of the function, with what it returns.
    Return,
}

/// The end of a sequence of instructions, and what its function is given and returns.
pub struct Region {
    pub start: usize,
    /// The end of the sequence, which stays.
    pub end: usize,
    /// How many blocks are around the sequence, the function's own not counted.
    pub depth: u32,
    pub ways: Vec<Way>,
    /// The locals that it is given, with their types.
    pub given: Vec<(u32, ValType)>,
    /// Those that it returns.
    pub written: Vec<(u32, ValType)>,
    /// The values that the end of the sequence or the function's return has.
    pub values: Vec<ValType>,
    /// Whether the end of its sequence has values.
    pub has_values: bool,
    /// The types of its further locals.
    pub own: Vec<ValType>,
    /// The numbers of the locals in its function.
    pub new: BTreeMap<u32, u32>,
}

impl Region {
    /// What its function returns: values or the number of a way, then locals.
    pub fn results(&self) -> Vec<ValType> {
        let way = (self.ways.len() > 1).then_some(ValType::I32);
        let written = self.written.iter().map(|(_, kind)| *kind);
        self.values.iter().copied().chain(way).chain(written).collect()
    }

    /// Whether there is but one way, and that has values.
    pub fn returns_values(&self) -> bool {
        self.has_values || self.ways == [Way::Return]
    }

    /// A label in the new function, at a place with `depth` blocks of the region around it. `outs` are the ways out,
    /// each with a block around all that is in the region, the first innermost.
    pub fn label(&self, label: u32, depth: u32, outs: &[u32]) -> u32 {
        if label < depth {
            return label;
        }
        if self.returns_values() {
            // The only label that is left is that of the function, or of the sequence whose values it returns.
            return depth;
        }
        let out = label - depth;
        let at = outs.iter().position(|other| *other == out);
        at.map_or(u32::MAX, |at| depth + u32::try_from(at).unwrap_or_default())
    }
}

/// The regions of a function, in their order. None lies in another.
pub fn regions(body: &Body<'_>, signatures: &[Signature]) -> Vec<Region> {
    let mut finder = Finder { body, signatures, frames: Vec::new(), found: Vec::new() };
    let last = body.operators.len() - 1;
    finder.look(0, last);
    finder.found
}

struct Finder<'a> {
    body: &'a Body<'a>,
    signatures: &'a [Signature],
    /// The blocks around the sequence, the innermost last.
    frames: Vec<usize>,
    found: Vec<Region>,
}

impl Finder<'_> {
    /// Looks through the sequence from `start` up to `end`.
    fn look(&mut self, start: usize, end: usize) {
        let mut at = start;
        let mut is_tried = false;
        while at < end {
            let is_block = self.body.end[at] != at;
            if !is_tried && !self.body.reached[at] && self.body.height[at] == Some(0) {
                if let Some(region) = self.region(at, end) {
                    self.found.push(region);
                    return;
                }
                // Where the whole can't be taken out, blocks in it perhaps can.
                is_tried = true;
            }
            if is_block {
                let behind = self.body.end[at];
                self.frames.push(at);
                match self.body.otherwise[at] {
                    Some(otherwise) => {
                        self.look(at + 1, otherwise);
                        self.look(otherwise + 1, behind);
                    }
                    None => self.look(at + 1, behind),
                }
                self.frames.pop();
                at = behind;
            }
            at += 1;
        }
    }

    fn region(&self, start: usize, end: usize) -> Option<Region> {
        if self.body.reached[start..end].contains(&true) {
            return None;
        }
        let (ways, values, has_values) = self.ways(start, end)?;
        let (used, set) = self.locals(start, end);
        let body = self.body;
        let kind = |local: u32| (local, body.locals[local as usize]);
        let given: Vec<(u32, ValType)> =
            used.iter().copied().filter(|local| has(&body.live[start], *local)).map(kind).collect();
        let depth = u32::try_from(self.frames.len()).ok()?;
        let is_read = |local: &u32| {
            ways.iter().any(|way| match way {
                Way::End => has(&body.live[end], *local),
                Way::Out(label) => has(&body.live[body.behind(self.frame(*label))], *local),
                Way::Return => false,
            })
        };
        let written: Vec<(u32, ValType)> = set.into_iter().filter(is_read).map(kind).collect();
        let length = body.offsets[end] - body.offsets[start];
        let cost = 2 * given.len() + 6 + 2 * written.len() + if ways.len() > 1 { 4 } else { 2 };
        if length < cost + LEAST {
            return None;
        }
        let is_given = |local: &u32| given.iter().any(|(other, _)| other == local);
        let own: Vec<u32> = used.iter().copied().filter(|local| !is_given(local)).collect();
        let order = given.iter().map(|(local, _)| *local).chain(own.iter().copied());
        let new = order.zip(0..).collect();
        let own = own.iter().map(|local| body.locals[*local as usize]).collect();
        Some(Region { start, end, depth, ways, given, written, values, has_values, own, new })
    }

    /// The block that a label at the sequence means; none: the function's own.
    fn frame(&self, label: u32) -> Option<usize> {
        let at = self.frames.len().checked_sub(1 + label as usize)?;
        Some(self.frames[at])
    }

    /// The ways out, the values that they have, and whether the end of the sequence has some. Nothing if there are ways
    /// with values and others.
    fn ways(&self, start: usize, end: usize) -> Option<(Vec<Way>, Vec<ValType>, bool)> {
        let body = self.body;
        let depth = u32::try_from(self.frames.len()).ok()?;
        let mut outs: BTreeSet<u32> = BTreeSet::new();
        let mut inside = 0;
        let mut returns = false;
        for operator in &body.operators[start..end] {
            let mut out = |label: u32| {
                if label >= inside {
                    outs.insert(label - inside);
                }
            };
            match operator {
                Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => inside += 1,
                Operator::End => inside -= 1,
                Operator::Br { relative_depth } | Operator::BrIf { relative_depth } => out(*relative_depth),
                Operator::BrTable { targets } => {
                    targets.targets().flatten().chain([targets.default()]).for_each(&mut out);
                }
                Operator::Return => returns = true,
                _ => {}
            }
        }
        if outs.remove(&depth) {
            returns = true;
        }
        let of_function = self.body.results.clone();
        let of_end = self.end_results();
        let ends = body.height[end].is_some();
        // A branch to the sequence's own block is as good as its end, unless that is a loop.
        let own_is_loop = self.frames.last().is_some_and(|frame| self.is_loop(*frame));
        let values_of = |label: &u32| self.frame(*label).map_or(0, |frame| self.label_values(frame));
        if returns && !of_function.is_empty() {
            let is_only = outs.is_empty() && (!ends || self.frames.is_empty());
            return is_only.then(|| (vec![Way::Return], of_function, false));
        }
        if !of_end.is_empty() && (ends || (outs.contains(&0) && !own_is_loop)) {
            return (outs.is_empty() && !returns).then(|| (vec![Way::End], of_end, true));
        }
        if outs.iter().any(|label| values_of(label) > 0) {
            return None;
        }
        if returns {
            outs.insert(depth);
        }
        let end = ends.then_some(Way::End);
        let ways: Vec<Way> = end.into_iter().chain(outs.into_iter().map(Way::Out)).collect();
        // Of more than two ways one is chosen by a branch, which can't lead to the end of a loop.
        let is_possible = ways.len() <= 2 || !ends || !own_is_loop;
        is_possible.then_some((ways, Vec::new(), false))
    }

    /// What the end of the sequence leaves on the stack.
    fn end_results(&self) -> Vec<ValType> {
        let Some(frame) = self.frames.last() else { return self.body.results.clone() };
        match self.body.kind(*frame) {
            BlockType::Empty => Vec::new(),
            BlockType::Type(kind) => vec![kind],
            BlockType::FuncType(kind) => self.signatures[kind as usize].results.clone(),
        }
    }

    fn is_loop(&self, frame: usize) -> bool {
        matches!(self.body.operators[frame], Operator::Loop { .. })
    }

    /// How many values a branch to a block has.
    fn label_values(&self, frame: usize) -> usize {
        match self.body.kind(frame) {
            BlockType::FuncType(kind) if self.is_loop(frame) => {
                self.signatures[kind as usize].parameters.len()
            }
            BlockType::FuncType(kind) => self.signatures[kind as usize].results.len(),
            BlockType::Type(_) if !self.is_loop(frame) => 1,
            BlockType::Type(_) | BlockType::Empty => 0,
        }
    }

    /// The locals that are used, and those that are set.
    fn locals(&self, start: usize, end: usize) -> (BTreeSet<u32>, BTreeSet<u32>) {
        let (mut used, mut set) = (BTreeSet::new(), BTreeSet::new());
        for operator in &self.body.operators[start..end] {
            match operator {
                Operator::LocalGet { local_index } => {
                    used.insert(*local_index);
                }
                Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => {
                    used.insert(*local_index);
                    set.insert(*local_index);
                }
                _ => {}
            }
        }
        (used, set)
    }
}
