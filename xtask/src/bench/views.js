// Runs in our page before its own scripts: measures how the overview comes and how the search answers.
globalThis.kurabeViews = (() => {
  "use strict";
  const root = () => document.querySelector("kurabe-deck")?.shadowRoot;
  const find = (selector) => root()?.querySelector(selector);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const message = () => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  });
  // Waits, a frame at a time, until `isThere`, and for what the frame then paints.
  const painted = async (isThere) => {
    const end = performance.now() + 60_000;
    do await frame(); while (!isThere() && performance.now() < end);
    return message();
  };

  let pressed = 0;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, { capture: true });
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });

  const isDrawn = () => {
    const frames = [...root().querySelectorAll(".overview .frame")];
    return frames.length > 0 && frames.every(({ dataset }) => dataset.drawn === dataset.key);
  };
  // Begun before the key is pressed. Times are since the key, but for the tasks' durations.
  const overview = async () => {
    kurabeBench.stop();
    tasks.length = 0;
    const first = await painted(() => find(".overview"));
    const since = pressed;
    const drawn = await painted(isDrawn);
    // The browser tells of long tasks a while after they have ended.
    await new Promise((done) => setTimeout(done, 300));
    const after = tasks.filter(({ startTime }) => startTime >= first && startTime < drawn);
    return {
      first: first - since,
      drawn: drawn - since,
      longest: Math.max(0, ...after.map(({ duration }) => duration)),
      pictures: root().querySelectorAll(".overview .frame").length,
    };
  };
  const searchField = async () => {
    kurabeBench.stop();
    const open = await painted(() => root().activeElement?.matches(".search-field"));
    return open - pressed;
  };

  // The page's own listeners are within the shadow root: the window hears of an event before and after them, and
  // after what they leave to be done at once (microtasks), in which the widgets are drawn.
  const strokes = [];
  const seen = () => find(".panel")?.textContent;
  let begun = 0;
  addEventListener("input", () => { begun = performance.now(); }, { capture: true });
  addEventListener("input", async () => {
    const [since, answered, text] = [begun, performance.now(), seen()];
    await frame();
    const [drawing, isWhole] = [performance.now(), text === seen()];
    const shown = await message();
    const hits = root().querySelectorAll(".hit").length;
    strokes.push({ answered: answered - since, drawn: shown - drawing, shown: shown - since, hits, isWhole });
  });
  // The keystroke after the first `known` ones.
  const stroke = async (known) => {
    await painted(() => strokes.length > known);
    return strokes[known];
  };
  // A view that looks at all claims. Begun before the key is pressed.
  const table = async (selector) => {
    kurabeBench.stop();
    const open = await painted(() => find(selector));
    return { first: open - pressed, rows: root().querySelectorAll("[data-row]").length };
  };
  return { overview, searchField, stroke, table };
})();
