//! What is on the screen as a link, and as code for pages of others.

use super::state::State;
use crate::text::fragment::encoded;
use crate::text::markup::escaped;
use crate::words::fill;

/// A way of sharing what is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// An address.
    Link,
    /// The element and its loader, as HTML.
    Element,
    /// A frame, as HTML, for pages that take no scripts.
    Frame,
}

/// The page of the site that shows a deck in a frame.
const FRAME_PAGE: &str = "embed.html";

const ELEMENT: &str = "<script type=\"module\" src=\"{0}embed/kurabe.js\"></script>\n<kurabe-deck {1}>\n  \
                       <a href=\"{2}\">{3}</a>\n</kurabe-deck>";
const FRAME: &str = "<iframe src=\"{0}\" title=\"{1}\" style=\"width: 100%; aspect-ratio: 16 / 9; border: 0\" \
                     loading=\"lazy\" allow=\"fullscreen; clipboard-write; screen-wake-lock\"></iframe>";

impl State {
    /// All ways in which what is on the screen can be shared now.
    pub fn shares(&self) -> Vec<(Share, String)> {
        let mut made = Vec::new();
        for share in [Share::Link, Share::Element, Share::Frame] {
            if let Some(text) = self.shared(share) {
                made.push((share, text));
            }
        }
        made
    }

    /// The text to share; nothing where there is no address to give.
    pub fn shared(&self, share: Share) -> Option<String> {
        let mut at = self.own_address();
        if share == Share::Link
            && let Some(page) = &self.host.page
        {
            return Some([page.as_str(), at.text().as_str()].concat());
        }
        // A deck that stands in the element has no address.
        let deck = self.deck.as_ref().filter(|_| !self.source.file.is_empty())?;
        let title = escaped(deck.about.title.as_deref().unwrap_or_default());
        let site = self.site()?;
        // The frame's page shows decks of its own site only.
        let own = self.source.url.strip_prefix(site);
        at.others = own.map(|own| fill("deck={0}", &[&encoded(own)])).into_iter().collect();
        let frame = [site, FRAME_PAGE, at.text().as_str()].concat();
        Some(match share {
            Share::Element => {
                let slide = Some(at.fragment).filter(|id| !id.is_empty());
                let mut attributes = fill("src=\"{0}\"", &[&escaped(&self.source.url)]);
                for (name, value) in
                    [("view", at.view), ("slide", slide), ("sides", at.sides), ("as-of", at.as_of)]
                {
                    if let Some(value) = value {
                        attributes.push_str(&fill(" {0}=\"{1}\"", &[&name, &escaped(&value)]));
                    }
                }
                let link = escaped(if own.is_some() { &frame } else { &self.source.url });
                fill(ELEMENT, &[&site, &attributes, &link, &title])
            }
            _ if own.is_none() => return None,
            Share::Link => frame,
            Share::Frame => fill(FRAME, &[&escaped(&frame), &title]),
        })
    }

    /// Where the site lies from which the program came, with its last `/`.
    fn site(&self) -> Option<&str> {
        self.host.embed.program.rsplitn(4, '/').nth(3).map(|site| &self.host.embed.program[..=site.len()])
    }
}
