// Starts the program and stands between it and the element's class in `loader.js`. It lies in the folder of its
// version, beside everything that it loads.

const address = (name) => new URL(name, import.meta.url).href;

// The program of a release comes in two parts (xtask/src/dist/split.rs). This is the place in the first part's table of
// what brings the rest; 0: the program is whole.
const bringer = 0;

let glue;
let sheets;
let first;

// Without a network the service worker may have it, even if it came after this page.
const got = (url, how) => fetch(url, how).catch(async (error) => (await window.caches?.match(url)) || Promise.reject(error));

async function bytes(name) {
  const answer = await got(address(name));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
}

// Puts a wasm file together whose instructions stand apart from what is in them; xtask/src/dist/streams.rs tells how. One
// that is whole is returned as it is.
function together(bytes) {
  if (bytes[0] || bytes[1] !== 0x73) return bytes;
  let places = [4];
  let wasm;
  let end = 0;
  const number = (stream, copies) => {
    let value = 0;
    for (let shift = 0, byte = 128; byte > 127; shift += 7) {
      byte = bytes[places[stream]++];
      value |= (byte & 127) << shift;
      if (copies) wasm[end++] = byte;
    }
    return value;
  };
  const told = () => number(0);
  wasm = new Uint8Array(told());
  let functions = told();
  const [before, behind] = [told(), told()];
  const part = (length) => bytes.subarray(places[0], places[0] += length);
  const [kinds, constants] = [part(256), part(256)];
  const lengths = Array.from({ length: told() }, told);
  wasm.set(part(end = before));
  let [at] = places;
  places = lengths.map((length) => (at += length) - length);
  // What came in part is no wasm: who compiles it says so.
  if (at + behind !== bytes.length) return bytes;
  const copy = (stream) => number(stream, true);
  const one = (stream) => wasm[end++] = bytes[places[stream]++];
  while (functions--) {
    const start = end;
    end += 5;
    for (let left = copy(1) * 2; left; left--) copy(1);
    for (let depth = 1; depth;) {
      const instruction = one(0);
      if (instruction > 1 && instruction < 5) depth++;
      if (instruction === 11) depth--;
      const kind = kinds[instruction];
      if (kind < 244) {
        for (let left = kind & 3; left; left--) copy(kind >> 2);
      } else if (kind < 248) {
        wasm[end++] = kind - 244;
        copy(3);
      } else if (kind === 249) {
        copy(constants[bytes[places[0]]]);
      } else if (kind === 250) {
        for (let left = copy(5); left >= 0; left--) copy(5);
      } else if (kind === 251) {
        const more = one(0);
        for (let left = more < 8 ? 0 : more < 15 && more % 2 === 0 ? 2 : 1; left; left--) copy(7);
      } else {
        for (let left = kind - 244; left; left--) one(7);
      }
    }
    for (let place = start, length = end - start - 5; place < start + 5; place++, length >>= 7) {
      wasm[place] = length & 127 | (place < start + 4 ? 128 : 0);
    }
  }
  wasm.set(bytes.subarray(at), end);
  return wasm;
}

async function module(name) {
  return WebAssembly.compile(together(new Uint8Array(await (await bytes(name)).arrayBuffer())));
}

// The pages of the site have the styles of the first part in them.
const written = document.querySelector(`style[data-version="${address(".").split("/").at(-2)}"]`);

async function style(name) {
  const made = new CSSStyleSheet();
  const isWritten = written && name === "kurabe.css";
  made.replaceSync(isWritten ? written.textContent : await (await bytes(name)).text());
  // A policy that doesn't know their hash has refused them.
  if (isWritten && !written.sheet) document.adoptedStyleSheets = [made];
  return made;
}

export async function start() {
  const [code, compiled, sheet] = await Promise.all([import("./glue.js"), module("kurabe.wasm"), style("kurabe.css")]);
  // A release has but one way of starting (xtask/src/dist/minify.rs); browsers take large programs only in the other.
  first = code.default ? await code.default({ module_or_path: compiled }) : code.initSync({ module: compiled });
  [glue, sheets] = [code, [sheet]];
  if (bringer) first.table.set(bringer, door(bringNow));
}

let isWhole = !bringer;
let isJoined = false;
const mounted = new Set();

// What the first part calls without asking before is brought while everything waits.
function bringNow() {
  const request = new XMLHttpRequest();
  request.open("GET", address("rest.wasm"), false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  const code = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
  new WebAssembly.Instance(new WebAssembly.Module(together(code)), { first });
  isJoined = true;
}

// A function without parameters as a table holds them: a module that imports it and hands it out again.
function door(open) {
  const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 97, 1, 97, 0, 0, 7, 5, 1, 1, 97, 0, 0];
  return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(code)), { a: { a: open } }).exports.a;
}

