//! Blocks of a slide.

use super::figures::figure;
use super::inlines::{image, inlines};
use super::item::item;
use crate::app::msg::Msg;
use crate::app::screen::SlideScreen;
use crate::model::content::{Alignment, Block, Code, Inline, List, Table};
use crate::model::quiz::Question;
use yew::prelude::*;

/// What drawing a block needs to know.
#[derive(Clone, Copy)]
pub struct Brush<'b> {
    pub screen: &'b SlideScreen,
    pub send: &'b Callback<Msg>,
    /// The blocks of the column or part that is being drawn: folded items are found there.
    pub part: &'b [Block],
}

impl Brush<'_> {
    pub fn blocks(self, blocks: &[Block]) -> Html {
        blocks.iter().map(|one| self.block(one)).collect()
    }

    fn block(self, block: &Block) -> Html {
        match block {
            Block::Paragraph(text) => self.paragraph(text),
            Block::Heading { level, content } => self.heading(*level, content),
            Block::List(list) => self.list(list),
            Block::Quote(blocks) => html! { <blockquote>{ self.blocks(blocks) }</blockquote> },
            Block::Code(code) => self.code(code),
            Block::Table(table) => self.table(table),
            Block::Rule => html! { <hr /> },
            Block::Html(text) => html! { <pre class="raw"><code>{ text }</code></pre> },
            Block::Figure(kind) => figure(*kind, self.screen),
            Block::Question => self.question(),
        }
    }

    pub fn text(self, text: &[Inline]) -> Html {
        inlines(text, &self.screen.base)
    }

    /// A paragraph that is one picture becomes a figure, its title the caption.
    fn paragraph(self, text: &[Inline]) -> Html {
        if let [Inline::Image { address, title, alternative }] = text {
            let picture = image(address, "", alternative, &self.screen.base);
            return html! {
                <figure>{ picture }<figcaption>{ title }</figcaption></figure>
            };
        }
        html! { <p>{ self.text(text) }</p> }
    }

    /// The slide's title is the heading of level 1, the sides' are of level 2.
    fn heading(self, level: u8, content: &[Inline]) -> Html {
        let text = self.text(content);
        match level {
            1 | 2 => html! { <h2>{ text }</h2> },
            3 => html! { <h3>{ text }</h3> },
            _ => html! { <h4>{ text }</h4> },
        }
    }

    fn list(self, list: &List) -> Html {
        let items: Html = list.items.iter().map(|one| item(self, one)).collect();
        match list.start {
            Some(start) => html! { <ol start={start.to_string()}>{ items }</ol> },
            None => html! { <ul>{ items }</ul> },
        }
    }

    fn code(self, code: &Code) -> Html {
        let view = self.screen.items.get(code.number.index());
        let step = view.map_or(0, |view| view.steps_since) as usize;
        let lit = code.steps.get(step.min(code.steps.len().saturating_sub(1)));
        let lines = code.text.lines().zip(1_u32..).map(|(line, number)| {
            let is_lit =
                lit.is_none_or(|ranges| ranges.iter().any(|(from, to)| (*from..=*to).contains(&number)));
            html! { <span class={if is_lit { "line" } else { "line dim" }}>{ line }{ "\n" }</span> }
        });
        html! { <pre class="code" tabindex="0" data-language={code.language.clone()}><code>{ for lines }</code></pre> }
    }

    fn table(self, table: &Table) -> Html {
        let class = |at: usize| match table.alignments.get(at) {
            Some(Alignment::Center) => "center",
            Some(Alignment::Right) => "right",
            _ => "",
        };
        let head = table
            .head
            .iter()
            .enumerate()
            .map(|(at, cell)| html! { <th scope="col" class={class(at)}>{ self.text(cell) }</th> });
        let rows = table.rows.iter().map(|row| {
            let cells = row
                .iter()
                .enumerate()
                .map(|(at, cell)| html! { <td class={class(at)}>{ self.text(cell) }</td> });
            html! { <tr>{ for cells }</tr> }
        });
        html! {
            <div class="table-box" tabindex="0"><table><thead><tr>{ for head }</tr></thead><tbody>{ for rows }</tbody></table></div>
        }
    }

    /// The options of the slide's question, as a list.
    fn question(self) -> Html {
        let question: Option<&Question> = self.screen.slide().and_then(|slide| slide.question.as_ref());
        let options = question.iter().flat_map(|question| &question.options);
        html! {
            <ul class="options">
                { for options.map(|option| html! { <li>{ self.text(&option.text) }{ self.blocks(&option.more) }</li> }) }
            </ul>
        }
    }
}
