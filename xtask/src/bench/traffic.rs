//! What comes over the wire while a page loads: how many requests, how many bytes, and whether more is awaited. Bytes
//! are counted as the browser received them: packed, with the headers of the answers.

use std::collections::BTreeSet;

use serde_json::Value;

/// What has been seen of a load so far.
#[derive(Debug, Default)]
pub struct Traffic {
    pub requests: u32,
    pub bytes: f64,
    open: BTreeSet<String>,
}

impl Traffic {
    /// Takes events of DevTools' domain Network. True: something came or went.
    pub fn take(&mut self, events: &[Value]) -> bool {
        events.iter().filter(|event| self.take_one(event)).count() > 0
    }

    fn take_one(&mut self, event: &Value) -> bool {
        let told = &event["params"];
        let id = told["requestId"].as_str().unwrap_or_default();
        match event["method"].as_str().unwrap_or_default() {
            // What stands in the page itself (`data:`, `blob:`) is no request.
            "Network.requestWillBeSent"
                if told["request"]["url"].as_str().is_some_and(|url| url.starts_with("http")) =>
            {
                self.requests += 1;
                self.open.insert(id.to_owned())
            }
            "Network.loadingFinished" if self.open.remove(id) => {
                self.bytes += told["encodedDataLength"].as_f64().unwrap_or_default();
                true
            }
            "Network.loadingFailed" => self.open.remove(id),
            _ => false,
        }
    }

    /// Whether an answer is awaited.
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn sent(id: &str, url: &str) -> Value {
        json!({"method": "Network.requestWillBeSent", "params": {"requestId": id, "request": {"url": url}}})
    }

    fn finished(id: &str, bytes: u32) -> Value {
        let told = json!({"requestId": id, "encodedDataLength": bytes});
        json!({"method": "Network.loadingFinished", "params": told})
    }

    #[test]
    fn answers_are_counted_as_they_came() {
        let mut traffic = Traffic::default();
        assert!(traffic.take(&[sent("1", "http://a/"), sent("2", "http://a/b.js"), finished("1", 500)]));
        assert!(traffic.is_open());
        let failed = json!({"method": "Network.loadingFailed", "params": {"requestId": "2"}});
        assert!(traffic.take(&[failed]) && !traffic.is_open());
        assert_eq!((traffic.requests, traffic.bytes), (2, 500.0));
    }

    #[test]
    fn what_stands_in_the_page_and_what_belongs_to_the_page_before_is_left_aside() {
        let mut traffic = Traffic::default();
        assert!(!traffic.take(&[sent("1", "data:,"), finished("1", 9), finished("0", 7)]));
        assert_eq!((traffic.requests, traffic.bytes), (0, 0.0));
        assert!(!traffic.is_open());
    }
}
