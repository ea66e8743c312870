// For who chooses: banner and panel, the cookie, and the proof.
import style from "../static/cookie_pages/banner.css";

export default (banner, flags, stored, answer, changed, browserRefuses) => {
  const data = banner.dataset;
  const panel = document.getElementById("cookie-panel");
  const status = document.getElementById("cookie-status");
  const form = panel.querySelector("form");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);

  // Choices that the server has not acknowledged yet; nothing where storage is blocked.
  function keep(change) {
    try {
      localStorage["cookie-pages"] = change(localStorage["cookie-pages"] ?? "");
      if (!localStorage["cookie-pages"]) localStorage.removeItem("cookie-pages");
    } catch {}
  }

  function post(choice) {
    const body = new Blob([choice], { type: "application/json" });
    fetch(data.url, { method: "POST", keepalive: true, body }).then(
      ({ status }) => {
        if (status < 500 && status !== 429) keep((kept) => kept.replace(choice + "\n", ""));
      },
      () => {},
    );
  }

  // Deletes what the flags left on this device.
  const deleteTrackers = (slugs) => import(data.deletion).then((module) => module.default(slugs), () => {});

  function choose(choices, method) {
    const refused = Object.keys(choices).filter((slug) => !choices[slug]);
    if (refused.some((slug) => flags[slug] & 1 && stored.choices[slug])) method = "withdrawal";
    Object.assign(stored.choices, choices);
    if (!stored.at || method !== "placeholder") stored.at = Math.floor(Date.now() / 1000);
    const query = new URLSearchParams({ terms: data.terms, at: stored.at });
    for (const slug in stored.choices) query.set(slug, +stored.choices[slug]);
    document.cookie =
      `${data.name}=${query};Path=/;SameSite=Lax;Max-Age=${data.age}` +
      (/^https/.test(location) ? ";Secure" : "");
    const choice = JSON.stringify({
      // The browser's own random UUID, on pages without https too.
      record: URL.createObjectURL(new Blob()).slice(-36),
      terms: +data.terms,
      notice: +data.notice,
      choices,
      method,
      language: panel.lang,
    });
    keep((kept) => kept + choice + "\n");
    post(choice);
    stored.tabs.postMessage(0);
    status.textContent = data.saved;
    changed(refused[0] && deleteTrackers(refused));
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-cookie-choice]");
    if (!button) return;
    const fields = new FormData(form);
    const choices = {};
    for (const slug in flags) {
      if (panel.open || flags[slug] & 1) {
        choices[slug] = (button.value || fields.get(slug)) > 0;
      }
    }
    const method = data.informs ?? (panel.open ? "preferences" : "banner");
    panel.close();
    // The focus stays where the banner was, not on what goes.
    if (banner.contains(document.activeElement)) status.focus();
    choose(choices, method);
  });

  keep((kept) => {
    kept.split("\n").forEach((choice) => choice && post(choice));
    return kept;
  });

  return {
    choose,
    open() {
      for (const radio of form) {
        if (radio.name in flags) radio.checked = answer(radio.name) == radio.value;
      }
      if (browserRefuses) for (const note of form.querySelectorAll("[hidden]")) note.hidden = false;
      // For a theme's own script.
      document.dispatchEvent(new Event("cookie-pages:open"));
      panel.showModal();
      // A withdrawal mustn't wait for its script.
      if (stored.at) deleteTrackers([]);
    },
  };
};
