// For every visitor: reads the choice and opens what was accepted; the rest comes when needed.
const banner = document.getElementById("cookie-banner");
const data = banner.dataset;
const words = (text) => text.split(" ").filter(Boolean);
const slugs = words(data.asked);
const known = [...slugs, ...words(data.refusable)];
const signal = navigator.globalPrivacyControl;
const refusedBySignal = signal ? words(data.signal) : [];
const lifetime = data.days * 86400;
const opened = new Set();
let scripts = Promise.resolve();
let takesFocus;
let loading;

// Shared with the panel's script, which changes `choices` and `at` and then calls `changed`.
const state = { banner, data, slugs, lifetime, choices: {}, at: 0, signal, answer, changed };
const now = () => Date.now() / 1000;

function answer(slug) {
  return state.choices[slug] ?? (refusedBySignal.includes(slug) ? false : undefined);
}

function show() {
  banner.hidden = slugs[0] ? !slugs.some((slug) => answer(slug) === undefined) : state.at || data.quiet;
  return !banner.hidden;
}

// The stored choice for these terms; anything wrong in the cookie is no choice.
function read() {
  state.choices = {};
  state.at = 0;
  try {
    const start = data.name + "=";
    const pair = document.cookie.split("; ").find((part) => part.startsWith(start));
    const pairs = [...new URLSearchParams(pair.slice(start.length))];
    const { terms, at, ...answers } = Object.fromEntries(pairs);
    const list = Object.entries(answers);
    if (
      pair.length > 2000 ||
      list.length + 2 !== pairs.length ||
      terms !== data.terms ||
      !/^[1-9]\d{0,10}$/.test(at) ||
      at > now() + 86400 ||
      at < now() - lifetime ||
      list.some(([, yes]) => !/^[01]$/.test(yes))
    ) {
      return;
    }
    state.at = +at;
    for (const [slug, yes] of list) if (known.includes(slug)) state.choices[slug] = yes === "1";
  } catch {}
}

function announce() {
  const detail = { terms: +data.terms, choices: { ...state.choices } };
  document.dispatchEvent(new CustomEvent("cookie-pages:change", { detail }));
}

// Replaces a gate by its content; its scripts run in order, each after the one before.
function release(gate) {
  const content = document.importNode(gate.content, true);
  const first = content.firstElementChild;
  for (const script of content.querySelectorAll("script")) {
    const place = new Comment();
    script.replaceWith(place);
    scripts = scripts.then(
      () =>
        new Promise((done) => {
          script.onload = script.onerror = done;
          // Unless it was refused while others were loading.
          if (state.choices[gate.dataset.consent] !== false) place.replaceWith(script);
          else done();
          if (!script.src || script.hasAttribute("async")) done();
        }),
    );
  }
  const before = gate.previousElementSibling;
  if (before?.matches("[data-cookie-placeholder]")) before.remove();
  gate.replaceWith(content);
  return first;
}

function focusOn(element) {
  if (!element) return;
  element.tabIndex = -1;
  element.focus();
}

function open() {
  let first;
  for (const gate of document.querySelectorAll("template[data-consent]")) {
    const slug = gate.dataset.consent;
    if (state.choices[slug] ?? "unlessRefused" in gate.dataset) {
      opened.add(slug);
      const content = release(gate);
      first ??= content;
    }
  }
  if (first && takesFocus) {
    takesFocus = false;
    focusOn(first);
  }
}

// After the next paint, so that a click is answered at once.
const later = (action) => requestAnimationFrame(() => setTimeout(action));

function refresh() {
  for (const button of document.querySelectorAll("[data-cookie-placeholder] [hidden]")) {
    button.hidden = false;
  }
  open();
}

// What was opened on this page can't be taken back but by loading it anew.
function takenBack() {
  const back = [...opened].some((slug) => state.choices[slug] === false);
  if (back) location.reload();
  return back;
}

function changed(focus) {
  show();
  announce();
  takesFocus = focus;
  if (!takenBack()) later(open);
}

// Banner and panel come with their own script and style, for who needs them only.
function surface() {
  loading ??= Promise.all([
    import(data.ui),
    new Promise((onload, onerror) => {
      const link = document.createElement("link");
      document.head.append(
        Object.assign(link, { rel: "stylesheet", href: data.css, onload, onerror }),
      );
    }),
  ]).then(([module]) => module.default(state));
  return loading;
}

document.addEventListener("click", (event) => {
  const control = event.target.closest?.(
    "[data-cookie-allow],[data-cookie-once],[data-cookie-preferences]",
  );
  if (!control) return;
  const { cookieAllow, cookieOnce } = control.dataset;
  if (cookieOnce === "") {
    focusOn(release(control.closest("[data-cookie-placeholder]").nextElementSibling));
    return;
  }
  event.preventDefault();
  surface().then(
    (panel) =>
      cookieAllow ? panel.choose({ [cookieAllow]: true }, "placeholder", true) : panel.open(),
    () => control.href && location.assign(control.href),
  );
});

// At the start, when another tab chose, when the page returns from history.
function start() {
  const before = JSON.stringify([state.at, state.choices]);
  read();
  banner.hidden = true;
  if (state.at && before !== JSON.stringify([state.at, state.choices])) announce();
  if (takenBack()) return;
  refresh();
  if (show()) {
    banner.hidden = true;
    surface().then(show, () => {});
  }
}

function begin() {
  start();
  state.tabs = new BroadcastChannel("cookie-pages");
  state.tabs.onmessage = start;
  new MutationObserver(() => later(refresh)).observe(document, { childList: true, subtree: true });
  try {
    if (localStorage["cookie-pages"]) surface().then((panel) => panel.send());
  } catch {}
}
if (document.prerendering) document.addEventListener("prerenderingchange", begin, { once: true });
else begin();
addEventListener("pageshow", (event) => event.persisted && start());
