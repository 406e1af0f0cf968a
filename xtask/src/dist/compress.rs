//! Packs files for static hosting, with the strongest settings: it happens once, and every visitor gains.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// Kinds of files that shrink. Others, such as PNG, are packed already.
const SHRINKING: [&str; 11] =
    ["html", "js", "css", "md", "svg", "json", "wasm", "txt", "webmanifest", "deck", "xml"];

/// Whether packing `file` makes it smaller.
pub fn is_worth_packing(file: &Path) -> bool {
    extension(file).is_some_and(|kind| SHRINKING.contains(&kind))
}

/// Whether `file` is itself a packed copy of another.
pub fn is_packed(file: &Path) -> bool {
    matches!(extension(file), Some("br" | "gz"))
}

/// `bytes` in brotli: quality 11, window 22.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let settings =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &settings).context("brotli failed")?;
    Ok(packed)
}

/// `bytes` in gzip: level 9, without a time stamp.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).context("gzip failed")
}

/// Writes `.br` and `.gz` beside each of `files` that shrinks, the files side by side.
pub fn pack_all(files: &[PathBuf]) -> Result<()> {
    let pack = |file| move || pack(file);
    thread::scope(|scope| {
        let shrinking = files.iter().filter(|file| is_worth_packing(file));
        let workers: Vec<_> = shrinking.map(|file| scope.spawn(pack(file))).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| anyhow!("packing a file panicked"))?)
    })
}

fn pack(file: &Path) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
    write(file, "br", &brotli(&bytes)?)?;
    write(file, "gz", &gzip(&bytes)?)
}

fn write(file: &Path, kind: &str, bytes: &[u8]) -> Result<()> {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{kind}"));
    fs::write(&name, bytes).with_context(|| format!("can't write {}", name.display()))
}

fn extension(file: &Path) -> Option<&str> {
    file.extension().and_then(OsStr::to_str)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn packed_bytes_unpack_to_the_same() -> Result<()> {
        let text = "比べる, 比べる, 比べる\n".repeat(99).into_bytes();
        let (mut from_brotli, mut from_gzip) = (Vec::new(), Vec::new());
        brotli::BrotliDecompress(&mut &*brotli(&text)?, &mut from_brotli)?;
        flate2::read::GzDecoder::new(&*gzip(&text)?).read_to_end(&mut from_gzip)?;
        assert_eq!((&from_brotli, &from_gzip), (&text, &text));
        assert!(brotli(&text)?.len() < 99 && gzip(&text)?.len() < 99);
        Ok(())
    }

    #[test]
    fn texts_and_wasm_are_packed_and_packed_files_are_not() {
        assert!(
            ["index.html", "a/b.wasm", "deck.ja.md"].iter().all(|file| is_worth_packing(Path::new(file)))
        );
        assert!(
            !["a.png", "a.js.br", "a.js.gz", "LICENSE"].iter().any(|file| is_worth_packing(Path::new(file)))
        );
    }
}
