// Takes from our page what the static page is made of. `{slide}` of the shell stands for the slides.
(() => {
  "use strict";
  const host = document.querySelector("kurabe-deck");
  const root = host.shadowRoot;
  const rules = (sheets) => [...sheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join("\n");
  const shell = host.shadowRoot.querySelector("[data-slide]:not([hidden])");
  const copy = document.createElement("div");
  copy.append(...[...root.childNodes].map((node) => node.cloneNode(true)));
  copy.querySelectorAll("style, link, script, [data-slide][hidden]").forEach((element) => element.remove());
  copy.querySelector(`[data-slide="${CSS.escape(shell.dataset.slide)}"]:not([hidden])`).replaceWith("{slide}");
  return {
    pageStyle: rules(document.styleSheets),
    deckStyle: rules([...root.styleSheets, ...root.adoptedStyleSheets]),
    shell: copy.innerHTML,
    attributes: [...host.attributes].map(({ name, value }) => [name, value]),
    title: document.title,
  };
})()
