//! The browser entry. The page's module script calls `mount` and `unmount` of `kurabe::shell` when a
//! `<kurabe-deck>` comes and goes; nothing is done before.

#[allow(unused_imports, reason = "linking the library keeps its exports")]
use kurabe::shell;

/// A small allocator: every visitor loads it.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}
