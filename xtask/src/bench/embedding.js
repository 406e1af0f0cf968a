// Measures a deck far below in an article: what was loaded before, and the time from when it is scrolled to until it is
// painted. The deck is an element, or a page of reveal.js in a frame.
globalThis.kurabeEmbedding = {
  async measure() {
    const deck = document.querySelector("kurabe-deck, iframe");
    const title = () => {
      const root = deck.shadowRoot || (deck.contentDocument?.querySelector(".reveal.ready") && deck.contentDocument);
      const shown = root?.querySelector(".slide h1, section.present h1, section.present h2");
      return shown && shown.getBoundingClientRect().height > 0;
    };
    const frame = () => new Promise(requestAnimationFrame);
    const bytes = performance.getEntriesByType("resource").reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    const isEarly = Boolean(title());
    const start = performance.now();
    deck.scrollIntoView({ block: "center", behavior: "instant" });
    while (!title()) await frame();
    // It is painted behind this frame.
    await frame();
    await new Promise((done) => setTimeout(done));
    return { bytes, isEarly, painted: performance.now() - start, article: performance.getEntriesByName("first-contentful-paint")[0].startTime };
  },
};
