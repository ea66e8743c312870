// Google Consent Mode v2, basic: all denied, then what was accepted, before any Google tag opens.
const script = document.querySelector("[data-cookie-consent-mode]");
const purposes = script.dataset.cookieConsentMode
  .split(" ")
  .map((part) => part.split("="))
  .map(([slug, signals]) => [slug, signals.split(",")]);
let told = false;

function gtag() {
  (window.dataLayer ??= []).push(arguments);
}

function tell(command, granted) {
  const states = {};
  for (const [slug, signals] of purposes) {
    for (const signal of signals) {
      const denied = states[signal] === "denied" || !granted(slug);
      states[signal] = denied ? "denied" : "granted";
    }
  }
  gtag("consent", command, states);
}

document.addEventListener("cookie-pages:change", ({ detail: { choices } }) => {
  if (!told) tell("default", () => false);
  told = true;
  tell("update", (slug) => choices[slug]);
});
