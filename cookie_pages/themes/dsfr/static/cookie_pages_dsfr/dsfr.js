// The panel as a modal of the State design system, and its one choice for all services.
// That system's script closes each dialog of its class that it didn't open. So it opens the
// panel, and the browser then makes it modal: focus and Esc are native.
const panel = document.getElementById("cookie-panel");
const form = panel.querySelector("form");
const modal = () => typeof window.dsfr === "function" && window.dsfr(panel)?.modal;
let opener;

document.addEventListener("cookie-pages:open", () => {
  if (!modal()) return;
  opener = document.activeElement;
  modal().disclose();
  panel.removeAttribute("open");
});

panel.addEventListener("close", () => {
  if (!modal()) return;
  modal().conceal(false, true);
  panel.removeAttribute("open");
});

panel.addEventListener("dsfr.conceal", () => {
  panel.setAttribute("open", "");
  panel.close();
  // Its older versions move the focus once more.
  setTimeout(() => opener?.focus());
});

// The other radios, for all services or for those that are always on, have a space in their name.
const isPurpose = (radio) => radio.type === "radio" && !radio.name.includes(" ");
form.addEventListener("change", ({ target }) => {
  if (isPurpose(target)) return;
  for (const radio of form) {
    if (isPurpose(radio)) radio.checked = radio.value === target.value;
  }
});
