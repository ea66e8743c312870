// What stands behind « Personnaliser », and what few visitors need besides.
import style from "./node_modules/.styles/panel.css";
import { dress } from "./dress.js";
import { panelOf } from "./panel-document.js";

dress(style);

let coming;

// Once for all who wait for it.
const panelSoon = (banner) =>
  (coming ??= panelOf(banner).finally(() => {
    coming = null;
  }));

// A failure is met where the panel is opened.
export const fetchAhead = (banner) => panelSoon(banner).catch(() => {});

// Opens the panel with what was answered; throws where there is no modal dialog.
export async function open(banner, flags, answer, signalled) {
  const panel = await panelSoon(banner);
  for (const field of panel.querySelector("form")) {
    if (field.name in flags) field.checked = answer(field.name) == field.value;
  }
  // The notes stand at the purposes of flag 3 alone.
  for (const note of panel.querySelectorAll("p[hidden]")) note.hidden = signalled(3) ?? true;
  // For a theme's own script.
  document.dispatchEvent(new Event("cookie-pages:open"));
  // A second click, while the panel was on its way.
  if (!panel.open) panel.showModal();
}

// The style of banner and panel, where a browser takes none from a script.
export function link({ dataset }) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = dataset.sheet;
  document.head.append(sheet);
}

// What was said before the page was loaded anew, and the focus there.
export function sayAgain() {
  const { state } = history;
  const status = document.getElementById("cookie-status");
  status.textContent = state.cookiePages;
  status.focus();
  delete state.cookiePages;
  history.replaceState(state, "");
}
