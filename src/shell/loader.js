// Defines <kurabe-deck>: `embed/kurabe.js`, the one file that a page names. It holds what must be there before the
// program is: attributes, properties, methods, and what is said when the program can't come. Everything else lies in
// the folder of its version and is loaded when an element comes near the screen.
// Plain syntax only: an old browser must get as far as being told that it is old.

let version = "{version}";
let home = new URL(version + "/", import.meta.url).href;

const flags = ["sync-address", "remember", "page"];
const attributes = ["src", "view", "slide", "sides", "as-of", "theme", "only", "controls", "loading", "sync-key", "notes"].concat(flags);
const property = (name) => name.replace(/-./, (part) => part[1].toUpperCase());

// What went wrong and what to do, in Japanese and in English.
const sentences = {
  "old-browser": [
    "ブラウザが古すぎます。最新版の Chrome、Edge、Firefox、Safari でお試しください。",
    "This browser is too old. Please use a current Chrome, Edge, Firefox or Safari.",
  ],
  network: [
    "ファイルを読み込めませんでした。通信を確かめて、再読み込みしてください。",
    "A file could not be loaded. Please check the connection and reload.",
  ],
  csp: [
    "ページの CSP に止められました。下の配信元を script-src と connect-src に、'wasm-unsafe-eval' を script-src に加えてください。",
    "Stopped by the page’s CSP. Add the origin below to script-src and connect-src, and 'wasm-unsafe-eval' to script-src.",
  ],
};

const isOld = () => !(document.adoptedStyleSheets && CSS.supports("color", "light-dark(red, red)"));

// Whether the page's policy has refused something of ours.
let isRefused;
document.addEventListener("securitypolicyviolation", ({ blockedURI }) => {
  if (blockedURI && (blockedURI.startsWith("wasm") || blockedURI.startsWith(home) || home.startsWith(blockedURI))) isRefused = true;
});

const start = () => import(home + "program.js").then((program) => program.start().then(() => program));

// A browser may have kept this file longer than the server its folder: the file that is there now names its own, as the
// only text of this form.
const startNewer = (error) =>
  fetch(import.meta.url, { cache: "reload" })
    .then((answer) => answer.text())
    .then((text) => {
      const newer = /\d+\.[\w.-]+-[0-9a-f]{8}/.exec(text)[0];
      if (newer === version) throw 0;
      home = home.replace(version, newer);
      version = newer;
    })
    .then(start, () => Promise.reject(error));

let loaded;
function load() {
  if (!loaded) {
    loaded = isOld() ? Promise.reject(0) : start().catch(startNewer);
    // Another element may try again.
    loaded.catch(() => { loaded = 0; });
  }
  return loaded;
}

// What an element has besides what its class has.
const inner = new WeakMap();

// The fallback stays, below what says why there are no slides.
function fail(host, error) {
  const kind = isOld() ? "old-browser" : isRefused || /unsafe-eval/.test(error) ? "csp" : "network";
  const nearest = host.closest("[lang]");
  const isJapanese = nearest && /^ja/i.test(nearest.lang);
  const message = sentences[kind][isJapanese ? 0 : 1];
  const details = [kind, error, home, navigator.userAgent].join("\n");
  const panel = document.createElement("div");
  const add = (tag, text) => {
    const element = panel.appendChild(document.createElement(tag));
    element.textContent = text;
    return element;
  };
  panel.setAttribute("role", "alert");
  panel.setAttribute("part", "failure");
  add("p", message);
  add("pre", details);
  add("button", isJapanese ? "コピー" : "Copy").onclick = () => navigator.clipboard.writeText(details);
  (host.shadowRoot || host.attachShadow({ mode: "open" })).replaceChildren(panel, document.createElement("slot"));
  host.setAttribute("data-failed", kind);
  inner.get(host).refuse(error);
  host.dispatchEvent(new CustomEvent("kurabe-error", { bubbles: true, composed: true, detail: { kind, message } }));
}

function begin(host) {
  const mine = inner.get(host);
  watcher.unobserve(host);
  if (mine.isBusy || !host.isConnected) return;
  mine.isBusy = true;
  load().then(
    (program) => {
      if (!host.isConnected) return end(host);
      mine.program = program;
      program.mount(host, mine);
    },
    // The browser tells a moment later what the policy has refused.
    (error) => setTimeout(fail, 50, host, error),
  );
}

function end(host) {
  const mine = inner.get(host);
  watcher.unobserve(host);
  if (mine.program) mine.program.unmount(host);
  mine.program = mine.isBusy = 0;
}

const watcher = new IntersectionObserver(
  (entries) => entries.forEach((entry) => entry.isIntersecting && begin(entry.target)),
  { rootMargin: "600px" },
);

class KurabeDeck extends HTMLElement {
  static get observedAttributes() { return attributes.concat("lang"); }

  constructor() {
    super();
    const mine = {};
    mine.ready = new Promise((resolve, refuse) => Object.assign(mine, { resolve, refuse }));
    // Who doesn't ask needn't be told by the console.
    mine.ready.catch(() => {});
    inner.set(this, mine);
    for (const kind of ["pointerover", "focusin"]) this.addEventListener(kind, () => begin(this));
  }

  connectedCallback() {
    // What was set before the class was there.
    for (const name of attributes.map(property)) {
      if (this.hasOwnProperty(name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.page || this.loading === "eager") begin(this);
    else if (!inner.get(this).isBusy) watcher.observe(this);
  }

  // An element that is only moved is connected again before the microtask runs.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || end(this));
  }

  // Its style sheet stays behind, and in Firefox its class.
  adoptedCallback() {
    Object.setPrototypeOf(this, prototype);
    const { program } = inner.get(this);
    if (program) program.adopt(this);
  }

  attributeChangedCallback(name, before, after) {
    const { program } = inner.get(this);
    if (before === after) return;
    if (program) program.change(this, name);
    else if (after === "eager") begin(this);
  }

  get ready() { return inner.get(this).ready; }

  get version() { return version; }

  get state() {
    const { program } = inner.get(this);
    return program ? program.state(this) : null;
  }
}

const { prototype } = KurabeDeck;

for (const name of attributes) {
  const isFlag = flags.includes(name);
  Object.defineProperty(prototype, property(name), {
    get() { return isFlag ? this.hasAttribute(name) : this.getAttribute(name) || ""; },
    set(value) {
      if (isFlag ? !value : value == null) this.removeAttribute(name);
      else this.setAttribute(name, isFlag ? "" : value);
    },
  });
}

for (const name of ["next", "previous", "goTo", "show", "reload"]) {
  prototype[name] = function (argument) {
    const mine = inner.get(this);
    const ask = () => mine.program && mine.program.ask(this, name, argument);
    if (name !== "reload") mine.ready.then(ask, ask);
    else if (mine.program) ask();
    else begin(this, mine.isBusy = 0);
  };
}

// The first to come serves all elements of the page. An element of this name that is another's stays as it is.
const known = customElements.get("kurabe-deck");
if (!known) customElements.define("kurabe-deck", KurabeDeck);
else if (!("version" in known.prototype)) console.warn("Another script has defined <kurabe-deck>.");
