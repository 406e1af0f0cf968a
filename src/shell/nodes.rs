//! Makes the browser's nodes of Yew's, for what is drawn once: pictures of slides and printed pages. No text is read as
//! HTML on the way, which a page with Trusted Types would refuse.

use web_sys::{Document, Element};
use yew::Html;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Appends nodes to an element of HTML, with their attributes and what is in them. Properties and listeners are left out;
/// so are components, which pictures don't have.
pub fn append(parent: &Element, nodes: &Html) {
    if let Some(document) = parent.owner_document() {
        append_in(&document, parent, nodes, false);
    }
}

fn append_in(document: &Document, parent: &Element, nodes: &Html, is_in_svg: bool) {
    match nodes {
        Html::VTag(tag) => {
            // What is in an `svg` is SVG: there is no `foreignObject`.
            let is_svg = is_in_svg || tag.tag() == "svg";
            let element = if is_svg {
                document.create_element_ns(Some(SVG), tag.tag())
            } else {
                document.create_element(tag.tag())
            };
            let Ok(element) = element else { return };
            for (name, value) in tag.attributes.iter() {
                let _ = element.set_attribute(name, value);
            }
            if let Some(children) = tag.children() {
                append_in(document, &element, children, is_svg);
            }
            let _ = parent.append_child(&element);
        }
        Html::VText(text) => {
            let _ = parent.append_child(&document.create_text_node(&text.text));
        }
        Html::VList(list) => list.iter().for_each(|node| append_in(document, parent, node, is_in_svg)),
        _ => {}
    }
}
