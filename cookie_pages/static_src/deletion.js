// For who refuses: the deletion of what the refused purposes left on this device.

// The declared trackers of some purposes: where each is kept, and a test of its name.
const trackers = (wanted) =>
  [...document.querySelectorAll("#cookie-panel [data-storage]")]
    .filter((item) => wanted(item.closest("[data-purpose]").dataset.purpose))
    .map((item) => {
      const name = item.firstElementChild.textContent.replace(/[^*\w]/g, "\\$&");
      return [item.dataset.storage, RegExp(`^${name.replaceAll("*", ".*")}$`)];
    });

function expire(name) {
  const path = location.pathname.split("/");
  const host = location.hostname.split(".");
  for (const i in path) {
    const folder = path.slice(0, +i + 1).join("/");
    for (const j in ["", ...host]) {
      const domain = +j ? ";Domain=" + host.slice(j - 1).join(".") : "";
      for (const end of ["", "/"]) {
        document.cookie = `${name}=;Max-Age=0;Path=${folder + end || "/"}${domain}`;
      }
    }
  }
}

// Deletes what the refused purposes left on this device, wherever a page can reach it.
// Gives a promise where there may be databases.
export default function (slugs) {
  const gone = trackers((slug) => slugs.includes(slug));
  const kept = document.getElementById("cookie-banner").dataset.name;
  const stays = trackers((slug) => !slugs.includes(slug));
  const each = (kind, names, remove) => {
    const among = (list, name) => list.some(([at, test]) => at === kind && test.test(name));
    for (const name of names) {
      if (among(gone, name) && !among(stays, name) && name !== kept) remove(name);
    }
  };
  each("cookie", document.cookie.split(/=[^;]*;? ?/), expire);
  for (const kind of ["localStorage", "sessionStorage"]) {
    try {
      each(kind, Object.keys(window[kind]), (name) => window[kind].removeItem(name));
    } catch {}
  }
  return indexedDB.databases?.().then(
    (list) =>
      each("IndexedDB", list.map(({ name }) => name), (name) => indexedDB.deleteDatabase(name)),
    () => {},
  );
}
