// For every visitor: reads the choice, opens what was accepted, asks for what wasn't answered.
import style from "./node_modules/.styles/layer1.css";
import { attempt } from "./attempt.js";
import { read, values, write } from "./choice.js";
import { dress } from "./dress.js";
import { NAME, keep, send } from "./proof.js";
import { signalled } from "./signals.js";

const opened = [];
// What the banner on the page says; its elements are looked up when they are used, since other
// scripts replace whole pages.
let data;
// By slug: 0 runs unless refused, 1 needs consent, 3 needs it and is refused by the browser.
let flags;
let stored = {};
let tabs;
const byId = (id, page = document) => page.getElementById("cookie-" + id);

const answer = (slug) => stored.choices[slug] ?? signalled(flags[slug]);

// A page within a page of the same site leaves the question to that one.
const isInside = () => self !== top && attempt(() => byId("banner", parent.document));

const asks = () =>
  !stored.stale &&
  !isInside() &&
  (data.informs
    ? !stored.at
    : Object.keys(flags).some((slug) => flags[slug] & 1 && answer(slug) == null));

const show = () => (byId("banner").hidden = !asks());

// What not every visitor needs is in a file of its own, asked for again where it failed.
const bring = (name, work, failed = () => {}) =>
  import(data[name])
    .catch(() => import(data[name] + "?" + Date.now()))
    .then(work)
    .catch(failed);
const panel = (work, failed) =>
  bring("script", (file) => file[work](byId("banner"), flags, answer, signalled), failed);

// `slug`: the purpose that was accepted; none for content that is opened for once.
const release = (gate, slug) =>
  bring(
    "gate",
    ({ release }) => release(gate, () => slug && stored.choices[slug] === false),
    () => slug && (gate.dataset.consent = slug),
  );

function refresh() {
  // What is being read may be half of a gate.
  if (document.readyState === "loading") return;
  for (const gate of document.querySelectorAll("template[data-consent]")) {
    const slug = gate.dataset.consent;
    // Only true itself: every object has a truthy `constructor`.
    if ((stored.choices[slug] ?? "unlessRefused" in gate.dataset) === true) {
      opened.push(slug);
      delete gate.dataset.consent;
      release(gate, slug);
    }
  }
}

// After the next paint, so that a click is answered at once; or as the page goes.
const afterPaint = (work) => requestAnimationFrame(() => setTimeout(work));
function soon(work) {
  const once = () => {
    work?.();
    work = null;
  };
  afterPaint(once);
  addEventListener("pagehide", once);
}

// Not said where the device can't be asked.
const isBare = () =>
  attempt(
    () =>
      !document.cookie.includes(";") &&
      !(localStorage.length + sessionStorage.length) &&
      data.databases == null,
  );

// Deletes what refused purposes left on this device, where there may be something.
async function clean() {
  const refused = Object.keys(flags).filter((slug) => answer(slug) === false);
  if (refused[0] && !isBare()) {
    await bring("deletion", (file) => file.default(refused, data.name, byId("banner")));
  }
}

// `said`: what the visitor is told, for who chose on this page.
function settle(cleaned = clean(), said) {
  const detail = { terms: +data.terms, choices: { ...stored.choices } };
  document.dispatchEvent(new CustomEvent("cookie-pages:change", { detail }));
  // What was opened on this page can't be taken back but by loading it anew.
  if (opened.some((slug) => stored.choices[slug] === false)) {
    const reload = () => {
      // Outlives the reload, without a storage.
      if (said) history.replaceState({ ...history.state, cookiePages: said }, "");
      location.reload();
    };
    setTimeout(reload, 500);
    cleaned.then(reload);
  } else refresh();
}

// What another tab chose; where cookies are blocked, this page alone knows.
function recall() {
  const fresh = read(data, flags);
  if (fresh.at || !stored.at) stored = fresh;
}

// An answer that was on its way while something else was chosen has set the older choice.
function mend() {
  const { choices } = read(data, flags);
  if (
    stored.at &&
    !stored.stale &&
    Object.keys(flags).some((slug) => choices[slug] != stored.choices[slug])
  ) {
    write(data, stored);
  }
}

function choose(choices, method) {
  recall();
  for (const slug in choices) {
    if (!choices[slug] && flags[slug] & 1 && stored.choices[slug]) method = "withdrawal";
  }
  Object.assign(stored.choices, choices);
  if (!stored.at || method != "placeholder") stored.at = Math.floor(Date.now() / 1e3);
  write(data, stored);
  show();
  soon(() => {
    // Before what is kept here itself.
    const cleaned = clean();
    keep({ terms: +data.terms, notice: +data.notice, choices, method, language: data.language });
    send(data.url, mend);
    attempt(() => tabs.postMessage(0));
    const said = (byId("status").textContent = data[method] ?? data.saved);
    settle(cleaned, said);
  });
}

function pick(button) {
  const panel = byId("panel");
  const isOpen = panel?.open;
  const fields = new FormData(panel?.querySelector("form"));
  const choices = {};
  for (const slug in flags) {
    if (isOpen || flags[slug] & 1) choices[slug] = (button.value || fields.get(slug)) > 0;
  }
  panel?.close?.();
  // The focus stays where the banner was, not on what goes.
  const hadFocus = byId("banner").contains(document.activeElement);
  choose(choices, data.informs ?? (isOpen ? "preferences" : "banner"));
  if (hadFocus) byId("status").focus();
}

document.addEventListener("click", (event) => {
  const control = event.target.closest?.(
    "[data-cookie-allow],[data-cookie-preferences],[data-cookie-choice]",
  );
  if (!control) return;
  const { cookieAllow: slug, cookieChoice } = control.dataset;
  if (cookieChoice != null) return pick(control);
  if (slug == "") {
    return release(control.closest("[data-cookie-placeholder]").nextElementSibling);
  }
  event.preventDefault();
  // What loads the pages of links by script, as htmx does, would follow this one too.
  event.stopPropagation();
  const leave = () => (location = control.href || data.url + "..");
  // This page is older than the choice: what it would ask is no longer what is asked.
  if (stored.stale) leave();
  else if (slug) choose({ [slug]: true }, "placeholder");
  else panel("open", leave);
}, true);

// At the start, when another tab chose, when the page returns or another takes its place.
function start() {
  const before = JSON.stringify(stored);
  look(recall);
  if (stored.at && before != JSON.stringify(stored)) settle();
}

// The cookie isn't read at each change of the page: while an answer is on its way, it may hold
// what was chosen before.
function look(recall) {
  const banner = byId("banner");
  if (!banner) return;
  data = banner.dataset;
  flags = JSON.parse(data.purposes);
  recall?.();
  show();
  refresh();
}

let looking;
const lookSoon = () => {
  looking ??= afterPaint(() => {
    looking = null;
    look();
  });
};

function begin() {
  start();
  dress(style, () => panel("link"));
  attempt(() => {
    tabs = new BroadcastChannel(NAME);
    tabs.onmessage = start;
  });
  if (history.state?.cookiePages) panel("sayAgain");
  // The panel is fetched while the button that opens it is still pressed.
  addEventListener("pointerdown", ({ target }) => {
    if (target.closest("[data-cookie-preferences]")) panel("fetchAhead");
  });
  addEventListener("DOMContentLoaded", start);
  addEventListener("pageshow", start);
  new MutationObserver(lookSoon).observe(document, { childList: true, subtree: true });
  // No storage is touched before a choice.
  if (values(data.name)[0]) send(data.url, mend);
}
if (document.prerendering) document.addEventListener("prerenderingchange", begin);
else begin();
