//! Which crate a function belongs to, by its name: the crate of the first path in it. A generic function counts for
//! the crate that defines it, whoever calls it: `core` and `alloc` carry what others make of them.

use std::collections::BTreeMap;

use rustc_demangle::demangle;
use serde::Serialize;

use super::wasm::Parts;

/// Functions without a path: the glue of wasm-bindgen and the compiler's own.
const NO_CRATE: &str = "(glue and intrinsics)";
/// Functions such as `<[u8]>::starts_with`: `core`'s and `alloc`'s.
const PRIMITIVE: &str = "(methods of primitive types)";
const NO_NAME: &str = "(functions without a name)";
const DATA: &str = "(data: constants and texts)";
const OTHER: &str = "(types, imports, exports, tables)";

/// What a crate costs, in raw bytes of the wasm.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    pub name: String,
    pub raw: u64,
}

/// The shares of all crates, the largest first. Their sum is the shipped wasm.
pub fn shares(parts: &Parts) -> Vec<Share> {
    let mut sums: BTreeMap<String, u64> = BTreeMap::new();
    for (name, bytes) in &parts.functions {
        let owner = name.as_deref().map_or_else(|| NO_NAME.to_owned(), crate_of);
        *sums.entry(owner).or_default() += bytes;
    }
    sums.insert(DATA.to_owned(), parts.data);
    sums.insert(OTHER.to_owned(), parts.other);
    let mut shares: Vec<Share> = sums.into_iter().map(|(name, raw)| Share { name, raw }).collect();
    shares.sort_by(|a, b| b.raw.cmp(&a.raw).then_with(|| a.name.cmp(&b.name)));
    shares
}

/// The crate of the function with this symbol, mangled or not.
fn crate_of(symbol: &str) -> String {
    let name = format!("{:#}", demangle(symbol));
    let mut before_colons = name.match_indices("::").map(|(end, _)| last_identifier(&name[..end]));
    let no_crate = if name.contains(">::") { PRIMITIVE } else { NO_CRATE };
    before_colons.find(|identifier| !identifier.is_empty()).unwrap_or(no_crate).to_owned()
}

/// The identifier at the end of `text`, which may have its crate's number behind it: `core[c5930c85a12de822]`. It is
/// empty behind a type: type parameters and primitive types have no `::` after them, so they are passed over.
fn last_identifier(text: &str) -> &str {
    let text = match text.rsplit_once('[') {
        Some((name, number)) if number.ends_with(']') => name,
        _ => text,
    };
    text.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_first_path() {
        for (symbol, expected) in [
            ("yew::scheduler::start_now", "yew"),
            ("<yew::html::Scope<COMP> as core::clone::Clone>::clone", "yew"),
            ("core::ptr::drop_in_place<yew::virtual_dom::VNode>", "core"),
            ("<&mut saphyr_parser::Parser<T> as core::iter::Iterator>::next", "saphyr_parser"),
            ("<T as core::convert::Into<U>>::into", "core"),
            ("<[T] as core::fmt::Debug>::fmt", "core"),
            ("<(A, B) as pulldown_cmark::Pair>::get", "pulldown_cmark"),
            ("<dyn core::any::Any>::is", "core"),
            ("_ZN3yew9scheduler9start_now17h0123456789abcdefE", "yew"),
            ("_RNvNtCs1234_3yew9scheduler9start_now", "yew"),
            ("core[c5930c85a12de822]::fmt::write", "core"),
            ("<i32 as core[c5930c85a12de822]::fmt::Display>::fmt", "core"),
            ("<[u8]>::len", PRIMITIVE),
            ("Ref(String) -> Externref", NO_CRATE),
            ("__wbindgen_malloc", NO_CRATE),
            ("memcpy", NO_CRATE),
        ] {
            assert_eq!(crate_of(symbol), expected, "{symbol}");
        }
    }

    #[test]
    fn shares_add_up_and_the_largest_is_first() {
        let function = |name: &str, bytes| (Some(name.to_owned()), bytes);
        let functions =
            vec![function("yew::a", 5), function("core::b", 70), function("yew::c", 8), (None, 1)];
        let shares = shares(&Parts { functions, data: 40, other: 3 });
        let listed: Vec<_> = shares.iter().map(|share| (share.name.as_str(), share.raw)).collect();
        assert_eq!(listed, [("core", 70), (DATA, 40), ("yew", 13), (OTHER, 3), (NO_NAME, 1)]);
    }
}
