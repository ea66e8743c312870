// The panel as a modal of the State design system, and its one choice for all services.
// That system's script closes each dialog of its class that it didn't open. So it opens the
// panel, and the browser then makes it modal: focus and Esc are native. The panel is looked up
// when it is used, since other scripts replace whole pages.
const find = () => document.getElementById("cookie-panel");
const modal = () => typeof window.dsfr === "function" && window.dsfr(find())?.modal;
const isPanel = ({ target }) => target.id === "cookie-panel";
let opener;

const note = ({ target }) => {
  opener = target.closest?.("[data-cookie-preferences]") ?? opener;
};
document.addEventListener("click", note, true);

document.addEventListener("cookie-pages:open", () => {
  if (!modal()) return;
  modal().disclose();
  find().removeAttribute("open");
});

// A dialog's `close` doesn't bubble.
const close = (event) => {
  if (!isPanel(event) || !modal()) return;
  modal().conceal(false, true);
  find().removeAttribute("open");
};
document.addEventListener("close", close, true);

const conceal = (event) => {
  if (!isPanel(event)) return;
  find().setAttribute("open", "");
  find().close();
  // Its older versions move the focus once more.
  setTimeout(() => opener?.focus());
};
document.addEventListener("dsfr.conceal", conceal, true);

// The other radios, for all services or for those that are always on, have a space in their name.
const isPurpose = (radio) => radio.type === "radio" && !radio.name.includes(" ");
document.addEventListener("change", ({ target }) => {
  if (target.form !== find().querySelector("form") || isPurpose(target)) return;
  for (const radio of target.form) {
    if (isPurpose(radio)) radio.checked = radio.value === target.value;
  }
});
