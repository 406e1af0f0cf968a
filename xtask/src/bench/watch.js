// Runs in all pages before their own scripts: tells which slide is shown, and measures how long a change takes.
globalThis.kurabeBench = (() => {
  "use strict";
  // A service worker would answer the next load of its page, and fetch files beside what is measured.
  Object.defineProperty(navigator, "serviceWorker", { value: undefined });

  // What is marked among the slides, by its number.
  const marked = (deck, slides, mark) => {
    const found = deck.querySelector(slides + mark);
    return found && String([...deck.querySelectorAll(slides)].indexOf(found));
  };
  // The kinds of pages: where the slides are, and the name of the one that is shown, if there is any.
  const kinds = {
    "kurabe-deck": {
      root: (deck) => deck.shadowRoot,
      shown: (deck) => {
        const drawn = deck.shadowRoot ? [...deck.shadowRoot.querySelectorAll("[data-slide]:not([hidden])")] : [];
        // Those that stand in the page until the program is there.
        const early = () => [...deck.querySelectorAll(".all-slides > div [data-slide]")].filter((slide) => slide.offsetHeight);
        return (drawn.length ? drawn : early()).map((slide) => slide.dataset.slide).join();
      },
    },
    ".reveal": {
      root: (deck) => deck.querySelector(".slides"),
      shown: (deck) => deck.matches(".ready") && marked(deck, ".slides section", ".present"),
    },
    // Marp's template makes this of the slides' parent.
    ".bespoke-marp-parent": {
      root: (deck) => deck,
      shown: (deck) => marked(deck, ".bespoke-marp-slide", ".bespoke-marp-active"),
    },
  };
  let kind = null;
  let deck = null;
  const find = () => {
    for (const selector in kinds) {
      deck = document.querySelector(selector);
      if (deck) return kind = kinds[selector];
    }
  };
  const shown = () => (kind || find()) && kind.shown(deck) || "";

  // When the program took over, where there is one.
  let readyAt = null;
  addEventListener("kurabe-ready", () => { readyAt ??= performance.now(); });

  // What the browser tells of the load.
  const paints = { largest: 0, shift: 0, blocking: 0 };
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("largest-contentful-paint", (entry) => { paints.largest = entry.startTime; });
  observe("layout-shift", (entry) => { if (!entry.hadRecentInput) paints.shift += entry.value; });
  observe("longtask", (entry) => { paints.blocking += Math.max(0, entry.duration - 50); });

  // The last key press that nothing has come of yet, the slide that was shown then, and what came of those before.
  let pressed = null;
  let before = "";
  // The slide that was shown when the first key was pressed that found any.
  let firstShown = "";
  const changes = [];
  addEventListener("keydown", (event) => {
    pressed = event.key === "PageDown" ? event.timeStamp : null;
    before = shown();
    firstShown ||= before;
  }, { capture: true });

  // The time at which the frame with the change has been handed to the compositor: a message that is sent from the
  // frame's callback arrives after style, layout and paint.
  const afterPaint = (tell) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => tell(performance.now());
    channel.port2.postMessage(0);
  });
  const looked = () => {
    if (pressed === null || shown() === before) return;
    const since = pressed;
    pressed = null;
    afterPaint((now) => changes.push(now - since));
  };

  const observer = new MutationObserver(looked);
  let observed = null;
  const watch = { shown, paints, changes, changedAt: null, looksOn: true, get readyAt() { return readyAt; } };
  // The program is there, where there is one.
  // It is asked again and again: while there are slides of the page, `shown` would lay out those that are out of sight.
  watch.isWhole = () => document.readyState === "complete" && !document.querySelector(".prerendered") && shown() !== "";
  // What measures other things than slides doesn't measure this with them.
  watch.stop = () => {
    watch.looksOn = false;
    observer.disconnect();
  };
  // Slides may come late, and observers of the document don't see into a shadow root. When they are there and a key has
  // changed them once, there is nothing to look for any more.
  const look = () => {
    const root = (kind || find()) && kind.root(deck);
    if (root && root !== observed) {
      observed = root;
      observer.observe(root, { subtree: true, childList: true, attributes: true });
    }
    if (watch.changedAt === null && firstShown) {
      const now = shown();
      if (now && now !== firstShown) watch.changedAt = performance.now();
    }
    if (watch.looksOn && (!observed || watch.changedAt === null)) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  // The next change after the first `known` ones, in milliseconds; null if there is none in time.
  watch.next = async (known, patience) => {
    const end = performance.now() + patience;
    while (changes.length <= known && performance.now() < end) await wait(10);
    return changes[known] ?? null;
  };
  watch.settled = async () => {
    await wait(100);
    const running = [...(deck?.shadowRoot?.getAnimations() ?? []), ...document.getAnimations()];
    const finite = running.filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    // What goes on for longer, such as arrows of reveal.js that beckon for 100 seconds, is part of the page at rest.
    await Promise.race([Promise.allSettled(finite.map((one) => one.finished)), wait(1500)]);
    // Where nothing is drawn the browser is long in telling that it is idle.
    await new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 1000 })));
  };
  return watch;
})();
