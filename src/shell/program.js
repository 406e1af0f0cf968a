// Starts the program and stands between it and the element's class in `loader.js`. It lies in the folder of its
// version, beside everything that it loads.

const address = (name) => new URL(name, import.meta.url).href;

let glue;
let sheet;

async function bytes(name) {
  const answer = await fetch(address(name));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
}

// Whatever type the server says it has, it is wasm.
async function module() {
  const answer = await bytes("kurabe.wasm");
  const isNamed = /^application\/wasm/.test(answer.headers.get("content-type"));
  return isNamed ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

async function style() {
  const made = new CSSStyleSheet();
  made.replaceSync(await (await bytes("kurabe.css")).text());
  return made;
}

export async function start() {
  const [code, compiled, made] = await Promise.all([import("./glue.js"), module(), style()]);
  await code.default({ module_or_path: compiled });
  [glue, sheet] = [code, made];
}

// What colours code is a program of its own. It is loaded when a deck has code; colours/src/exports.rs tells how it
// is called.
let painter;

async function paint() {
  const loaded = await WebAssembly.instantiate(await (await bytes("colours.wasm")).arrayBuffer());
  return loaded.instance.exports;
}

async function colours(language, text) {
  if (!painter) painter = paint();
  const { memory, kurabe_alloc, kurabe_colours, kurabe_free } = await painter;
  const encoder = new TextEncoder();
  const name = encoder.encode(language);
  const code = encoder.encode(text);
  const place = kurabe_alloc(name.length + code.length);
  new Uint8Array(memory.buffer).set(name, place);
  new Uint8Array(memory.buffer).set(code, place + name.length);
  const list = kurabe_colours(place, name.length, code.length);
  if (!list) return new Uint32Array();
  const [count] = new Uint32Array(memory.buffer, list, 1);
  const pieces = new Uint32Array(memory.buffer, list + 4, count).slice();
  kurabe_free(list);
  return pieces;
}

export function mount(host) {
  if (host.page) {
    // The page's address may become that of another language: what the page links to must not change with it.
    document.querySelectorAll("link[rel=icon], link[rel=alternate]").forEach((link) => { link.href = link.href; });
  }
  const shadow = host.shadowRoot || host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [sheet];
  shadow.replaceChildren();
  glue.mount(host, shadow, { colours, home: address(".") });
}

export function unmount(host) {
  glue.unmount(host);
  host.shadowRoot.replaceChildren();
}

export function change() {}
export function ask() {}
export function state() {}
