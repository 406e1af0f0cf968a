//! How the page calls the wasm. Besides its memory it has three functions:
//!
//! 1. `kurabe_alloc(length)` gives the address of `length` bytes. The page writes the deck's Markdown there, in UTF-8.
//! 2. `kurabe_read(address, length)` takes those bytes back: the address is not to be used again. It gives the address
//!    of the deck as `kurabe::diagnostic::bytes` has it, behind its length as a 32-bit number; 0 if the text is not UTF-8.
//! 3. `kurabe_free(address)` takes such a piece of memory back, after the page has copied it.
//!
//! It has one import, `page.convert(form, address, length)`, since the browser has Unicode's tables: it gives the text
//! there in normal form C (0), in normal form KC (1) or in lower case (2), as a piece of memory from `kurabe_alloc`, the
//! text behind its length.
//!
//! Each call may make the memory grow: views of `memory.buffer` are made anew after it. Where memory runs out the
//! call traps, and the instance is to be dropped.

use std::ptr;

use kurabe::diagnostic::bytes::to_bytes;
use kurabe::read::read;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The bytes of a piece's length.
const LENGTH: usize = size_of::<u32>();

#[allow(unsafe_code, reason = "an exported name; no other crate exports it")]
#[unsafe(no_mangle)]
pub extern "C" fn kurabe_alloc(length: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
}

/// Reads the deck at `address`.
///
/// # Safety
///
/// `address` comes from `kurabe_alloc` with this length, and is given here once.
#[allow(unsafe_code, reason = "takes memory that the page wrote")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kurabe_read(address: *mut u8, length: usize) -> *mut u8 {
    // SAFETY: the caller says that `kurabe_alloc` gave a boxed slice of this length, and nobody else owns it.
    let bytes = unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(address, length)) };
    #[cfg(target_arch = "wasm32")]
    page::install();
    match String::from_utf8(bytes.into_vec()) {
        Ok(text) => given(&to_bytes(&read(&text))),
        Err(_) => ptr::null_mut(),
    }
}

/// A piece of memory for the page: the length, then the bytes.
fn given(bytes: &[u8]) -> *mut u8 {
    let length = u32::try_from(bytes.len()).unwrap_or_default();
    let mut piece = Vec::with_capacity(LENGTH + bytes.len());
    piece.extend(length.to_le_bytes());
    piece.extend(bytes);
    Box::into_raw(piece.into_boxed_slice()).cast()
}

/// Takes a piece of memory back.
///
/// # Safety
///
/// `address` comes from `kurabe_read` or `page.convert`, and is given here once.
#[allow(unsafe_code, reason = "takes memory back")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kurabe_free(address: *mut u8) {
    // SAFETY: as the caller says.
    drop(unsafe { taken(address) });
}

/// # Safety
///
/// `address` is that of a piece that was given, and nobody else owns it.
#[allow(unsafe_code, reason = "takes memory back")]
unsafe fn taken(address: *mut u8) -> Box<[u8]> {
    // SAFETY: a piece begins with its length.
    unsafe {
        let length = u32::from_le_bytes(*address.cast::<[u8; LENGTH]>()) as usize;
        Box::from_raw(ptr::slice_from_raw_parts_mut(address, LENGTH + length))
    }
}

#[cfg(target_arch = "wasm32")]
mod page {
    use super::{LENGTH, taken};
    use kurabe::text::unicode::{Form, install as install_converter};

    #[allow(unsafe_code, reason = "what the page lends")]
    #[link(wasm_import_module = "page")]
    unsafe extern "C" {
        fn convert(form: u32, address: *const u8, length: usize) -> *mut u8;
    }

    pub fn install() {
        install_converter(|text, form| {
            let form = match form {
                Form::Nfc => 0,
                Form::Nfkc => 1,
                Form::Lowercase => 2,
            };
            // SAFETY: the page reads the text before it answers, and gives a piece that is its own no more.
            #[allow(unsafe_code, reason = "as above")]
            let piece = unsafe { taken(convert(form, text.as_ptr(), text.len())) };
            String::from_utf8_lossy(&piece[LENGTH..]).into_owned()
        });
    }
}
