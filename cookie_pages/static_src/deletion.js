// The deletion of what refused purposes left on this device, wherever a page can reach it.

import { panelOf } from "./panel-document.js";

// The declared trackers of some purposes: where each is kept, and a test of its name.
const trackers = (panel, wanted) =>
  [...panel.querySelectorAll("[data-storage]")]
    .filter((item) => wanted(item.closest("[data-purpose]").dataset.purpose))
    .map((item) => {
      const name = item.firstElementChild.textContent.replace(/[^*\w]/g, "\\$&");
      return [item.dataset.storage, RegExp(`^${name.replaceAll("*", ".*")}$`)];
    });

// `kept`: the place of the cookie that stays, of several of its name. Each attribute has a jar of its own, which
// only a cookie with the same can empty.
function expire(name, kept) {
  const path = location.pathname.split("/");
  const host = location.hostname.split(".");
  for (const i in path) {
    const folder = path.slice(0, +i + 1).join("/");
    for (const j in ["", ...host]) {
      const domain = +j ? ";Domain=" + host.slice(j - 1).join(".") : "";
      for (const end of ["", "/"]) {
        const place = `;Path=${folder + end || "/"}${domain}`;
        if (kept === place) continue;
        for (const jar of ["", ";Secure", ";Secure;SameSite=None;Partitioned"]) {
          document.cookie = `${name}=;Max-Age=0${place}${jar}`;
        }
      }
    }
  }
}

const attempt = (work) => {
  try {
    return work();
  } catch {}
};

export default async function (slugs, kept, banner) {
  const panel = await panelOf(banner);
  const gone = trackers(panel, (slug) => slugs.includes(slug));
  const stays = trackers(panel, (slug) => !slugs.includes(slug));
  const among = (list, kind, name) => list.some(([at, test]) => at === kind && test.test(name));
  const each = (kind, names, remove) => {
    for (const name of names) {
      if (among(gone, kind, name) && !among(stays, kind, name) && name !== kept) remove(name);
    }
  };
  attempt(() => {
    const names = document.cookie.split(/; */).map((pair) => pair.split("=")[0]);
    if (names.filter((name) => name === kept)[1]) expire(kept, banner.dataset.place);
    each("cookie", names, (name) => expire(name));
  });
  for (const kind of ["localStorage", "sessionStorage"]) {
    attempt(() => each(kind, Object.keys(window[kind]), (name) => window[kind].removeItem(name)));
  }
  const databases = (await attempt(() => indexedDB.databases())) ?? [];
  each(
    "IndexedDB",
    databases.map(({ name }) => name),
    (name) => indexedDB.deleteDatabase(name),
  );
}
