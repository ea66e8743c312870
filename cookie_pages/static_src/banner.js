// For every visitor: reads the choice and opens what was accepted.
import makeSurface from "./panel.js";

const banner = document.getElementById("cookie-banner");
const data = banner.dataset;
// By slug: 0 runs unless refused, 1 needs consent, 3 needs it and is refused by the browser's own signal.
const flags = JSON.parse(data.purposes);
const opened = [];
const browserRefuses = navigator.globalPrivacyControl;
let scripts = Promise.resolve();
let surface;

// Shared with the panel's script, which changes `choices` and `at` (Unix seconds).
const stored = {};

function answer(slug) {
  return stored.choices[slug] ?? (browserRefuses && flags[slug] > 1 ? false : undefined);
}

// The stored choice for these terms; anything wrong in the cookie is no choice.
function read() {
  const start = data.name + "=";
  const value = document.cookie.split("; ").find((part) => part.startsWith(start)) ?? start;
  const query = new URLSearchParams(value.slice(start.length));
  const at = query.get("at");
  const age = Date.now() / 1e3 - at;
  stored.at = 0;
  stored.choices = {};
  if (
    value.length < 2001 &&
    query.get("terms") === data.terms &&
    age > -86400 &&
    age < data.age &&
    /^(?!.*&([^=]+=).*&\1)(&([\w-]+=[01]|(at|terms)=[1-9]\d{0,10}))+$/.test("&" + query)
  ) {
    stored.at = at;
    for (const [slug, yes] of query) if (flags[slug] >= 0) stored.choices[slug] = yes > 0;
  }
}

function announce() {
  const detail = { terms: +data.terms, choices: { ...stored.choices } };
  document.dispatchEvent(new CustomEvent("cookie-pages:change", { detail }));
}

// Replaces a gate by its content; its scripts run in order, each after the one before.
function release(gate) {
  const content = document.importNode(gate.content, true);
  const first = content.firstElementChild;
  const before = gate.previousElementSibling?.closest("[data-cookie-placeholder]");
  const focused = before?.contains(document.activeElement);
  for (const script of content.querySelectorAll("script")) {
    const place = new Comment();
    script.replaceWith(place);
    scripts = scripts.then(
      () =>
        new Promise((done) => {
          script.onload = script.onerror = done;
          // Unless it was refused while others were loading.
          if (stored.choices[gate.dataset.consent] !== false) place.replaceWith(script);
          else done();
          if (!script.src || script.hasAttribute("async")) done();
        }),
    );
  }
  before?.remove();
  gate.replaceWith(content);
  if (focused && first) {
    first.tabIndex = -1;
    first.focus();
  }
}

function refresh() {
  for (const button of document.querySelectorAll("[data-cookie-placeholder] [hidden]")) {
    button.hidden = false;
  }
  for (const gate of document.querySelectorAll("template[data-consent]")) {
    const slug = gate.dataset.consent;
    // Only true itself: every object has a truthy `constructor`.
    if ((stored.choices[slug] ?? "unlessRefused" in gate.dataset) === true) {
      opened.push(slug);
      release(gate);
    }
  }
}

// After the next paint, so that a click is answered at once.
const later = () => requestAnimationFrame(() => setTimeout(refresh));

// Banner and panel, made for who needs them only.
const getSurface = () =>
  (surface ??= makeSurface(banner, flags, stored, answer, changed, browserRefuses));

function show() {
  const asks = () =>
    data.informs
      ? !stored.at
      : Object.keys(flags).some((slug) => flags[slug] & 1 && answer(slug) === undefined);
  if (asks()) getSurface();
  banner.hidden = !asks();
}

// `wait`: a promise of what has to be done before the page may be loaded anew.
async function changed(wait) {
  announce();
  show();
  // What was opened on this page can't be taken back but by loading it anew.
  if (!opened.some((slug) => stored.choices[slug] === false)) return later();
  await wait;
  location.reload();
}

document.addEventListener("click", (event) => {
  const control = event.target.closest?.("[data-cookie-allow],[data-cookie-preferences]");
  const slug = control?.dataset.cookieAllow;
  if (slug === "") release(control.closest("[data-cookie-placeholder]").nextElementSibling);
  if (!control || slug === "") return;
  event.preventDefault();
  const { choose, open } = getSurface();
  if (slug) choose({ [slug]: true }, "placeholder");
  else open();
});

// At the start, when another tab chose, when the page returns from history.
function start() {
  const before = JSON.stringify(stored);
  read();
  if (stored.at && before !== JSON.stringify(stored)) changed();
  else show();
  refresh();
}

function begin() {
  start();
  stored.tabs = new BroadcastChannel("cookie-pages");
  stored.tabs.onmessage = start;
  new MutationObserver(later).observe(document, { childList: true, subtree: true });
  try {
    if (localStorage["cookie-pages"]) getSurface();
  } catch {}
}
if (document.prerendering) document.addEventListener("prerenderingchange", begin, { once: true });
else begin();
addEventListener("pageshow", (event) => event.persisted && start());
