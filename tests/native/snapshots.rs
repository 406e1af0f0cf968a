//! Reviewed files in `tests/data` with what the program says. `UPDATE_FIXTURES=1` writes them anew; review
//! the difference.

use std::path::Path;

/// Holds a text against the file of that name.
pub fn hold_against(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let mut pairs = expected.lines().zip(found.lines()).enumerate();
    let first = pairs.find(|(_, (expected, found))| expected != found);
    let place = first.map_or_else(
        || "one is longer than the other".to_owned(),
        |(at, (expected, found))| format!("line {}:\n--- expected\n{expected}\n--- found\n{found}", at + 1),
    );
    assert!(expected == found, "{name}: {place}");
}