// The rest, with the whole style sheet and the page's deck with its notes, in which readers have no part.
let rest;
export function whole() {
  rest ||= bringer ? bringRest() : Promise.resolve();
  // Another try may bring it.
  rest.catch(() => { rest = 0; });
  return rest;
}

async function bringRest() {
  const notes = own && own.dataset.notes && load(deck, () => {}).then((found) => begun.set(deck, found));
  const [compiled, sheet] = await Promise.all([module("rest.wasm"), style("whole.css"), notes]);
  if (!isJoined) await WebAssembly.instantiate(compiled, { first });
  isJoined = isWhole = true;
  sheets = [sheet];
  for (const { shadowRoot } of mounted) shadowRoot.adoptedStyleSheets = sheets;
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

// What reads Markdown is another. It is loaded when a deck comes as Markdown; reader/src/exports.rs tells how it is
// called.
let reader;

async function startReader() {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const forms = [(text) => text.normalize("NFC"), (text) => text.normalize("NFKC"), (text) => text.toLowerCase()];
  let own;
  const page = {
    convert(form, place, length) {
      const text = decoder.decode(new Uint8Array(own.memory.buffer, place, length));
      const made = encoder.encode(forms[form](text));
      const piece = own.kurabe_alloc(4 + made.length);
      new DataView(own.memory.buffer).setUint32(piece, made.length, true);
      new Uint8Array(own.memory.buffer).set(made, piece + 4);
      return piece;
    },
  };
  const loaded = await WebAssembly.instantiate(await module("reader.wasm"), { page });
  own = loaded.exports;
  return own;
}

async function read(view) {
  // What the program lends is its own again at the first pause.
  const text = view.slice();
  if (!reader) reader = startReader();
  // Another deck may try again.
  reader.catch(() => { reader = 0; });
  const { memory, kurabe_alloc, kurabe_read, kurabe_free } = await reader;
  const place = kurabe_alloc(text.length);
  new Uint8Array(memory.buffer).set(text, place);
  const piece = kurabe_read(place, text.length);
  if (!piece) return null;
  const length = new DataView(memory.buffer).getUint32(piece, true);
  const deck = new Uint8Array(memory.buffer, piece + 4, length).slice();
  kurabe_free(piece);
  return deck;
}

// At most so many bytes and milliseconds for a deck.
const MOST_BYTES = 5e6;
const MOST_TIME = 15e3;

// What the page's policy has refused to fetch.
const refused = new Set();
document.addEventListener("securitypolicyviolation", ({ blockedURI }) => refused.add(blockedURI));

const isRefused = (url) => [...refused].some((start) => start && url.startsWith(start));

// What is being fetched before it is asked for, by its address.
const begun = new Map();

// The status of the server; 0: no answer; -1: not in time; -2: too large; -3: refused by the page's policy.
async function bring(url, told) {
  const known = begun.get(url);
  return known && begun.delete(url) ? known : load(url, told);
}

async function load(url, told) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(-1), MOST_TIME);
  try {
    const answer = await got(url, { signal: stop.signal });
    if (!answer.ok) return { status: answer.status };
    const reader = answer.body.getReader();
    const parts = [];
    let length = 0;
    for (let part; !(part = await reader.read()).done;) {
      parts.push(part.value);
      length += part.value.length;
      if (length > MOST_BYTES) stop.abort(-2);
      told(length);
    }
    return { status: 200, url: answer.url, bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) };
  } catch {
    if (stop.signal.aborted) return { status: stop.signal.reason };
    // The browser tells a moment later what the policy has refused.
    await new Promise((done) => setTimeout(done, 50));
    return { status: isRefused(url) ? -3 : 0 };
  } finally {
    clearTimeout(timer);
  }
}

// The deck of a page of the site stands behind its slides, as text (xtask/src/pages/packed.rs tells how).
async function behind(url, name) {
  if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  const text = new TextEncoder().encode(document.querySelector(`script[data-deck="${name}"]`).textContent);
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const isByte = text[at] === 0xe2 && (text[at + 1] & 0xfc) === 0xa0;
    bytes[length++] = isByte ? (text[++at] & 3) << 6 | text[++at] & 63 : text[at];
  }
  return { status: 200, url, bytes: bytes.subarray(0, length) };
}

// The deck of a page comes along with the program.
const own = document.querySelector("kurabe-deck[data-compiled]");
const deck = own && new URL(own.dataset.compiled, document.baseURI).href;
if (own) {
  // In a program that isn't cut in two nothing brings the notes later.
  const isBehind = own.querySelector(".prerendered") && (bringer || !own.dataset.notes);
  begun.set(deck, isBehind ? behind(deck, "") : bring(deck, () => {}));
}

// The first look into what the browser keeps takes it some milliseconds. While the program comes, nobody waits for them.
if (own && window === top) {
  for (const name of ["sessionStorage", "localStorage"]) {
    try { window[name].length; } catch { /* It keeps nothing. */ }
  }
}

