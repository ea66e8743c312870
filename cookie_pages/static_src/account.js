// Opt-in: while the visitor is logged in, the choice is the account's, and holds on each of its
// devices. Runs before banner.js, which reads and writes the cookie that the banner names.
import { attempt } from "./attempt.js";
import { values } from "./choice.js";

const OUT = "-in=0";
const TOLD = 15e3; // milliseconds that a message stays in view
const url = document.querySelector("[data-cookie-account-url]").dataset.cookieAccountUrl;
let own;
let isIn;

function follow() {
  const banner = document.getElementById("cookie-banner");
  if (!banner) return;
  own ??= banner.dataset.name;
  const name = own + "_account";
  const wasIn = isIn;
  isIn = (values(name)[0] ?? OUT) !== OUT;
  banner.dataset.name = isIn ? name : own;
  for (const item of document.querySelectorAll("[data-cookie-account]")) item.hidden = !isIn;
  if (isIn && !wasIn) ask().catch(() => {});
}

// For who sees and for who hears; a click anywhere puts it away.
function tell(text) {
  const status = document.getElementById("cookie-status");
  status.textContent = text;
  status.style.clipPath = "none";
  const hide = () => {
    status.style.clipPath = "";
  };
  addEventListener("click", hide, { once: true });
  setTimeout(hide, TOLD);
}

// What was chosen on another device since, or that nobody is logged in any more.
async function ask() {
  const { text } = await (await fetch(url)).json();
  follow();
  attempt(() => new BroadcastChannel("cookie-pages").postMessage(0));
  if (text) tell(text);
}

follow();
addEventListener("pageshow", follow);
// Other scripts replace whole pages, after a login too.
new MutationObserver(follow).observe(document, { childList: true, subtree: true });
