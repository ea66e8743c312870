// For who chooses: banner and panel, the cookie, the proof, and the deletion of what is refused.
export default (state) => {
  const { data, slugs } = state;
  const panel = document.getElementById("cookie-panel");
  const status = document.getElementById("cookie-status");
  const form = panel.querySelector("form");
  const radios = [...form.querySelectorAll("[type=radio]")];

  // Choices that the server has not acknowledged yet; nothing where storage is blocked.
  function pending(change) {
    try {
      const list = change([].concat(JSON.parse(localStorage["cookie-pages"] || "[]")));
      if (list[0]) localStorage["cookie-pages"] = JSON.stringify(list);
      else localStorage.removeItem("cookie-pages");
      return list;
    } catch {
      return [];
    }
  }

  function post(choice) {
    const body = new Blob([JSON.stringify(choice)], { type: "application/json" });
    fetch(data.url, { method: "POST", keepalive: true, body }).then(
      ({ status }) => {
        if (status > 499 || status === 429) return;
        pending((list) => list.filter((other) => other?.record !== choice?.record));
      },
      () => {},
    );
  }

  function store() {
    const query = new URLSearchParams({ terms: data.terms, at: state.at });
    for (const slug in state.choices) query.set(slug, +state.choices[slug]);
    document.cookie =
      `${data.name}=${query};Path=/;SameSite=Lax;Max-Age=${state.lifetime}` +
      (location.protocol === "https:" ? ";Secure" : "");
  }

  function choose(choices, method, focus) {
    if (slugs.some((slug) => state.choices[slug] && choices[slug] === false)) {
      method = "withdrawal";
    }
    state.choices = { ...state.choices, ...choices };
    if (!state.at || method !== "placeholder") state.at = Math.floor(Date.now() / 1000);
    clear(choices);
    store();
    const choice = {
      // The browser's own random UUID, on pages without https too.
      record: URL.createObjectURL(new Blob()).slice(-36),
      terms: +data.terms,
      notice: +data.notice,
      choices,
      method,
      language: state.banner.lang,
    };
    pending((list) => [...list, choice]);
    post(choice);
    state.tabs.postMessage(0);
    status.textContent = data.saved;
    state.changed(focus);
  }

  // The declared trackers of some purposes: where each is kept, and a test of its name.
  const trackers = (wanted) =>
    [...form.querySelectorAll("[data-storage]")]
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
  function clear(choices) {
    const gone = trackers((slug) => choices[slug] === false);
    const stays = trackers((slug) => choices[slug] !== false);
    const each = (kind, names, remove) => {
      const among = (list, name) => list.some(([at, test]) => at === kind && test.test(name));
      for (const name of names) if (among(gone, name) && !among(stays, name)) remove(name);
    };
    each("cookie", document.cookie.split(/=[^;]*;? ?/), expire);
    for (const kind of ["localStorage", "sessionStorage"]) {
      try {
        each(kind, Object.keys(window[kind]), (name) => window[kind].removeItem(name));
      } catch {}
    }
    indexedDB.databases?.().then(
      (list) =>
        each("IndexedDB", list.map(({ name }) => name), (name) => indexedDB.deleteDatabase(name)),
      () => {},
    );
  }

  document.addEventListener("click", ({ target }) => {
    const choice = target.closest?.("[data-cookie-choice]")?.dataset.cookieChoice;
    if (choice === undefined) return;
    const fields = new FormData(form);
    const choices = {};
    for (const slug of panel.open ? radios.map((radio) => radio.name) : slugs) {
      choices[slug] = (choice === "form" ? fields.get(slug) : choice) === "1";
    }
    const method = panel.open ? "preferences" : "banner";
    panel.close();
    choose(choices, slugs[0] ? method : "information");
    // The focus stays where the banner was, not on what has just gone.
    const active = document.activeElement;
    if (!active?.checkVisibility?.() || active === document.body) {
      status.focus({ preventScroll: true });
    }
  });

  return {
    choose,
    send: () => pending((list) => list).forEach(post),
    open() {
      for (const radio of radios) {
        radio.checked = state.answer(radio.name) === (radio.value === "1");
      }
      for (const note of form.querySelectorAll(".cookie-signal")) note.hidden = !state.signal;
      panel.showModal();
    },
  };
};
