// All that the static page does: a key shows another of its slides.
const slides = [...document.querySelector("kurabe-deck").shadowRoot.querySelectorAll("[data-slide]")];
let at = 0;
addEventListener("keydown", ({ key }) => {
  const to = key === "PageDown" ? at + 1 : key === "Home" ? 0 : at;
  if (to === at || !slides[to]) return;
  slides[at].hidden = true;
  slides[to].hidden = false;
  at = to;
});
