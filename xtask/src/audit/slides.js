// Runs in every page before its own scripts: tells whether the slide of the page's address is there, and measures it.
globalThis.kurabeAudit = (() => {
  "use strict";
  // Each load is that of a first visit.
  Object.defineProperty(navigator, "serviceWorker", { value: undefined });
  const deck = () => document.querySelector("kurabe-deck");
  const all = (selector, within = deck()?.shadowRoot) => [...(within?.querySelectorAll(selector) ?? [])];
  const shown = () => all(".stage > .slide:not([hidden])");
  const frame = () => new Promise(requestAnimationFrame);
  // So many frames in which nothing changes.
  const REST = 4;

  const measured = () => {
    const [slide] = shown();
    const [scroller] = all(".scroller", slide);
    const [content] = all(".content", slide);
    const { asOf, sides } = deck().state;
    return {
      slide: slide.dataset.slide,
      asOf,
      sides,
      below: scroller.scrollHeight - scroller.clientHeight,
      beside: content.scrollWidth - scroller.clientWidth,
      percent: parseInt(scroller.style.getPropertyValue("--fit").match(/\d+/)),
      saysMore: slide.hasAttribute("data-more"),
    };
  };

  return {
    /** What is still missing until the program shows a slide with all its pictures; empty: nothing. */
    missing() {
      if (document.readyState !== "complete") return "the page";
      if (!shown().length) return `a slide of the program (${deck()?.dataset.failed ?? "it has not failed"})`;
      if (document.querySelector(".prerendered")) return "that the page's own slides go";
      return all("img", shown()[0]).every((image) => image.complete) ? "" : "pictures";
    },

    /** What is seen of the slide when it has come to rest. */
    async seen() {
      await document.fonts.ready;
      // The program looks at the size again when it has been painted, and draws the next slide when it has time.
      await new Promise((done) => requestIdleCallback(done));
      await Promise.allSettled(deck().shadowRoot.getAnimations().map((animation) => animation.finished));
      let before;
      for (let same = 0; same < REST;) {
        await frame();
        const now = JSON.stringify(measured());
        same = now === before ? same + 1 : 0;
        before = now;
      }
      return measured();
    },

    /** The ids of all sides, and the values of `as-of` of the first and the last moment. */
    async ends() {
      const days = [];
      for (const button of all(".lens .toggle:not(.other-day)")) {
        button.click();
        while (button.ariaPressed !== "true") await frame();
        days.push(deck().state);
      }
      days.sort((one, other) => (one.day < other.day ? -1 : 1));
      const { sides, asOf } = deck().state;
      return { sides, moments: days.length ? [days[0].asOf, days.at(-1).asOf] : [asOf] };
    },
  };
})();
