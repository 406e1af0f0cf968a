customElements.define("kurabe-deck", class Another extends HTMLElement {});
