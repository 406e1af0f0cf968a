//! The head of decks in compact bytes has a hash of what serde sees of the types: it changes whenever a field or variant
//! is added, renamed, moved or gets another type.

use kurabe::diagnostic::Parsed;
use kurabe::diagnostic::bytes::to_bytes;
use kurabe::model::content::{Alignment, Block, Figure, Inline};
use kurabe::model::date::PartialDate;
use kurabe::model::deck::{Deck, MomentDay};
use kurabe::model::quiz::Effect;
use kurabe::words::problem::{Expected, Problem, YamlProblem};
use serde_reflection::{Result, Samples, Tracer, TracerConfig};

/// The types as JSON, the names in order. Each enum is traced by itself, so that all its variants are seen.
fn schema() -> Result<String> {
    let (mut tracer, samples) = (Tracer::new(TracerConfig::default()), Samples::new());
    tracer.trace_type::<Alignment>(&samples)?;
    tracer.trace_type::<Figure>(&samples)?;
    tracer.trace_type::<Inline>(&samples)?;
    tracer.trace_type::<Block>(&samples)?;
    tracer.trace_type::<PartialDate>(&samples)?;
    tracer.trace_type::<MomentDay>(&samples)?;
    tracer.trace_type::<Effect>(&samples)?;
    tracer.trace_type::<YamlProblem>(&samples)?;
    tracer.trace_type::<Expected>(&samples)?;
    tracer.trace_type::<Problem>(&samples)?;
    tracer.trace_type::<Parsed<Deck>>(&samples)?;
    Ok(serde_json::to_string(&tracer.registry()?).unwrap_or_default())
}

/// FNV-1a with 32 bits.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[test]
fn the_head_of_compact_bytes_is_the_hash_of_the_schema() -> Result<()> {
    let schema = schema()?;
    for name in ["\"Parsed\"", "\"Deck\"", "\"Block\"", "\"Inline\"", "\"Problem\"", "\"issues_url\""] {
        assert!(schema.contains(name), "{name} is not in {schema}");
    }
    let head = [b"KRB".as_slice(), &hash(&schema).to_be_bytes()].concat();
    let parsed = Parsed { value: Deck::default(), diagnostics: Vec::new() };
    assert!(
        to_bytes(&parsed).starts_with(&head),
        "the schema has changed: HEAD in src/diagnostic/bytes.rs is to be {:?}",
        head.escape_ascii().to_string()
    );
    Ok(())
}
