//! Tests of writing wasm in streams. That the browser's script puts it together again is tested with the site.

use super::*;

/// As `program.js` does it.
fn together(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = Bytes(&bytes[4..]);
    let number = |bytes: &mut Bytes<'_>| value(bytes.number().unwrap()) as usize;
    let [length, functions, before, behind] = [(); 4].map(|()| number(&mut bytes));
    let [kinds, constants] = [(); 2].map(|()| bytes.take(256).unwrap());
    let lengths: Vec<usize> = (0..number(&mut bytes)).map(|_| number(&mut bytes)).collect();
    let mut wasm = bytes.take(before).unwrap().to_vec();
    let mut streams: Vec<Bytes<'_>> =
        lengths.iter().map(|length| Bytes(bytes.take(*length).unwrap())).collect();
    for _ in 0..functions {
        let mut body = Vec::new();
        let runs = streams[1].number().unwrap();
        body.extend(runs);
        (0..runs[0] * 2).for_each(|_| body.extend(streams[1].number().unwrap()));
        let mut depth = 1;
        while depth > 0 {
            let instruction = streams[0].take(1).unwrap()[0];
            body.push(instruction);
            match instruction {
                BLOCK..=IF => depth += 1,
                END => depth -= 1,
                _ => {}
            }
            match kinds[usize::from(instruction)] {
                kind::CONSTANT => {
                    let stream = constants[usize::from(streams[0].0[0])];
                    body.extend(streams[usize::from(stream)].number().unwrap());
                }
                kind::LIST => {
                    let count = streams[5].number().unwrap();
                    body.extend(count);
                    (0..=value(count)).for_each(|_| body.extend(streams[5].number().unwrap()));
                }
                kind::PREFIX => {
                    let more = streams[0].take(1).unwrap()[0];
                    body.push(more);
                    let count =
                        if more < 8 { 0 } else { 1 + usize::from(more < 15 && more.is_multiple_of(2)) };
                    (0..count).for_each(|_| body.extend(streams[7].number().unwrap()));
                }
                known @ (kind::FOUR_BYTES | kind::EIGHT_BYTES) => {
                    body.extend(streams[7].take(usize::from(known - kind::MEMORY)).unwrap());
                }
                known if known >= kind::MEMORY => {
                    body.push(known - kind::MEMORY);
                    body.extend(streams[3].number().unwrap());
                }
                known => {
                    let stream = &mut streams[usize::from(known >> 2)];
                    (0..known & 3).for_each(|_| body.extend(stream.number().unwrap()));
                }
            }
        }
        let mut length = leb(u32::try_from(body.len()).unwrap());
        while length.len() < 5 {
            *length.last_mut().unwrap() |= 128;
            length.push(0);
        }
        wasm.extend(length);
        wasm.extend(body);
    }
    assert!(streams.iter().all(|stream| stream.0.is_empty()));
    assert_eq!(bytes.0.len(), behind);
    wasm.extend(bytes.0);
    assert_eq!(wasm.len(), length);
    wasm
}

/// The bodies of the functions, and the other sections.
fn parts(wasm: &[u8]) -> Result<[Vec<Vec<u8>>; 2]> {
    let [mut bodies, mut sections] = [(); 2].map(|()| Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().to_vec()),
            Payload::CodeSectionStart { .. } => {}
            _ => sections.extend(payload.as_section().map(|(id, range)| [&[id], &wasm[range]].concat())),
        }
    }
    Ok([bodies, sections])
}

/// Functions with everything that instructions can have in them.
const ALL: &str = r#"(module
  (import "m" "f" (func $f (param i32) (result i32)))
  (type $kind (func (param i32) (result i32)))
  (table 4 funcref) (table 2 externref) (memory 1) (global $g (mut i32) (i32.const 7))
  (elem declare func $g1) (export "e" (func $g1))
  (func $g1 (param i32) (result i32) (local i64 i64 f32)
    (block $out (loop $again
      (br_table $out $again $out (local.get 0))
      (br_if $again (i32.eqz (i32.add (local.get 0) (i32.const -200))))))
    (if (local.get 0) (then (global.set $g (i32.const 1000000))) (else (nop)))
    (local.set 1 (i64.const -7000000000)) (local.set 3 (f32.const 1.5))
    (drop (f64.const 2.25))
    (i64.store offset=300 (local.get 0) (i64.load offset=70000 (local.get 0)))
    (i32.store8 (i32.const 4) (i32.load16_u (i32.const 8)))
    (memory.fill (i32.const 0) (i32.const 1) (i32.const 2))
    (memory.copy (i32.const 0) (i32.const 1) (i32.const 2))
    (drop (table.grow 1 (ref.null extern) (i32.const 1))) (drop (memory.grow (i32.const 1)))
    (drop (i32.trunc_sat_f32_s (local.get 3))) (drop (ref.func $g1))
    (call_indirect (type $kind) (call $f (global.get $g)) (i32.const 3)))
  (func (nop) (unreachable))
  (data (i32.const 0) "abc"))"#;

#[test]
fn what_was_taken_apart_is_put_together() -> Result<()> {
    let wasm = wat::parse_str(ALL)?;
    let made = together(&apart(&wasm)?);
    wasmparser::Validator::new().validate_all(&made)?;
    assert_eq!(parts(&made)?, parts(&wasm)?);
    assert_eq!(parts(&wasm)?[0].len(), 2);
    Ok(())
}

#[test]
fn what_cannot_be_written_is_an_error() -> Result<()> {
    let unusual = wat::parse_str("(module (memory 1) (func (drop (i32.load align=1 (i32.const 0)))))")?;
    assert!(apart(&unusual).is_err_and(|error| error.to_string().contains("alignment")));
    let vector = wat::parse_str("(module (func (drop (v128.const i64x2 0 0))))")?;
    assert!(apart(&vector).is_err_and(|error| error.to_string().contains("0xfd")));
    assert!(apart(b"<!doctype html>").is_err());
    assert!(apart(&wat::parse_str("(module)")?).is_err());
    Ok(())
}

#[test]
fn it_does_not_begin_as_wasm_does() -> Result<()> {
    let made = apart(&wat::parse_str("(module (func))")?)?;
    assert_ne!(made[..4], *b"\0asm");
    assert_eq!(made[..4], MAGIC);
    Ok(())
}
