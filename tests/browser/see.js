// What the tests ask of a page. It runs in every page before the page's own scripts, and looks without touching.
// An element is found by its role and name, as a person finds it.
window.see = (() => {
  /** Which of the page's decks is looked at, from 0. */
  let turned = 0;
  const host = () => document.querySelectorAll("kurabe-deck")[turned];
  const root = () => host()?.shadowRoot;
  // The next slide is drawn before it is shown.
  const isBeside = (element) => element.closest(".slide[hidden]");
  const all = (selector) => [...(root()?.querySelectorAll(selector) ?? [])].filter((element) => !isBeside(element));
  const one = (selector) => all(selector)[0] ?? null;
  const name = (element) => (element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
  const names = (selector) => all(selector).map(name);
  const frame = () => new Promise(requestAnimationFrame);
  const isVisible = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden");
  /** The addresses of pictures that can't be drawn; waits for those that are on their way. */
  const broken = async () => {
    const drawn = all("img").map((image) => image.decode().then(() => "", () => image.src));
    return (await Promise.all(drawn)).filter(Boolean);
  };

  const view = () => one(".deck")?.dataset.view ?? "";
  /** The slide on the stage; others may be drawn small. */
  const shown = () => one(".stage-box > .stage > .slide");
  /** The views that show more than one slide or question: they have their names as their classes. */
  const whole = () => (one(".stage > .compare") ? view() : "") || ["verdict", "read", "overview"].find((whole) => whole === view() && one(`.stage > .${whole}`));
  const checked = (group) => name(one(`.${group} :checked`)?.closest("label"));
  const choice = (group, text) => all(`.${group} .choice`).find((label) => name(label).startsWith(text));

  return {
    view,
    turnTo: (number) => { turned = number; },
    /** What is shown: the id of a slide or of a question, `the verdict`, `the read` or `the overview`. */
    place: () => (whole() ? `the ${whole()}` : one("[data-slide]")?.dataset.slide ?? ""),
    option: (text) => choice("options", text),
    importance: (text) => choice("importance", text),
    chosen: () => checked("options"),
    weight: () => checked("importance"),
    /** All answers of the quiz's list, in order. */
    answers: () => names(".answers .answer > span:last-child"),
    sentence: () => all(".sentence").map((part) => part.textContent).join(" "),
    scores: () => all(".scores tbody tr").map((row) => [...row.children].map(name).filter(Boolean).join(" ")),
    radio: (group) => root()?.activeElement?.matches(`.${group} input`) ?? false,
    host, root, one, all, name, names, isVisible, broken,
    /** The screen is black; the speaker is told so in words. */
    isBlack: () => Boolean(one(".black") || all(".speaker-news > p:not(:has(a))").length),
    /** The entry of the article at which the reader is. */
    here: () => one(".read [data-here]")?.dataset.slide ?? "",
    /** How many items of the slide have yet to come. */
    ahead: () => all(".stage-box .is-ahead").length,
    slide: () => shown()?.dataset.slide ?? "",
    title: () => shown()?.querySelector("h1").textContent ?? "",
    button: (text) => all("button").find((button) => name(button) === text && isVisible(button)),
    buttonLike: (text) => all("button").find((button) => name(button).includes(text) && isVisible(button)),
    pressed: (group) => names(`.${group} button[aria-pressed="true"]`).join(" "),
    columns: () => names(".columns .side h2").join(" "),
    /** The list item whose own line has this text. */
    item: (text) => all("li.item").find((item) => item.querySelector(".first-line")?.textContent.includes(text)),
    struck: () => all(".is-ended > .item-text > .first-line > s").map((text) => text.textContent),
    says: () => one(".deck > [role=status]")?.textContent ?? "",
    theme: () => one(".deck")?.dataset.theme ?? "",
    active: () => root()?.activeElement ?? null,
    paper: () => getComputedStyle(one(".deck")).backgroundColor,
    query: () => Object.fromEntries(new URLSearchParams(location.search)),
    stage: () => one(".stage").getBoundingClientRect().toJSON(),
    summary: () => ({ address: location.href, slide: window.see.slide(), says: window.see.says(), active: window.see.active()?.outerHTML.slice(0, 120), text: (root() ?? document.body).textContent?.slice(0, 300) ?? "" }),

    /** Whether an element lies in the window and in the scrolling part that holds it. */
    inView(element) {
      const box = element?.getBoundingClientRect();
      const around = (element?.closest(".scroller") ?? document.documentElement).getBoundingClientRect();
      return box && box.height > 0 && box.top >= around.top - 1 && box.bottom <= around.bottom + 1;
    },

    /** Whether a scrolling part has come to its end. */
    isScrolledThrough(selector) {
      const part = one(selector);
      return part.scrollTop > 0 && part.scrollTop + part.clientHeight >= part.scrollHeight - 1;
    },

    /** The middle of an element, after scrolling to it where needed. */
    point(element) {
      if (!element) throw new Error("there is no such element");
      element.scrollIntoView({ block: "nearest", behavior: "instant" });
      // A link may go over two lines.
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const there = (root() ?? document).elementFromPoint(point.x, point.y);
      if (!element.contains(there)) throw new Error(`${element.outerHTML.slice(0, 200)} is covered by ${there?.outerHTML.slice(0, 200)}`);
      return point;
    },

    /** True when pictures have loaded, animations have ended, and the slide has been drawn and measured. */
    async settled() {
      await document.fonts.ready;
      await broken();
      for (let count = 0; count < 4; count += 1) await frame();
      await Promise.allSettled((root() ?? document).getAnimations().map((animation) => animation.finished));
      await frame();
      return true;
    },
  };
})();
