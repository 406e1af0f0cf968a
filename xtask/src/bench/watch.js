// Runs in both pages before their own scripts: tells which slide is shown, and measures how long a change takes.
globalThis.kurabeBench = (() => {
  "use strict";
  const slides = () => {
    const root = document.querySelector("kurabe-deck")?.shadowRoot;
    const drawn = root ? [...root.querySelectorAll("[data-slide]:not([hidden])")] : [];
    if (drawn.length) return drawn;
    // Those that stand in the page until the program is there.
    return [...document.querySelectorAll(".all-slides > section [data-slide]")].filter((slide) => slide.offsetHeight);
  };
  const shown = () => slides().map((slide) => slide.dataset.slide).join();

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
  const changes = [];
  addEventListener("keydown", (event) => {
    pressed = event.key === "PageDown" ? event.timeStamp : null;
    before = shown();
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

  // A shadow root may come late, and observers of the document don't see into it.
  const observed = new WeakSet();
  const observer = new MutationObserver(looked);
  let firstShown = "";
  const watch = { shown, paints, changes, changedAt: null, looksOn: true };
  // The program is there, where there is one.
  watch.isWhole = () => document.readyState === "complete" && shown() !== "" && !document.querySelector(".prerendered");
  // What measures other things than slides doesn't measure this with them.
  watch.stop = () => {
    watch.looksOn = false;
    observer.disconnect();
  };
  const look = () => {
    const root = document.querySelector("kurabe-deck")?.shadowRoot;
    if (root && !observed.has(root)) {
      observed.add(root);
      observer.observe(root, { subtree: true, childList: true, attributes: true });
    }
    const now = shown();
    firstShown ||= now;
    if (watch.changedAt === null && firstShown && now && now !== firstShown) watch.changedAt = performance.now();
    if (watch.looksOn) requestAnimationFrame(look);
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
    const root = document.querySelector("kurabe-deck")?.shadowRoot;
    const running = [...(root?.getAnimations() ?? []), ...document.getAnimations()];
    const finite = running.filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    await Promise.allSettled(finite.map((one) => one.finished));
    await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
  };
  return watch;
})();
