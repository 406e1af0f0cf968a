// The start of a deck that is one file: everything else stands in it, in scripts of text, compressed and in base64
// (`xtask/src/dist/single.rs` writes them). Files opened by a double click may load no others.

async function kurabeBytes(name) {
  const script = document.querySelector(`script[data-file="${name}"]`);
  const packed = Uint8Array.from(atob(script.textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

globalThis.kurabeFile = async (name) => {
  const headers = name.endsWith(".wasm") ? { "Content-Type": "application/wasm" } : {};
  return new Response(await kurabeBytes(name), { headers });
};

globalThis.kurabeModule = async (name) => {
  const text = new TextDecoder().decode(await kurabeBytes(name));
  return import("data:text/javascript," + encodeURIComponent(text));
};
