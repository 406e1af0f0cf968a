// Before the program is there: moves between the slides that stand in the page, switches their sides, and makes a slide
// that is too full smaller. Of the sizes that it finds the program takes none: it finds its own (fit.rs). A classic
// script right behind the first slide, which is seen when it has run. What the reader does stands in the address, where
// the program finds it when it takes over (`takeOver` in program.js ends this).

(() => {
  const page = document.querySelector(".prerendered");
  const all = (selector, within = page) => [...within.querySelectorAll(selector)];
  // More of them come.
  const slides = () => all(".all-slides>div");
  const query = new URL(location).searchParams;
  // The one that is seen, unless all are.
  const here = () => innerWidth > 479 && slides().find((slide) => slide.offsetHeight);

  // As fit.rs does it: both find the same size.
  const fit = () => {
    const slide = here();
    if (!slide) return;
    const [scroller] = all(".scroller", slide);
    const fits = (size) => {
      scroller.style.setProperty("--fit", size / 100);
      return scroller.scrollHeight <= scroller.clientHeight && scroller.firstChild.scrollWidth <= scroller.clientWidth;
    };
    // Where the columns stack, it scrolls instead.
    if (!fits(100) && innerWidth > 640) {
      let low = 70;
      let high = 100;
      while (high - low > 1) {
        const size = (low + high) >> 1;
        if (fits(size)) low = size;
        else high = size;
      }
      fits(low);
    }
    // If there is more, the styles let it scroll, and say so.
    slide.dataset.more = scroller.scrollHeight > scroller.clientHeight;
  };

  const move = (way) => {
    const at = slides().indexOf(here());
    const to = slides()[Math.max(0, at + way)] || slides().pop();
    if (way && at + 1) location.hash = to.id;
  };

  const names = page.dataset.sides.split(" ");
  let sides = names.filter((name) => query.get("sides")?.split(",").includes(name));
  const dress = () => {
    if (!sides[0]) sides = names;
    all("[data-side]").forEach((part) => {
      const isOn = sides.includes(names[part.dataset.side]);
      if (part.ariaPressed) part.ariaPressed = isOn;
      else part.hidden = !isOn;
    });
    all(".columns").forEach((columns) => (columns.dataset.count = all(".side:not([hidden])", columns).length));
    fit();
  };
  const toggle = (at) => {
    const rest = names.filter((name, place) => at < 0 || (place == at) != sides.includes(name));
    if (rest[0]) {
      sides = rest;
      query.set("sides", sides);
      history.replaceState(0, 0, "?" + query + location.hash);
      dress();
    }
  };

  // Both are the window's.
  onkeydown = (event) => {
    const { key } = event;
    const pressed = event.shiftKey ? "S" + key : key;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(/^( |Ent)/.test(key) ? "select,a,button" : "select")) return;
    // Arrows, Page keys, Space, Enter, Backspace, Home, End, n and p.
    const way = /^( |n|En|(Arrow|Page)[RD])/.test(pressed) - /^(S |p|Ba|Ho|(Arrow|Page)[LU])/.test(pressed);
    if (way && here()) {
      event.preventDefault();
      move(/^Ho|nd/.test(key) ? way * 1e4 : way);
    } else if (key <= names.length && !all(".options", here() || page)[0]) toggle(key - 1);
  };

  let start;
  page.onpointerdown = (event) => { start = event; };
  page.onpointerup = (event) => {
    const wide = start.x - event.x;
    const high = start.y - event.y;
    if (event.pointerType == "touch" && wide * wide > 2304 + 2 * high * high) move(Math.sign(wide));
  };
  page.onclick = ({ target, x }) => {
    const button = target.closest("button");
    // The program answers it later. A click on words selects.
    if (button) button.dataset.side ? toggle(button.dataset.side) : (page.tapped = button);
    else if (!target.closest("a,.content *") && getSelection().isCollapsed) {
      move((x > innerWidth * 0.8) - (x < innerWidth * 0.2));
    }
  };

  page.dataset.theme = query.get("theme") || "auto";
  onhashchange = fit;
  // The toolbar is painted before: to find the places of both at once would keep a tap waiting.
  setTimeout(() => {
    if (!location.hash) page.dataset.first = 1;
    dress();
  }, 9);

  // What comes is dressed before it is seen. Until the toolbar is painted there is nothing to do for all sides, unless all
  // slides have come.
  new MutationObserver(() => {
    if (location.hash && all(".end")[0]) location.replace(location.hash);
    if (sides[0] || all(".end")[0]) dress();
  }).observe(page.lastElementChild, { childList: true });
  // Of what may fail to load only the loader, a script, has a text.
  addEventListener("error", ({ target }) => {
    if (target.text == "") page.parentNode.dataset.failed = 1;
  }, true);
})();
