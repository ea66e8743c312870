// Shows the banner where no choice is stored, stores it, opens the gates of what was accepted.
const banner = document.getElementById("cookie-banner");
const panel = document.getElementById("cookie-panel");
const { terms, notice, name, days, url } = banner.dataset;
const slugs = [...panel.querySelectorAll("[value='1']")].map((radio) => radio.name);
const lifetime = days * 86400;
const opened = new Set();
const status = document.getElementById("cookie-status");
let choices = {};
let at = 0;

const now = () => Math.floor(Date.now() / 1000);
const whole = (text) => /^[1-9]\d{0,10}$/.test(text);

// The stored choice for these terms; anything wrong in the cookie is no choice.
function read() {
  choices = {};
  at = 0;
  const start = name + "=";
  const pair = document.cookie.split("; ").find((part) => part.startsWith(start));
  if (!pair || pair.length > 2000) return;
  const found = new Map();
  for (const [key, value] of new URLSearchParams(pair.slice(start.length))) {
    if (found.has(key)) return;
    found.set(key, value);
  }
  const time = found.get("at");
  if (found.get("terms") !== terms || !whole(time)) return;
  if (time > now() + 86400 || time < now() - lifetime) return;
  found.delete("terms");
  found.delete("at");
  if ([...found.values()].some((value) => value !== "0" && value !== "1")) return;
  at = +time;
  for (const slug of slugs) if (found.has(slug)) choices[slug] = found.get(slug) === "1";
}

const answered = () => at > 0 && slugs.every((slug) => slug in choices);

function store() {
  const query = new URLSearchParams({ terms, at });
  for (const slug in choices) query.set(slug, +choices[slug]);
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${query}; Path=/; SameSite=Lax; Max-Age=${lifetime}${secure}`;
}

function announce() {
  const detail = { terms: +terms, choices: { ...choices } };
  document.dispatchEvent(new CustomEvent("cookie-pages:change", { detail }));
}

// Replaces each accepted gate, and those inside it; gives what took the place of the first.
function open() {
  let first;
  for (const gate of document.querySelectorAll("template[data-consent]")) {
    if (!choices[gate.dataset.consent]) continue;
    const before = gate.previousElementSibling;
    if (before?.matches("[data-cookie-placeholder]")) before.remove();
    const content = document.importNode(gate.content, true);
    first ??= content.firstElementChild;
    opened.add(gate.dataset.consent);
    gate.replaceWith(content);
  }
  if (first) open();
  return first;
}

const uuid = () =>
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) =>
    (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16),
  );

// Sends the choice once; the visitor waits for nothing.
function post(answers, method) {
  fetch(url, {
    method: "POST",
    keepalive: true,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      record: uuid(),
      terms: +terms,
      notice: +notice,
      choices: answers,
      method,
      language: banner.lang,
    }),
  }).catch(() => {});
}

function choose(answers, method, focus) {
  const withdrawn = slugs.some((slug) => choices[slug] && answers[slug] === false);
  choices = { ...choices, ...answers };
  at ||= now();
  if (slugs.every((slug) => slug in answers)) at = now();
  store();
  post(answers, withdrawn ? "withdrawal" : method);
  if (panel.open) panel.close();
  show();
  status.textContent = status.dataset.saved;
  // The focus stays where the banner was, not on what has just gone.
  if (!document.activeElement?.checkVisibility() || document.activeElement === document.body) {
    status.focus({ preventScroll: true });
  }
  announce();
  if (takenBack()) return;
  // After the next paint, so that the click itself is answered at once.
  requestAnimationFrame(() =>
    setTimeout(() => {
      const first = open();
      if (!focus || !first) return;
      first.tabIndex = -1;
      first.focus();
    }),
  );
}

// What was opened on this page can't be taken back but by loading it anew.
function takenBack() {
  const back = [...opened].some((slug) => !choices[slug]);
  if (back) location.reload();
  return back;
}

function show() {
  banner.hidden = answered();
}

function openPanel() {
  for (const radio of panel.querySelectorAll("[type=radio]")) {
    radio.checked = choices[radio.name] === (radio.value === "1");
  }
  panel.showModal();
}

function fromForm() {
  const data = new FormData(panel.querySelector("form"));
  return Object.fromEntries(slugs.map((slug) => [slug, data.get(slug) === "1"]));
}

document.addEventListener("click", (event) => {
  const control = event.target.closest?.(
    "[data-cookie-choice],[data-cookie-preferences],[data-cookie-allow]",
  );
  if (!control) return;
  const { cookieChoice: choice, cookieAllow: allow } = control.dataset;
  if (allow) return choose({ [allow]: true }, "placeholder", true);
  if (choice === undefined) {
    event.preventDefault();
    return openPanel();
  }
  choose(
    choice === "form"
      ? fromForm()
      : Object.fromEntries(slugs.map((slug) => [slug, choice === "1"])),
    slugs[0] ? (panel.open ? "preferences" : "banner") : "information",
  );
});

// Reads what is stored, at the start and again where the page comes back from history.
function start() {
  const before = at + JSON.stringify(choices);
  for (const button of document.querySelectorAll("[data-cookie-allow]")) button.hidden = false;
  read();
  show();
  if (at && before !== at + JSON.stringify(choices)) announce();
  if (!takenBack()) open();
}
if (document.prerendering) {
  document.addEventListener("prerenderingchange", start, { once: true });
} else {
  start();
}
addEventListener("pageshow", (event) => event.persisted && start());
