//! A question of the quiz: its options and how much it matters.

use super::blocks::Brush;
use super::pen::Pen;
use crate::analysis::answers::{Importance, Said};
use crate::app::msg::{Msg, QuizMsg};
use crate::app::screen::QuestionView;
use crate::model::quiz::Question;

/// The options as a group of radio buttons, "I don't know" the last of them, and how much the question
/// matters. The group's name is the slide's title, which stands above.
pub fn question(pen: &mut Pen, brush: Brush<'_>, question: &Question, view: &QuestionView) {
    let says = brush.screen.language.quiz();
    let lang = brush.screen.language.tag();
    // Other questions may be drawn, out of sight: a group of radio buttons is known by its name.
    let [options, importances] = ["option", "importance"].map(|name| format!("{name}-{}", brush.screen.at));
    pen.open("div").class("div", "question").key(&brush.screen.id);
    pen.class("fieldset", "options").attr("aria-labelledby", "slide-title");
    for (at, (option, chosen)) in question.options.iter().zip(&view.chosen).enumerate() {
        open_choice(pen, &options, *chosen, Msg::Quiz(QuizMsg::Answer(Said::Option(at))));
        brush.text(pen, &option.text);
        brush.blocks(pen, &option.more);
        pen.close().close();
    }
    open_choice(pen, &options, view.answer.said == Said::Unknown, Msg::Quiz(QuizMsg::Answer(Said::Unknown)));
    pen.open("span").attr("lang", lang).words(says.unknown).close().close().close().close();
    pen.class("fieldset", "importance").attr("lang", lang).with_words("legend", says.importance);
    for (importance, name) in Importance::ALL.into_iter().zip(says.importances) {
        let is_chosen = view.answer.importance == importance;
        open_choice(pen, &importances, is_chosen, Msg::Quiz(QuizMsg::Importance(importance)))
            .words(name)
            .close()
            .close();
    }
    pen.close().close().close();
}

/// Opens a label with its button, and the element for its text.
fn open_choice<'p>(pen: &'p mut Pen, name: &String, chosen: bool, msg: Msg) -> &'p mut Pen {
    pen.class("label", "choice").radio(name, chosen, msg).open("span")
}