// The slides that stand in a page of the site until the program draws them: the reader finds everything where it was.
function takeOver(host) {
  const page = host.querySelector(":scope > .prerendered");
  if (!page) return () => {};
  const scroller = page.lastElementChild;
  const all = (from, selector) => [...from.querySelectorAll(selector)];
  let seen;
  const look = () => {
    const line = scroller.getBoundingClientRect().top + scroller.clientHeight / 3;
    const last = [...scroller.children].filter((slide) => slide.getBoundingClientRect().top <= line).pop();
    seen = last && scroller.scrollTop > 0 && [last.id, last.getBoundingClientRect().top];
    // The program brings the claim that the address names into sight.
    const target = page.querySelector(":target:not(.all-slides > div)");
    if (target && Math.abs(target.getBoundingClientRect().top) < innerHeight) seen = null;
  };
  scroller.addEventListener("scroll", look);
  look();
  const later = window.requestIdleCallback || setTimeout;
  // The same control in what the program has drawn.
  const drawn = (control) => {
    const part = control && page.contains(control) && control.closest("[data-slide], .moves, .toolbar");
    if (!part) return null;
    const at = all(part, "a, button, input, select").indexOf(control);
    const name = part.dataset.slide ? `[data-slide="${CSS.escape(part.dataset.slide)}"]` : "." + part.className;
    const found = host.shadowRoot.querySelector(name);
    return found && all(found, "a, button, input, select")[at];
  };
  return () => {
    // What early.js listens to.
    window.onkeydown = window.onhashchange = null;
    if (seen) {
      const entry = host.shadowRoot.querySelector(`.entry[data-slide="${CSS.escape(seen[0])}"]`);
      if (entry) entry.parentNode.scrollTop += entry.getBoundingClientRect().top - seen[1];
    }
    const focused = drawn(document.activeElement);
    if (focused) focused.focus({ preventScroll: true });
    const tapped = drawn(page.tapped);
    if (tapped) tapped.click();
    later(() => {
      // Nobody needs them any more.
      page.remove();
      const worker = document.querySelector("meta[name=kurabe-worker]");
      if (worker && navigator.serviceWorker) navigator.serviceWorker.register(worker.content).catch(() => {});
    });
  };
}

// What an element or address asks for that isn't in the first part.
const asksForMore = (host) =>
  ["view", "only", "controls", "theme", "sync-key", "remember"].some((name) => host.hasAttribute(name)) ||
  (host.page && /[?&](view=(?!slides|read)|print|pair)|#.*answers/.test(location.search + location.hash));

export function mount(host, mine) {
  const ready = isWhole || !asksForMore(host) ? comesAtOnce(host) : whole();
  if (!ready) return show(host, mine);
  ready.then(() => host.isConnected && show(host, mine), mine.refuse);
}

// Where slides stand in the page, they stay until the program has read the deck: its first drawing is that of the slide.
// It does so in tasks of their own, so that a tap is answered in between.
function comesAtOnce(host) {
  const found = host === own && host.querySelector(":scope > .prerendered") && begun.get(deck);
  const pause = () => new Promise((done) => setTimeout(done));
  return found && found.then(async ({ status, bytes }) => {
    if (status === 200 && glue.prepare(bytes)) {
      begun.delete(deck);
      for (const turn of [0, 1, 2]) {
        await pause();
        glue.rehearse(innerWidth < 480, turn);
      }
    }
    await pause();
  });
}

function show(host, { resolve, refuse }) {
  if (host.page) {
    // The page's address may become that of another language: what the page links to must not change with it.
    document.querySelectorAll("link[rel=icon], link[rel=alternate]").forEach((link) => { link.href = link.href; });
  }
  const take = takeOver(host);
  const dispatch = (from, name, json) => queueMicrotask(() => {
    const detail = JSON.parse(json);
    if (name === "kurabe-ready") {
      take();
      resolve(from);
    }
    if (name === "kurabe-error") refuse(new Error(detail.message));
    if (name === "kurabe-warning") console.warn(`<kurabe-deck> ${detail.attribute}="${detail.value}": no such value`);
    from.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  });
  const around = host.parentElement || host.getRootNode().host;
  if (!host.page && around) host.toggleAttribute("data-scheme", getComputedStyle(around).colorScheme !== "normal");
  const shadow = host.shadowRoot || host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = sheets;
  shadow.replaceChildren();
  mounted.add(host);
  glue.mount(host, shadow, { colours, read, bring, dispatch, whole, get isWhole() { return isWhole; }, home: address(".") });
}

export function unmount(host) {
  glue.unmount(host);
  mounted.delete(host);
  host.shadowRoot.replaceChildren();
}

export const change = (host, name) => glue.change(host, name);

export const ask = (host, method, argument) => glue.ask(host, method, String(argument));

export const state = (host) => JSON.parse(glue.state(host) || "null");
