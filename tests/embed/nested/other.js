customElements.define("other-part", class extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: "open" }).innerHTML = `<section></section><kurabe-deck src="gke-eks.ja.md"></kurabe-deck>`;
  }
});
