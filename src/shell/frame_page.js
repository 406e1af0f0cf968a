// The script of `embed.html`, the page that shows a deck in a frame of another page. It runs before the loader: it tells
// the element what the address asks for, and then speaks with the page around the frame. Only what is named here is
// done; everything else that comes is dropped.

const query = new URLSearchParams(location.search);
const deck = document.querySelector("kurabe-deck");

// The address's other parts (view, sides, as-of, theme, step, fragment) the deck reads by itself.
for (const name of ["lang", "slide", "only", "controls", "notes"]) {
  if (query.has(name)) deck.setAttribute(name, query.get(name));
}

// Until the deck tells its language, the page speaks the reader's.
const isJapanese = /^ja/i.test(query.get("lang") || navigator.language);
document.documentElement.lang = isJapanese ? "ja" : "en";
const say = (className, japanese, english) => {
  const line = document.createElement("p");
  line.className = className;
  line.textContent = isJapanese ? japanese : english;
  document.body.prepend(line);
  return line;
};

// Decks of the own site, and of those that were named when the site was built.
const allowed = document.querySelector("meta[name=kurabe-decks]").content.split(" ");

function choose(name) {
  let origin;
  try {
    origin = new URL(name, location.href).origin;
  } catch {
    // The deck's own message tells what is wrong with the address.
  }
  const isOwn = !origin || origin === location.origin;
  if (isOwn || (allowed.includes(origin) && origin !== "null")) {
    // The page's own deck was read when the site was built; another was not.
    if (name !== deck.getAttribute("src")) deck.removeAttribute("data-compiled");
    deck.setAttribute("src", name);
    if (!isOwn) say("deck-owner", `デッキの提供元: ${origin}`, `Deck from ${origin}`);
    return;
  }
  say(
    "message",
    `このページでは ${origin} のデッキを表示できません。表示するには、サイトを作るときに --allow-decks ${origin} を付けてください。`,
    `This page shows no decks of ${origin}. To allow them, build the site with --allow-decks ${origin}.`,
  ).setAttribute("role", "alert");
  deck.remove();
}

const name = query.get("deck");
if (name) choose(name);

// What may be set from outside, and how long a text may be.
const settable = ["view", "slide", "sides", "asOf", "theme", "only", "controls", "lang"];
const MOST = 200;
const isText = (value) => typeof value === "string" && value.length <= MOST;

const around = window.parent;
// The origin of the page around, from its first `hello`. Until then it is told nothing but that somebody is here.
let owner;

function send(type, rest) {
  around.postMessage({ kurabe: 1, type, ...rest }, !owner || owner === "null" ? "*" : owner);
}

// The least height of an embedded stage, in CSS pixels; `deck.css` has it, too.
const LEAST = 400;
let height = 0;

// The height that the stage has at this width, and the toolbar below it.
function measure() {
  const bar = deck.shadowRoot && deck.shadowRoot.querySelector("[part=toolbar]");
  const wanted = Math.ceil(Math.max(LEAST, (innerWidth * 9) / 16) + (bar ? bar.offsetHeight : 0));
  if (owner && wanted !== height) send("resize", { height: (height = wanted) });
}

function tell() {
  if (owner && deck.state) send("state", { state: deck.state });
}

function answer({ type, ...rest }) {
  if (type === "hello") {
    height = 0;
    measure();
    tell();
  } else if (type === "set") {
    for (const name of settable) {
      if (rest[name] === null || isText(rest[name])) deck[name] = rest[name] === null ? "" : rest[name];
    }
  } else if (type === "goTo" && isText(rest.id)) {
    deck.goTo(rest.id);
  }
}

if (around !== window && deck.isConnected) {
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== around || !data || data.kurabe !== 1) return;
    if (!owner && data.type === "hello") owner = origin;
    if (origin === owner) answer(data);
  });
  for (const change of ["slidechange", "sideschange", "lenschange"]) deck.addEventListener("kurabe-" + change, tell);
  deck.addEventListener("kurabe-verdict", ({ detail }) => owner && send("verdict", detail));
  deck.addEventListener("kurabe-ready", () => {
    tell();
    new ResizeObserver(measure).observe(deck.shadowRoot.querySelector("[part=toolbar]"));
  });
  addEventListener("resize", measure);
  send("ready");
}
