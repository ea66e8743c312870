// Choices that the server has not acknowledged yet: sent one after another, the oldest first.
import { attempt } from "./attempt.js";

export const NAME = "cookie-pages";
// Of this page alone, for where storage is blocked.
const pending = {};
let queue = Promise.resolve();

const storage = (work) => attempt(() => work(localStorage));

// Each choice has a key of its own, so that two tabs lose none of the other's.
export function keep(choice) {
  // The browser's own random UUID, on pages without https too.
  const record = URL.createObjectURL(new Blob()).slice(-36);
  const key = NAME + Date.now() + record;
  pending[key] = JSON.stringify({ record, ...choice });
  storage((kept) => (kept[key] = pending[key]));
}

async function deliver(url, answered) {
  const all = { ...storage((kept) => kept), ...pending };
  for (const key of Object.keys(all).sort()) {
    if (!key.startsWith(NAME)) continue;
    // What isn't ours is sent as nothing, refused, and gone. Seconds by this device's own clock, so that a wrong clock doesn't matter.
    const age = Math.max(0, (Date.now() - key.slice(12, 25)) / 1e3) | 0;
    const choice = JSON.stringify({ ...attempt(() => JSON.parse(all[key])), age });
    const body = new Blob([choice], { type: "application/json" });
    const { status } = await fetch(url, { method: "POST", keepalive: true, body });
    answered();
    // Too many of them, or a server that can't: later.
    if (status > 428) return;
    delete pending[key];
    storage((kept) => kept.removeItem(key));
  }
}

// Those that fail stay for the next page. One tab at a time, where the browser can tell.
export function send(url, answered) {
  const once = () => deliver(url, answered).catch(() => {});
  queue = queue.then(() => navigator.locks.request(NAME, once)).catch(once);
}
