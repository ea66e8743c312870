// How a gate opens, for pages that have one.
const WAITED = 5000; // ms, for a script whose host stays silent
const EVENTS = { DOMContentLoaded: "domContentLoadedEventStart", load: "loadEventStart" };
const isOver = (type) => performance.getEntriesByType("navigation")[0]?.[EVENTS[type]];
let patched;

// A script that waits for the page to be ready comes too late here: it is called at once.
function callLateListeners(target) {
  const add = target.addEventListener;
  target.addEventListener = (type, listener, options) =>
    isOver(type)
      ? setTimeout(() => (listener.handleEvent ?? listener).call(listener, new Event(type)))
      : add.call(target, type, listener, options);
}

// Whether the script says when it has run: a data block, an old browser's one don't.
const fires = (script) =>
  script.src &&
  !script.noModule &&
  !script.hasAttribute("async") &&
  /^(|module|.*\/(java|ecma)script)$/i.test(script.type);

// In order, each after the one before; each gate has its own order.
async function run(scripts, isRefused) {
  patched ??= [document, window].map(callLateListeners);
  const { onload } = window;
  for (const [place, script] of scripts) {
    // Refused while others were loading.
    if (isRefused()) return;
    await new Promise((done) => {
      script.onload = script.onerror = done;
      place.replaceWith(script);
      setTimeout(done, fires(script) ? WAITED : 0);
    });
  }
  if (window.onload !== onload && isOver("load")) window.onload(new Event("load"));
}

// Opens a gate: its content takes its place. `isRefused`: a test before each script.
export function release(gate, isRefused) {
  // Refused, opened or taken away while this file was loading.
  if (isRefused() || !gate?.content || !gate.isConnected) return;
  const content = document.importNode(gate.content, true);
  const first = content.firstElementChild;
  const placeholder = gate.previousElementSibling?.closest("[data-cookie-placeholder]");
  const focused = placeholder?.contains(document.activeElement);
  const scripts = [...content.querySelectorAll("script")].map((script) => {
    const place = new Comment();
    script.replaceWith(place);
    return [place, script];
  });
  placeholder?.remove();
  gate.replaceWith(content);
  if (focused && first) {
    first.tabIndex = -1;
    first.focus();
  }
  if (scripts[0]) run(scripts, isRefused);
}
