// Before the program is there: moves between the slides that stand in the page, switches their sides, and makes a slide
// that is too full smaller. A classic script right behind the first slide: no slide is seen before it has run. What the
// reader does stands in the address, where the program finds it when it takes over (`takeOver` in program.js ends this).

(() => {
  const host = document.querySelector("kurabe-deck");
  const page = host.firstElementChild;
  const all = (selector, within = page) => [...within.querySelectorAll(selector)];
  // More of them come.
  const slides = () => all(".all-slides > div");
  const query = new URLSearchParams(location.search);
  // The one that is seen.
  const here = () => slides().findIndex((slide) => slide.offsetHeight);
  const isArticle = () => innerWidth < 480;

  // As measure.rs does it: both find the same size.
  const fit = () => {
    const slide = isArticle() || slides()[here()];
    // Nothing is cut off in an article.
    if (!slide?.id) return;
    const [scroller] = all(".scroller", slide);
    const { style } = scroller;
    const fits = (size) => {
      style.setProperty("--fit", `calc(${size} / 100)`);
      return scroller.scrollHeight <= scroller.clientHeight && scroller.firstChild.scrollWidth <= scroller.clientWidth;
    };
    style.overflow = "hidden";
    // Where the columns stack, it scrolls instead.
    if (!fits(100) && innerWidth > 640) {
      let [low, high] = [70, 100];
      while (high - low > 1) {
        const size = (low + high) >> 1;
        if (fits(size)) low = size;
        else high = size;
      }
      fits(low);
    }
    style.overflow = "";
  };

  const move = (way) => {
    const at = here();
    const to = slides()[Math.max(0, at + way)] || slides().at(-1);
    if (at >= 0 && !isArticle()) location.hash = to.id;
  };

  const names = page.dataset.sides.split(" ");
  let sides = names.filter((name) => (query.get("sides") || "").split(",").includes(name));
  const dress = () => {
    if (!sides[0]) sides = names;
    all("[data-side]").forEach((part) => {
      const isOn = sides.includes(names[part.dataset.side]);
      if (part.ariaPressed) part.ariaPressed = isOn;
      else part.hidden = !isOn;
    });
    all(".columns").forEach((columns) => { columns.dataset.count = all(".side:not([hidden])", columns).length; });
    fit();
  };
  const toggle = (at) => {
    const rest = names.filter((name, place) => at < 0 || sides.includes(name) != (place == at));
    if (rest[0]) {
      sides = rest;
      query.set("sides", sides);
      history.replaceState(null, "", "?" + query + location.hash);
      dress();
    }
  };

  document.onkeydown = (event) => {
    const { key, target } = event;
    const pressed = event.shiftKey ? "S" + key : key;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest(/^( |Ent)/.test(key) ? "a, button, select" : "select")) return;
    // Arrows, Page keys, Space, Enter, Backspace, Home, End, n and p.
    const way = /^( |n|En|ArrowR|ArrowD|PageD)/.test(pressed) - /^(S |p|Ba|Ho|ArrowL|ArrowU|PageU)/.test(pressed);
    if (way && !isArticle()) {
      event.preventDefault();
      move(/^Ho|nd/.test(key) ? way * 1e4 : way);
    } else if (key <= names.length && !all(".options", slides()[here()])[0]) toggle(key - 1);
  };

  let start;
  page.onpointerdown = (event) => { start = event; };
  page.onpointerup = (event) => {
    const wide = start.clientX - event.clientX;
    const high = start.clientY - event.clientY;
    if (event.pointerType == "touch" && wide * wide > 2304 + 2 * high * high) move(Math.sign(wide));
  };
  page.onclick = ({ target, clientX }) => {
    const button = target.closest("button");
    // The program answers it later.
    if (button) button.dataset.side ? toggle(button.dataset.side) : (page.tapped = button);
    else if (!target.closest("a") && getSelection().isCollapsed) {
      const way = (clientX > innerWidth * 0.8) - (clientX < innerWidth * 0.2);
      if (way) move(way);
    }
  };

  page.dataset.theme = query.get("theme") || "auto";
  if (!location.hash) page.dataset.first = "";
  dress();
  window.onhashchange = fit;

  // What comes is dressed before it is seen, and the program comes when all has been painted.
  new MutationObserver((_, watcher) => {
    if (all(".end")[0]) {
      watcher.disconnect();
      if (location.hash) location.replace(location.hash);
      requestAnimationFrame(() => setTimeout(() => document.head.append(all("template", document)[0].content)));
    }
    dress();
  }).observe(page.lastElementChild, { childList: true });
  addEventListener("error", ({ target }) => {
    // Its loader.
    if (target.type == "module") host.dataset.failed = 1;
  }, true);
})();
