//! Two told decks side by side: what one has and the other hasn't, or has otherwise.

use super::told::{Fact, Node, Told};

struct Comparison<'t> {
    left: &'t Told,
    right: &'t Told,
    found: Vec<String>,
}

/// All differences, with file and line of both decks.
pub fn differences(left: &Told, right: &Told) -> Vec<String> {
    let mut comparison = Comparison { left, right, found: Vec::new() };
    comparison.nodes(&left.root, &right.root);
    comparison.found
}

/// A node as messages name it.
fn named(node: &Node) -> String {
    if node.id.is_empty() { node.kind.to_owned() } else { format!("{} \"{}\"", node.kind, node.id) }
}

impl Comparison<'_> {
    fn report(&mut self, left: usize, what: &str, right: usize, there: &str) {
        let (file, other) = (&self.left.file, &self.right.file);
        self.found.push(format!("{file}:{left}: {what}, in {other}:{right} {there}"));
    }

    fn nodes(&mut self, left: &Node, right: &Node) {
        for fact in &left.facts {
            let same = right.facts.iter().find(|other| other.name == fact.name);
            let none = Fact { name: fact.name, values: Vec::new() };
            self.values(left, fact, right, same.unwrap_or(&none));
        }
        for fact in right.facts.iter().filter(|fact| left.facts.iter().all(|one| one.name != fact.name)) {
            self.values(left, &Fact { name: fact.name, values: Vec::new() }, right, fact);
        }
        self.inner(left, right);
    }

    /// Value by value; only the first difference where one is missing, since all behind it move.
    fn values(&mut self, node: &Node, left: &Fact, other: &Node, right: &Fact) {
        let moved = left.values.len() != right.values.len();
        for at in 0..left.values.len().max(right.values.len()) {
            let (here, there) = (left.values.get(at), right.values.get(at));
            if here.map(|(value, _)| value) == there.map(|(value, _)| value) {
                continue;
            }
            let shown =
                |one: Option<&(String, usize)>| one.map_or("nothing".into(), |(v, _)| format!("`{v}`"));
            let what = format!("{}: {} differs: {}", named(node), left.name, shown(here));
            let line = |one: Option<&(String, usize)>, node: &Node| one.map_or(node.line, |(_, line)| *line);
            self.report(line(here, node), &what, line(there, other), &shown(there));
            if moved {
                break;
            }
        }
    }

    /// Nodes are paired by their ids. As many left over on both sides were renamed.
    fn inner(&mut self, left: &Node, right: &Node) {
        let in_both = |node: &Node, other: &Node| other.inner.iter().any(|one| one.id == node.id);
        let (same, lone): (Vec<_>, Vec<_>) = left.inner.iter().partition(|node| in_both(node, right));
        let (others, lone_others): (Vec<_>, Vec<_>) =
            right.inner.iter().partition(|node| in_both(node, left));
        self.order(&same, &others);
        for node in &same {
            others.iter().filter(|other| other.id == node.id).for_each(|other| self.nodes(node, other));
        }
        if lone.len() == lone_others.len() {
            for (node, other) in lone.iter().zip(&lone_others) {
                self.report(node.line, &format!("{}: id differs", named(node)), other.line, &named(other));
                self.nodes(node, other);
            }
            return;
        }
        for node in lone {
            self.report(node.line, &format!("{} stands only here", named(node)), right.line, "not");
        }
        for other in lone_others {
            self.report(left.line, &format!("{} is missing", named(other)), other.line, "it stands");
        }
    }

    fn order(&mut self, left: &[&Node], right: &[&Node]) {
        if let Some((node, other)) = left.iter().zip(right).find(|(node, other)| node.id != other.id) {
            self.report(node.line, &format!("{}: order differs", named(node)), other.line, &named(other));
        }
    }
}
