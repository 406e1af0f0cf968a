//! How the page calls the wasm. It has no imports, and three functions besides its memory:
//!
//! 1. `kurabe_alloc(length)` gives the address of `length` bytes. The page writes the language's name and right
//!    behind it the text there, both in UTF-8.
//! 2. `kurabe_colours(address, language_length, text_length)` takes those bytes back: the two lengths add up to the
//!    `length` of 1., and the address is not to be used again. It gives 0 if the language is not known, else the
//!    address of a list of 32-bit numbers, aligned to four bytes: how many pieces there are, then a number a piece,
//!    which is its length in bytes times 16, and its kind (`Kind`). A text is shorter than 2^28 bytes.
//! 3. `kurabe_free(address)` takes such a list back, after the page has copied it. 0 is allowed.
//!
//! Each call may make the memory grow: views of `memory.buffer` are made anew after it. Where memory runs out the
//! call traps, and the instance is to be dropped.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use core::ptr;

use crate::{languages, lexer};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// Gives `length` bytes, which `kurabe_colours` takes back.
#[allow(unsafe_code, reason = "an exported name; no other crate exports it")]
#[unsafe(no_mangle)]
pub extern "C" fn kurabe_alloc(length: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
}

/// Finds the pieces of the text at `address`.
///
/// # Safety
///
/// `address` comes from `kurabe_alloc` with the sum of both lengths, and is given here once.
#[allow(unsafe_code, reason = "takes memory that the page wrote")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kurabe_colours(address: *mut u8, language: usize, text: usize) -> *mut u32 {
    let bytes = ptr::slice_from_raw_parts_mut(address, language + text);
    // SAFETY: the caller says that `kurabe_alloc` gave a boxed slice of this length, and nobody else owns it.
    let bytes = unsafe { Box::from_raw(bytes) };
    let Some((language, text)) = bytes.split_at_checked(language) else { return ptr::null_mut() };
    let Some(language) = languages::find(language) else { return ptr::null_mut() };
    let pieces = lexer::pieces(language, text);
    let mut list = Vec::with_capacity(pieces.len() + 1);
    list.push(number(pieces.len()));
    list.extend(pieces.into_iter().map(|(kind, length)| number(length) * 16 + kind as u32));
    Box::into_raw(list.into_boxed_slice()).cast()
}

/// Takes a list back.
///
/// # Safety
///
/// `list` is 0 or comes from `kurabe_colours`, and is given here once. Its first number is unchanged.
#[allow(unsafe_code, reason = "takes a list back that the page had")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kurabe_free(list: *mut u32) {
    if !list.is_null() {
        // SAFETY: `kurabe_colours` made a boxed slice of the number in its first place, and one more.
        unsafe { drop(Box::from_raw(ptr::slice_from_raw_parts_mut(list, *list as usize + 1))) };
    }
}

/// On wasm, addresses and lengths have 32 bits.
#[allow(clippy::cast_possible_truncation, reason = "a text is shorter than 2^28 bytes")]
fn number(length: usize) -> u32 {
    length as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the page does, and the numbers of the list; nothing if there is none.
    #[allow(unsafe_code, reason = "the page writes and reads memory")]
    fn call(language: &str, text: &str) -> Option<Vec<u32>> {
        let bytes = [language.as_bytes(), text.as_bytes()].concat();
        let address = kurabe_alloc(bytes.len());
        // SAFETY: as the contract above says.
        unsafe {
            ptr::copy_nonoverlapping(bytes.as_ptr(), address, bytes.len());
            let list = kurabe_colours(address, language.len(), text.len());
            let numbers =
                (!list.is_null()).then(|| core::slice::from_raw_parts(list, *list as usize + 1).to_vec());
            kurabe_free(list);
            numbers
        }
    }

    #[test]
    fn the_page_gets_a_list_with_its_length() {
        let expected = vec![4, 4 * 16 + 5, 16 + 9, 16, 16 + 3];
        assert_eq!(call("json", "true:\n1"), Some(expected));
        assert_eq!(call("json", ""), Some(vec![0]));
        assert_eq!(call("text", "a"), None);
        assert_eq!(call("", ""), None);
    }
}
