// For who chooses: banner and panel, the cookie, and the proof.
// STYLE and DSFR are put in when a theme's script is built of this one (see build.py).
export default (banner, purposes, state, answer, changed, signal) => {
  const data = banner.dataset;
  const panel = document.getElementById("cookie-panel");
  const status = document.getElementById("cookie-status");
  const form = panel.querySelector("form");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
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

  // Deletes what the purposes left on this device.
  const forget = (slugs) => import(data.forget).then((module) => module.default(slugs), () => {});

  function choose(choices, method) {
    const refused = Object.keys(choices).filter((slug) => !choices[slug]);
    if (refused.some((slug) => purposes[slug] & 1 && state.choices[slug])) method = "withdrawal";
    Object.assign(state.choices, choices);
    if (!state.at || method !== "placeholder") state.at = Math.floor(Date.now() / 1000);
    const query = new URLSearchParams({ terms: data.terms, at: state.at });
    for (const slug in state.choices) query.set(slug, +state.choices[slug]);
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
    state.tabs.postMessage(0);
    status.textContent = data.saved;
    changed(refused[0] && forget(refused));
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-cookie-choice]");
    if (!button) return;
    const fields = new FormData(form);
    const choices = {};
    for (const slug in purposes) {
      if (panel.open || purposes[slug] & 1) {
        choices[slug] = (button.value || fields.get(slug)) > 0;
      }
    }
    const method = data.informs ?? (panel.open ? "preferences" : "banner");
    panel.close();
    // The focus stays where the banner was, not on what goes.
    if (banner.contains(document.activeElement)) status.focus();
    choose(choices, method);
  });

  // The State design system's script closes each dialog of its class that it didn't open.
  // So it opens the panel, and the browser then makes it modal: focus and Esc are native.
  let opener;
  function disclose(opens) {
    const modal = typeof window.dsfr === "function" && window.dsfr(panel)?.modal;
    if (!modal) return;
    if (opens) {
      opener = document.activeElement;
      modal.disclose();
    } else modal.conceal(false, true);
    panel.removeAttribute("open");
  }

  if (DSFR) {
    panel.addEventListener("close", () => disclose(false));
    panel.addEventListener("dsfr.conceal", () => {
      panel.setAttribute("open", "");
      panel.close();
      // Its older versions move the focus once more.
      setTimeout(() => opener?.focus());
    });
    form.addEventListener("change", ({ target }) => {
      if (target.name in purposes) return;
      for (const radio of form) {
        if (radio.name in purposes) radio.checked = radio.value === target.value;
      }
    });
  }

  keep((kept) => {
    kept.split("\n").forEach((choice) => choice && post(choice));
    return kept;
  });

  return {
    choose,
    open() {
      for (const radio of form) {
        if (!DSFR || radio.name in purposes) radio.checked = answer(radio.name) == radio.value;
      }
      if (signal) for (const note of form.querySelectorAll("[hidden]")) note.hidden = false;
      if (DSFR) disclose(true);
      panel.showModal();
      // A withdrawal mustn't wait for its script.
      if (state.at) forget([]);
    },
  };
};
