// What a frame has kept by now, by the kind of storage.
async () => {
  const kept = {};
  const look = async (kind, work) => {
    try {
      kept[kind] = (await work()).map((name) => String(name).slice(0, 255));
    } catch {
      kept[kind] = [];
    }
  };
  await look("localStorage", () => Object.keys(localStorage));
  await look("sessionStorage", () => Object.keys(sessionStorage));
  await look("IndexedDB", async () => (await indexedDB.databases()).map(({ name }) => name));
  await look("Cache Storage", () => caches.keys());
  await look("service worker", async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ active, scope }) => active?.scriptURL ?? scope),
  );
  return kept;
}
