// For pages that show decks in frames: gives each frame of this site's `embed.html` the height that it asks for, and
// sends what it tells as events of the <iframe>: `kurabe-state` and `kurabe-verdict`.

const page = new URL("../embed.html", import.meta.url);
const least = 100;
const most = 20000;

const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(page.href));
// A frame that is still empty, or sandboxed, has another origin. The greeting tells nothing that others must not hear.
const greet = (frame) => frame.contentWindow && frame.contentWindow.postMessage({ kurabe: 1, type: "hello" }, "*");

addEventListener("message", ({ source, origin, data }) => {
  if (!data || data.kurabe !== 1 || (origin !== page.origin && origin !== "null")) return;
  const frame = source && frames().find((frame) => frame.contentWindow === source);
  if (!frame) return;
  const { type, height } = data;
  if (type === "ready") greet(frame);
  else if (type === "resize" && height >= least && height <= most) {
    frame.style.aspectRatio = "auto";
    frame.style.height = height + "px";
  } else if (type === "state" || type === "verdict") {
    frame.dispatchEvent(new CustomEvent("kurabe-" + type, { bubbles: true, detail: data[type === "state" ? type : "scores"] }));
  }
});

frames().forEach(greet);
