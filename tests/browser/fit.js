// Measures the slide that is shown: what is clipped, what scrolls, what is too small. A string for each finding.
window.fit = (() => {
  const NOT_BODY = ".footnotes, .footnote-mark, .chip, figcaption, button, .warning, .details, .visually-hidden";
  const SLACK = 1.5;

  /** The visible text nodes below the shadow root, each with its element. */
  function texts(within) {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const [node, element] = [walker.currentNode, walker.currentNode.parentElement];
      if (element && node.data.trim() && see.isVisible(element)) found.push({ node, element });
    }
    return found;
  }

  function boxesOf(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  }

  const plain = (box) => ({ left: box.left, top: box.top, right: box.right, bottom: box.bottom });

  /** The part of an element that can be brought into sight, as if it weren't scrolled. */
  function reachable(element, style) {
    const box = element.getBoundingClientRect();
    const [left, top] = [box.left + element.clientLeft, box.top + element.clientTop];
    const scrolls = (value) => value === "auto" || value === "scroll";
    const [x, y] = [scrolls(style.overflowX), scrolls(style.overflowY)];
    return {
      left: left - (x ? element.scrollLeft : 0),
      top: top - (y ? element.scrollTop : 0),
      right: left + (x ? element.scrollWidth - element.scrollLeft : element.clientWidth),
      bottom: top + (y ? element.scrollHeight - element.scrollTop : element.clientHeight),
      scrolls: x || y,
      window: plain(box),
    };
  }

  const escapes = (inner, outer) =>
    ["left", "top"].find((side) => inner[side] < outer[side] - SLACK) ??
    ["right", "bottom"].find((side) => inner[side] > outer[side] + SLACK);

  /** Follows a box outwards to the window; tells where it is cut off. */
  function clipped(box, element) {
    let inner = plain(box);
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      if (style.display.startsWith("inline")) continue;
      const outer = reachable(at, style);
      const side = escapes(inner, outer);
      if (side) return `cut off at the ${side} of .${at.className || at.tagName} by ${Math.round(Math.abs(inner[side] - outer[side]))} px`;
      if (outer.scrolls) inner = outer.window;
    }
    const side = escapes(inner, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    return side && `beyond the ${side} of the window by ${Math.round(Math.abs(inner[side] - { left: 0, top: 0, right: innerWidth, bottom: innerHeight }[side]))} px`;
  }

  const short = (text) => `「${text.trim().slice(0, 24)}」`;

  function clippedTexts() {
    return texts(see.root()).flatMap(({ node, element }) => {
      const place = boxesOf(node).map((box) => clipped(box, element)).find(Boolean);
      return place ? [`${short(node.data)} ${place}`] : [];
    });
  }

  function clippedThings() {
    const things = see.all("img, button, label, input, textarea, summary, svg, table, pre").filter((thing) => see.isVisible(thing));
    return things.flatMap((thing) => {
      const place = clipped(thing.getBoundingClientRect(), thing.parentElement);
      return place ? [`${thing.tagName.toLowerCase()} ${short(see.name(thing))} ${place}`] : [];
    });
  }

  function sideways() {
    const scroller = see.one(".scroller");
    const page = document.documentElement;
    return [
      scroller.scrollWidth > scroller.clientWidth && `the slide is ${scroller.scrollWidth - scroller.clientWidth} px too wide`,
      page.scrollWidth > page.clientWidth && `the page scrolls sideways by ${page.scrollWidth - page.clientWidth} px`,
      page.scrollHeight > page.clientHeight && `the page scrolls by ${page.scrollHeight - page.clientHeight} px`,
    ].filter(Boolean);
  }

  /** The page's number lies over no text of a slide that can't be scrolled from under it. */
  function covered() {
    const number = see.one(".page-number");
    const scroller = see.one(".scroller");
    if (!number || !see.isVisible(number) || scroller.scrollHeight > scroller.clientHeight) return [];
    const box = number.getBoundingClientRect();
    const meets = (other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top;
    return texts(scroller).filter(({ node }) => boxesOf(node).some(meets)).map(({ node }) => `${short(node.data)} lies under the page's number`);
  }

  return {
    misfits: () => [...clippedTexts(), ...clippedThings(), ...sideways(), ...covered()],

    scrolls() {
      const scroller = see.one(".scroller");
      const over = scroller.scrollHeight - scroller.clientHeight;
      return over > 0 ? [`scrolls by ${over} of ${scroller.clientHeight} px, fit ${scroller.style.getPropertyValue("--fit")}`] : [];
    },

    tiny(least) {
      const height = see.stage().height;
      const small = texts(see.one(".content"))
        .filter(({ element }) => !element.closest(NOT_BODY))
        .map(({ node, element }) => ({ node, element, share: parseFloat(getComputedStyle(element).fontSize) / height }))
        .filter(({ share }) => share < least - 0.00005);
      return small.map(({ node, element, share }) => `<${element.tagName.toLowerCase()}> ${short(node.data)} ${(share * 100).toFixed(2)} %`);
    },
  };
})();
