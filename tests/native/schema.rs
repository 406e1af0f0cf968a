//! A checker for the few keywords of JSON Schema (2020-12) that `docs/decision-record.schema.json` uses, and
//! for how that file is written. A keyword that it doesn't know is a failure.

use serde_json::Value;

pub fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/decision-record.schema.json")).unwrap()
}

/// What is wrong with a value, each with its place; nothing if it fits.
pub fn misfits(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, value, "$", &mut found);
    found
}

fn check(schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    for (keyword, rule) in schema.as_object().unwrap() {
        let fits = match keyword.as_str() {
            "$schema" | "title" | "description" => true,
            "type" => match rule {
                Value::Array(types) => types.iter().any(|one| is_type(one, value)),
                one => is_type(one, value),
            },
            "enum" => rule.as_array().unwrap().contains(value),
            "pattern" => value.as_str().is_none_or(|text| is_like(rule.as_str().unwrap(), text)),
            "required" => {
                let names = rule.as_array().unwrap();
                names.iter().all(|name| value.get(name.as_str().unwrap()).is_some())
            }
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(rule, item, &format!("{place}[{at}]"), found);
                }
                true
            }
            "properties" => {
                for (name, rule) in rule.as_object().unwrap() {
                    if let Some(member) = value.get(name) {
                        check(rule, member, &format!("{place}.{name}"), found);
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = |name: &String| schema.get("properties").and_then(|all| all.get(name)).is_some();
                let others = value.as_object().into_iter().flatten().filter(|(name, _)| !known(name));
                for (name, member) in others {
                    match rule {
                        Value::Bool(false) => found.push(format!("{place}.{name} is not known")),
                        rule => check(rule, member, &format!("{place}.{name}"), found),
                    }
                }
                true
            }
            other => panic!("the checker doesn't know `{other}`"),
        };
        if !fits {
            found.push(format!("{place}: {value} breaks {keyword} {rule}"));
        }
    }
}

fn is_type(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "null" => value.is_null(),
        other => panic!("the checker doesn't know the type `{other}`"),
    }
}

/// The patterns of the schema.
fn is_like(pattern: &str, text: &str) -> bool {
    let has_form = |form: &str| {
        form.len() == text.len()
            && form.bytes().zip(text.bytes()).all(|(form, byte)| match form {
                b'0' => byte.is_ascii_digit(),
                other => byte == other,
            })
    };
    match pattern {
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => has_form("0000-00-00"),
        "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" => ["0000", "0000-00", "0000-00-00"].into_iter().any(has_form),
        "^([0-9]{4}-[0-9]{2}-[0-9]{2}|always)$" => text == "always" || has_form("0000-00-00"),
        "^[A-Za-z0-9-]+$" => !text.is_empty() && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-'),
        other => panic!("the checker doesn't know the pattern `{other}`"),
    }
}

/// Every member is told in a sentence; every object lists its members, requires them all and allows no others.
fn is_well_written(schema: &Value, place: &str) {
    let described = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    let is_member = !place.ends_with("[]") && !place.ends_with("{}");
    assert!(!is_member || (described.ends_with('.') && described.contains(' ')), "{place}: {described}");
    if let Some(members) = schema.get("properties").and_then(Value::as_object) {
        assert_eq!(schema["additionalProperties"], false, "{place}");
        let required: Vec<&str> =
            schema["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        assert_eq!(required.len(), members.len(), "{place}");
        for (name, member) in members {
            assert!(required.contains(&name.as_str()), "{place}.{name}");
            is_well_written(member, &format!("{place}.{name}"));
        }
    }
    if let Some(items) = schema.get("items") {
        is_well_written(items, &format!("{place}[]"));
    }
}

#[test]
fn the_schema_tells_every_member() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    is_well_written(&schema, "$");
}

#[test]
fn the_checker_finds_what_does_not_fit() {
    let rule = serde_json::json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["day"],
        "properties": {
            "day": { "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
            "list": { "type": "array", "items": { "type": "integer", "enum": [1, 2] } }
        }
    });
    let count = |value: Value| misfits(&rule, &value).len();
    assert_eq!(count(serde_json::json!({ "day": "2026-11-22", "list": [1, 2] })), 0);
    assert_eq!(count(serde_json::json!({ "day": null })), 0);
    assert_eq!(count(serde_json::json!({})), 1);
    assert_eq!(count(serde_json::json!({ "day": "2026-1-22" })), 1);
    assert_eq!(count(serde_json::json!({ "day": 5 })), 1);
    assert_eq!(count(serde_json::json!({ "day": null, "list": [3, 1.5] })), 3);
    assert_eq!(count(serde_json::json!({ "day": null, "other": 1 })), 1);
}
