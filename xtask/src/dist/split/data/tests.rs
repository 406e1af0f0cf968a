//! Tests of what only the rest needs of the constants.

use super::*;

/// Constants of four bytes each at 16, 20 and 24; the second refers to the third. Then a variable at 28.
fn data() -> Data {
    let symbol = |start: u32, is_constant| Symbol { range: start..start + 4, is_constant };
    Data {
        segments: vec![(16, (0..12).collect()), (28, vec![9; 4])],
        symbols: vec![symbol(16, true), symbol(20, true), symbol(24, true), symbol(28, false)],
        references: vec![(1, 2)],
        ends: BTreeSet::from([20]),
    }
}

fn program(instructions: &str) -> Vec<u8> {
    wat::parse_str(format!(
        "(module (memory 1) (data (i32.const 16) \"abcdefghijkl\") (func {instructions}))"
    ))
    .expect("a program")
}

#[test]
fn what_instructions_and_used_constants_refer_to_is_used() -> Result<()> {
    let data = data();
    assert_eq!(data.unused_by(&program(""))?, [16..20, 20..24, 24..28]);
    assert_eq!(data.unused_by(&program("(drop (i32.const 17))"))?, [20..24, 24..28]);
    // The end of the first is the beginning of the second, which refers to the third.
    assert_eq!(data.unused_by(&program("(drop (i32.const 20))"))?, [0..0; 0]);
    let offset = "(drop (i32.load offset=25 (i32.const 0)))";
    assert_eq!(data.unused_by(&program(offset))?, [16..20, 20..24]);
    let only_beginnings = Data { ends: BTreeSet::new(), ..data };
    let unused = only_beginnings.unused_by(&program("(drop (i32.const 20))"))?;
    assert_eq!(unused.first(), Some(&(16..20)));
    assert_eq!(unused.len(), 1);
    Ok(())
}

#[test]
fn a_piece_has_what_is_between_and_no_variables() {
    let data = data();
    assert_eq!(data.pieces(&[16..18, 20..24]), [(16, (0..8).collect())]);
    assert_eq!(data.pieces(&[16..18, 26..28]), [(16, vec![0, 1]), (26, vec![10, 11])]);
    assert_eq!(data.pieces(&[24..26, 30..32]).len(), 2, "a variable is between");
}

#[test]
fn only_what_is_unused_goes() -> Result<()> {
    let rest = without(&program(""), &[17..19, 20..21])?;
    assert!(rest.windows(12).any(|bytes| bytes == b"a\0\0d\0fghijkl"), "{rest:?}");
    Ok(())
}

#[test]
fn a_constant_that_is_looked_at_from_beside_stays() {
    let mut data = data();
    data.keep_what_is_looked_at_from_beside(&[Some((0, 4, 4))], &[(0, -2)]);
    assert!(!data.symbols[1].is_constant && data.symbols[0].is_constant);
}

#[test]
fn an_end_is_what_counts_from_the_constant_before_it() {
    let mut data = Data { ends: BTreeSet::new(), ..data() };
    data.note_ends(&[Some((0, 0, 4)), Some((0, 4, 4))], &[(0, 4), (1, 0), (1, 2)]);
    assert_eq!(data.ends, BTreeSet::from([20]));
}

/// A constant at 16 that has the length of a name at 32, and where that stands, and is referred to.
fn located(name: &[u8], length: u8) -> Data {
    let mut bytes = vec![32, 0, 0, 0, length, 0, 0, 0, 7, 0, 0, 0, 9, 0, 0, 0];
    bytes.extend(name);
    let end = 32 + u32::try_from(name.len()).unwrap();
    let symbol = |range| Symbol { range, is_constant: true };
    Data {
        segments: vec![(16, bytes)],
        symbols: vec![symbol(16..32), symbol(32..end)],
        references: vec![(0, 1)],
        ends: BTreeSet::new(),
    }
}

#[test]
fn where_a_panic_is_belongs_to_the_rest() -> Result<()> {
    let program = program("(drop (i32.const 16))");
    assert_eq!(located(b"a.rs\0", 4).unused_by(&program)?, [16..32, 32..37]);
    assert_eq!(located(b"a.rs\0", 5).unused_by(&program)?, [0..0; 0], "a text with its zero");
    assert_eq!(located(b"a.md\0", 4).unused_by(&program)?, [0..0; 0]);
    Ok(())
}
