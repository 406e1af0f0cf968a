//! Makes a wasm file note which of its functions are called: a byte each in a second memory, which it exports.

use crate::dist::split::body::begins_part;
use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ExportKind, ExportSection, Function, Instruction, MemArg, MemorySection, MemoryType, Module,
};
use wasmparser::{ExportSectionReader, FunctionBody, MemorySectionReader, Parser};

/// What the second memory is called among the exports.
pub const MEMORY: &str = "called";

/// A page of wasm's memory, in bytes.
const PAGE: u64 = 65536;

/// `wasm` with a byte for each function that it defines, in their order; a function that is called sets its byte to 1.
pub fn instrumented(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let mut notes = Notes { next: 0 };
    notes.parse_core_module(&mut module, Parser::new(0), wasm).context("the wasm file is damaged")?;
    Ok(module.finish())
}

/// The number of the next function.
struct Notes {
    next: i32,
}

impl Reencode for Notes {
    type Error = std::convert::Infallible;

    fn parse_memory_section(
        &mut self,
        memories: &mut MemorySection,
        section: MemorySectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        utils::parse_memory_section(self, memories, section)?;
        let size = MemoryType {
            minimum: PAGES,
            maximum: Some(PAGES),
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        memories.memory(size);
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        utils::parse_export_section(self, exports, section)?;
        exports.export(MEMORY, ExportKind::Memory, 1);
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        self.mark(&mut function);
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            let operator = reader.read()?;
            let begins = begins_part(&operator);
            function.instruction(&self.instruction(operator)?);
            if begins && !reader.eof() {
                self.mark(&mut function);
            }
        }
        code.function(&function);
        Ok(())
    }
}

impl Notes {
    fn mark(&mut self, function: &mut Function) {
        function.instruction(&Instruction::I32Const(self.next));
        function.instruction(&Instruction::I32Const(1));
        function.instruction(&Instruction::I32Store8(MemArg { offset: 0, align: 0, memory_index: 1 }));
        self.next += 1;
    }
}

/// So many functions may be noted.
const PAGES: u64 = 4;
const _: () = assert!(PAGES * PAGE >= 60_000);

#[cfg(test)]
mod tests {
    use super::*;
    use wasmparser::Payload;

    /// A function that returns 7, and a memory.
    const WASM: &[u8] =
        b"\0asm\x01\0\0\0\x01\x05\x01\x60\0\x01\x7f\x03\x02\x01\0\x05\x03\x01\0\x01\x07\x05\x01\x01a\0\0\
        \x0a\x06\x01\x04\0\x41\x07\x0b";

    #[test]
    fn each_function_sets_its_byte() -> Result<()> {
        let wasm = instrumented(WASM)?;
        wasmparser::Validator::new().validate_all(&wasm)?;
        let bodies = Parser::new(0).parse_all(&wasm).filter_map(|payload| match payload {
            Ok(Payload::CodeSectionEntry(body)) => Some(body.as_bytes().to_vec()),
            _ => None,
        });
        // The byte at 0 of memory 1 becomes 1; then comes what was there.
        let expected: &[u8] = b"\0\x41\0\x41\x01\x3a\x40\x01\0\x41\x07\x0b";
        assert_eq!(bodies.collect::<Vec<_>>(), [expected]);
        Ok(())
    }
}
