// The service worker of a site: after a first visit the site opens without a network. `xtask/src/dist/worker.rs` names
// its version and its files with their hashes. A version comes whole or not at all, and no page gets files of two: the
// next one waits until no page is open that has this one.

const version = "@version@";
const files = "@files@";

const scope = self.registration.scope;
const name = `kurabe ${scope} ${version}`;

self.addEventListener("install", (event) => {
  const wanted = Object.entries(files).map(([path, integrity]) => new Request(scope + path, { integrity, cache: "no-cache" }));
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(wanted)));
});

self.addEventListener("activate", (event) => {
  const isOld = (other) => other.startsWith(`kurabe ${scope} `) && other !== name;
  event.waitUntil(caches.keys().then((all) => Promise.all(all.filter(isOld).map((old) => caches.delete(old)))));
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const [address] = url.split(/[?#]/);
  if (method !== "GET" || !address.startsWith(scope)) return;
  const path = address.slice(scope.length);
  if (path in files) {
    // What the browser has thrown away comes from the network.
    const kept = caches.open(name).then((cache) => cache.match(address));
    event.respondWith(kept.then((found) => found || fetch(event.request)));
    return;
  }
  // Without a network the other names of a page lead to it, and the page of a slide to the slide.
  const [, folder, slide] = /^(|.*\/)(?:index\.html|slides\/([^/]+)\/?)$/.exec(path) || [path, path + "/"];
  if (!(folder in files)) return;
  const lead = () => Response.redirect(scope + folder + new URL(url).search + (slide ? "#" + slide : ""));
  event.respondWith(fetch(event.request).catch(lead));
});
