// Has a page fetch its decks anew when a deck's file has changed. Only the pages of `cargo xtask serve` have this script;
// xtask/src/serve/live.rs tells what the server does.
const news = new URL("live.txt", import.meta.url);
let seen;

async function look() {
  try {
    const said = await (await fetch(news, { cache: "no-store" })).text();
    if (seen !== undefined && said !== seen && said) {
      // A picture is fetched again with the page alone.
      if (!said.endsWith(".md")) location.reload();
      else for (const deck of document.querySelectorAll("kurabe-deck")) deck.reload?.();
    }
    seen = said;
  } catch {
    // The server is gone, or has not come back yet.
  }
  setTimeout(look, 200);
}

look();
