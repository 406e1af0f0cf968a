// Starts the program and stands between it and the element's class in `loader.js`. It lies in the folder of its
// version, beside everything that it loads.

const address = (name) => new URL(name, import.meta.url).href;

let glue;
let styles;

// Without a network the service worker may have it, even if it came after this page.
const got = (url, how) => fetch(url, how).catch(async (error) => (await window.caches?.match(url)) || Promise.reject(error));

async function file(name) {
  const answer = await got(address(name));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
}

// Rejects if the file ends within one of its sections: Firefox waits for the rest for ever.
async function cutOff(answer) {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let at = 8;
  while (at < bytes.length) {
    // The section's number, its length in LEB128, and so many bytes.
    let length = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[++at];
      length += (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += 1 + length;
  }
  if (at !== bytes.length) throw new Error(`${answer.url}: cut off`);
  return new Promise(() => {});
}

// The browser compiles wasm while it comes, but where a server sends it as another type, when it is all there.
async function compile(name) {
  const answer = await file(name);
  if (answer.headers.get("Content-Type") !== "application/wasm") return WebAssembly.compile(await answer.arrayBuffer());
  const whole = answer.clone();
  return Promise.race([WebAssembly.compileStreaming(answer), cutOff(whole)]);
}

const instantiate = async (name, imports) => (await WebAssembly.instantiate(await compile(name), imports)).exports;

// The pages of the site have the styles in them.
const written = document.querySelector(`style[data-version="${address(".").split("/").at(-2)}"]`);

// A sheet belongs to one document: an element that comes into another one gets that one's.
const sheets = new WeakMap();

function sheet(page) {
  if (!sheets.has(page)) {
    const made = new page.defaultView.CSSStyleSheet();
    made.replaceSync(styles);
    sheets.set(page, made);
  }
  return [sheets.get(page)];
}

export function adopt(host) {
  const { ownerDocument, shadowRoot } = host;
  if (shadowRoot && ownerDocument.defaultView) shadowRoot.adoptedStyleSheets = sheet(ownerDocument);
}

// The work of starting comes in several tasks, so that a tap is answered in between.
const pause = () => new Promise((done) => setTimeout(done));

export async function start() {
  const [code, text] = await Promise.all([import("./glue.js"), written ? written.textContent : file("kurabe.css").then((found) => found.text())]);
  styles = text;
  const made = sheet(document);
  // A policy that doesn't know their hash has refused them.
  if (written && !written.sheet) document.adoptedStyleSheets = made;
  await code.default({ module_or_path: compile("kurabe.wasm") });
  await pause();
  glue = code;
}

// What colours code is a program of its own. It is loaded when a deck has code; colours/src/exports.rs tells how it
// is called.
let painter;

async function colours(language, text) {
  if (!painter) painter = instantiate("colours.wasm", {});
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
  own = await instantiate("reader.wasm", { page });
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
  if (!begun.delete(url)) return load(url, told);
  await pause();
  return known;
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

// Browsers fetch what they have stored when it is first asked for, which takes a while: better before there is other work.
function wakeStorage() {
  try {
    sessionStorage.getItem("");
    localStorage.getItem("");
  } catch {
    // A browser may refuse.
  }
}

// The deck of a page comes along with the program.
const own = document.querySelector("kurabe-deck[data-compiled]");
const deck = own && new URL(own.dataset.compiled, document.baseURI).href;
if (own) {
  begun.set(deck, own.querySelector(".prerendered") ? behind(deck, "") : bring(deck, () => {}));
  setTimeout(wakeStorage);
}

// A newer version of the site waits until no tab is open that shows this one.
function tellOfNewer(host, own) {
  const tell = () => ask(host, "new-version");
  own.addEventListener("updatefound", () => {
    const { active, installing } = own;
    installing.addEventListener("statechange", () => active && installing.state === "installed" && tell());
  });
  document.addEventListener("visibilitychange", () => document.hidden || own.update().catch(() => {}));
  if (own.waiting && own.active) tell();
}

// The slides that stand in a page of the site until the program draws them: the reader finds everything where it was.
// They are seen through a slot, and answer, until what the program has rendered behind them has its size. So it can do
// that in several tasks.
function takeOver(host, page) {
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
      if (worker && navigator.serviceWorker) navigator.serviceWorker.register(worker.content).then((own) => tellOfNewer(host, own), () => {});
    });
  };
}

// One that is open comes to the front as it is.
function open(name, address) {
  const other = window.open("", name, "popup,width=1280,height=800");
  if (!other) return false;
  try {
    if (other.location.href === "about:blank") other.location.replace(address);
  } catch {
    // It shows a page of another origin, as files are to each other.
  }
  other.focus();
  return true;
}

// Authors see what is wrong with their deck: by the address, or while they write it (xtask/src/serve/live.rs).
const author = new URLSearchParams(location.search).has("diagnostics") || !!document.querySelector("script[data-kurabe-live]");

export async function mount(host, { resolve, refuse }) {
  if (host.page) {
    // The page's address may become that of another language: what the page links to must not change with it.
    document.querySelectorAll("link[rel=icon], link[rel=alternate]").forEach((link) => { link.href = link.href; });
  }
  const page = host.querySelector(":scope > .prerendered");
  // Both look at places before anything changes: to ask later would lay the page out once more.
  const take = takeOver(host, page);
  let width = page && host.clientWidth;
  const shadow = host.shadowRoot || host.attachShadow({ mode: "open" });
  adopt(host);
  // The pages of the site have one from the beginning: with a new one all slides would be laid out once more.
  const slot = (page && shadow.querySelector("slot")) || document.createElement("slot");
  for (const child of [...shadow.children]) if (child !== slot) child.remove();
  if (page) {
    host.setAttribute("data-hydrating", "");
    if (!slot.isConnected) shadow.append(slot);
    await pause();
    // It was taken out of the document, and perhaps put back.
    if (!slot.isConnected) return;
  }
  const dispatch = (from, name, json) => queueMicrotask(() => {
    const detail = JSON.parse(json);
    if (name === "kurabe-ready") {
      take();
      resolve(from);
    }
    if (name === "kurabe-error") refuse(new Error(detail.message));
    if (detail.code && author) console.warn(`<kurabe-deck> ${from.src}:${detail.line}:${detail.column}: ${detail.code}`);
    if (name === "kurabe-warning" && !detail.code) console.warn(`<kurabe-deck> ${detail.attribute}="${detail.value}": no such value`);
    from.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  });
  const around = host.parentElement || host.getRootNode().host;
  if (!host.page && around) {
    const isTold = getComputedStyle(around).colorScheme !== "normal" || document.querySelector("meta[name=color-scheme i]");
    host.toggleAttribute("data-scheme", isTold);
  }
  width ??= host.clientWidth;
  glue.mount(host, shadow, { colours, read, bring, open, dispatch, width, author, home: address(".") });
}

export function unmount(host) {
  glue.unmount(host);
  host.shadowRoot?.replaceChildren();
}

export const change = (host, name) => glue.change(host, name);

export const ask = (host, method, argument) => glue.ask(host, method, String(argument));

export const state = (host) => JSON.parse(glue.state(host) || "null");
