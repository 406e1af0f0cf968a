// Random and near-valid messages to the frame, the same ones in each run.
window.fuzz = (() => {
  let seed = 20201008;
  const random = (limit) => (seed = (seed * 48271) % 2147483647) % limit;
  const one = (list) => list[random(list.length)];
  const types = ["hello", "set", "goTo", "ready", "resize", "state", "verdict", "next", "eval", "__proto__", "", "HELLO", 1, null];
  const names = ["view", "sides", "asOf", "slide", "theme", "only", "controls", "lang", "id", "height", "src", "page", "state", "constructor"];
  const texts = ["matrix", "quiz", "eks", "gke,eks", "2024-12", "dns", "limits", "dark", "none", "view", "en", "", "x".repeat(300), "<img src=x>", "#dns"];
  const value = () => one([() => one(texts), () => one(texts), () => null, () => undefined, () => random(30000), () => -1, () => NaN, () => true, () => [one(texts)], () => ({ id: one(texts) })])();
  const message = () => {
    if (!random(10)) return value();
    const data = { kurabe: random(8) ? 1 : one(["1", 2, true, null, [1]]), type: one(types) };
    for (let count = random(4); count > 0; count -= 1) data[one(names)] = value();
    return data;
  };
  const frames = () => [...document.querySelectorAll("iframe")].map((frame) => frame.contentWindow);
  const strangers = ["null", "https://other.example", "http://localhost", ""];

  return {
    /** What the frame shows, and how much it has told. */
    standing() {
      const [own] = frames();
      const deck = own.document.querySelector("kurabe-deck");
      return JSON.stringify([deck.state, [...deck.attributes].map(({ name, value }) => name + value), own.location.href, heard.length]);
    },
    /** Fails with both texts where they differ. */
    unchanged(before) {
      const now = this.standing();
      if (now !== before) throw new Error(`${before} became ${now}`);
      return true;
    },
    /** From windows that aren't the parent, and from the parent with an origin that isn't that of the first `hello`. */
    foreign(count, sources) {
      const [own, other] = frames();
      const errors = [];
      own.addEventListener("error", ({ message }) => errors.push(message));
      for (; count > 0; count -= 1) {
        const source = one(sources ?? [other, own, null, window]);
        const origin = source === window ? one(strangers) : one([location.origin, ...strangers]);
        own.dispatchEvent(new own.MessageEvent("message", { data: message(), origin, source }));
      }
      return errors;
    },
    /** The parent's first `hello`, as if it came from another origin. */
    strange() {
      const [own] = frames();
      own.dispatchEvent(new own.MessageEvent("message", { data: { kurabe: 1, type: "hello" }, origin: strangers[1], source: window }));
    },
    /** From the parent itself, but nothing that is documented. */
    undocumented(count) {
      const [own] = frames();
      for (; count > 0; count -= 1) {
        const data = message();
        if (!data || data.kurabe !== 1 || !["hello", "set", "goTo"].includes(data.type)) own.postMessage(data, "*");
      }
      return new Promise((done) => {
        own.addEventListener("message", ({ data }) => data === "last" && done(true));
        own.postMessage("last", "*");
      });
    },
  };
})();
