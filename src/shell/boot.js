// Defines <kurabe-deck> and starts the program. A class can't be written in Rust; everything else is there.
// Plain syntax only: an old browser must get as far as being told that it is old.
// Trunk writes the hashed names of the program's two files into the page's preload links.

const sentences = {
  ja: {
    old: "このブラウザは古いため、スライドを表示できません。最新版の Chrome、Edge、Firefox、Safari でお試しください。",
    failed: "スライドの表示に必要なファイルを読み込めませんでした。通信の状態を確かめて、再読み込みしてください。",
  },
  en: {
    old: "This browser is too old to show the slides. Please use a current Chrome, Edge, Firefox or Safari.",
    failed: "A file that shows the slides could not be loaded. Please check the connection and reload.",
  },
};

// The page's address may become that of another language: what the page links to must not change with it.
document.querySelectorAll("link[rel=icon], link[rel=alternate], #kurabe-colours").forEach((link) => {
  link.href = link.href;
});

const address = (id) => document.getElementById(id).href;

function isOld() {
  return !("adoptedStyleSheets" in Document.prototype && CSS.supports("color", "light-dark(#000, #fff)"));
}

async function style() {
  const answer = await fetch(document.querySelector("link[rel=stylesheet]").href);
  if (!answer.ok) throw new Error(`style sheet: ${answer.status}`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await answer.text());
  return sheet;
}

async function program() {
  const glue = await import(address("kurabe-glue"));
  await glue.default({ module_or_path: address("kurabe-code") });
  return glue;
}

const loaded = isOld() ? Promise.reject(new Error("old")) : Promise.all([program(), style()]);

// What colours code is a program of its own. It is loaded when a deck has code; colours/src/exports.rs tells how it
// is called.
let painter;

async function paint() {
  const answer = await fetch(address("kurabe-colours"));
  if (!answer.ok) throw new Error(`colours: ${answer.status}`);
  const loaded = await WebAssembly.instantiate(await answer.arrayBuffer());
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

class KurabeDeck extends HTMLElement {
  async connectedCallback() {
    try {
      const [glue, sheet] = await loaded;
      if (this.isConnected && !this._mounted) this._mount(glue, sheet);
    } catch (error) {
      this._fail(error);
    }
  }

  // An element that is only moved is connected again before the microtask runs.
  disconnectedCallback() {
    queueMicrotask(async () => {
      if (this.isConnected || !this._mounted) return;
      const [glue] = await loaded;
      glue.unmount(this);
      this._mounted = false;
      this.shadowRoot.replaceChildren();
    });
  }

  _mount(glue, sheet) {
    const shadow = this.shadowRoot || this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    const place = shadow.appendChild(document.createElement("div"));
    place.className = "place";
    glue.mount(this, shadow, place, colours);
    this._mounted = true;
  }

  // The fallback stays and says why there are no slides.
  _fail(error) {
    const nearest = this.closest("[lang]");
    const lang = nearest && nearest.lang.startsWith("ja") ? "ja" : "en";
    const message = document.createElement("p");
    message.setAttribute("role", "alert");
    message.textContent = sentences[lang][error.message === "old" ? "old" : "failed"];
    this.classList.add("has-failed");
    (this.querySelector(".fallback") || this).append(message);
    if (error.message !== "old") console.error(error);
  }
}

customElements.define("kurabe-deck", KurabeDeck);
