// The panel as a modal of the State design system, and its one choice for all services.
// That system's script closes each dialog of its class that it didn't open. So it opens the
// panel, and the browser then makes it modal: focus and Esc are native. The panel is looked up
// when it is used, since other scripts replace whole pages.
const find = () => document.getElementById("cookie-panel");
const runs = () => typeof window.dsfr === "function";
const modal = () => runs() && window.dsfr(find())?.modal;
const ready = ({ isEnabled, isDisclosed }) => isEnabled && isDisclosed !== undefined;
const isPanel = ({ target }) => target.id === "cookie-panel";
let opener;
// Its older versions also tell of a panel that was never opened.
let shown;

const note = ({ target }) => {
  opener = target.closest?.("[data-cookie-preferences]") ?? opener;
};
document.addEventListener("click", note, true);

const FRAMES = 60;

// That system finds a panel that has just come within a few frames, and closes it once; without
// it, the panel opens anyway.
const show = (frames) => {
  if (!find() || find().matches(":modal")) return;
  if (frames && !ready(modal() || {})) {
    requestAnimationFrame(() => show(frames - 1));
    return;
  }
  if (modal()) modal().disclose();
  find().removeAttribute("open");
  find().showModal();
  shown = true;
};

// With the attribute it counts as open already, so that the core script leaves it to this one.
document.addEventListener("cookie-pages:open", () => {
  if (!runs()) return;
  find().setAttribute("open", "");
  show(FRAMES);
});

// A dialog's `close` doesn't bubble.
const close = (event) => {
  if (!isPanel(event) || !modal()) return;
  modal().conceal(false, true);
  find().removeAttribute("open");
};
document.addEventListener("close", close, true);

const conceal = (event) => {
  if (!isPanel(event) || !shown) return;
  shown = false;
  find().setAttribute("open", "");
  find().close();
  // Its older versions move the focus once more.
  setTimeout(() => opener?.focus());
};
document.addEventListener("dsfr.conceal", conceal, true);

// The other radios, for all services or for those that are always on, have a space in their name.
const isPurpose = (radio) => radio.type === "radio" && !radio.name.includes(" ");
document.addEventListener("change", ({ target }) => {
  if (!target.closest("#cookie-panel") || isPurpose(target)) return;
  for (const radio of target.form) {
    if (isPurpose(radio)) radio.checked = radio.value === target.value;
  }
});
