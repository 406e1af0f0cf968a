// In place of a service worker, on a site that has none: what an earlier version of the site has left in browsers goes.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const { scope } = self.registration;
  const isOurs = (name) => name.startsWith(`kurabe ${scope} `);
  const clear = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter(isOurs).map((name) => caches.delete(name)));
    await self.registration.unregister();
  };
  event.waitUntil(clear());
});
