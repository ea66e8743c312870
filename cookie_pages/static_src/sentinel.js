// Opt-in: once in many page views, tells the site the names of what is kept here and the domains
// contacted, so that it finds what its charter doesn't say. No value, and no cookie goes along.
import { attempt } from "./attempt.js";

const WAIT = 5000; // milliseconds after the page is loaded
const MOST = 200; // names of a kind
const LONGEST = 255; // characters of a name
const { rate, url } = document.querySelector("script[data-sentinel]").dataset;

const look = async () => {
  const databases = (await attempt(() => indexedDB.databases())) ?? [];
  const some = (names) => names.slice(0, MOST).map((name) => String(name).slice(0, LONGEST));
  const hosts = performance.getEntriesByType("resource").map(({ name }) => new URL(name).hostname);
  const seen = {
    path: location.pathname,
    cookie: some(document.cookie.split("; ").map((pair) => pair.split("=")[0])),
    localStorage: some(Object.keys(attempt(() => localStorage) ?? {})),
    sessionStorage: some(Object.keys(attempt(() => sessionStorage) ?? {})),
    IndexedDB: some(databases.map(({ name }) => name)),
    host: some([...new Set(hosts)].filter((host) => host && host !== location.hostname)),
  };
  await fetch(url, {
    method: "POST",
    body: JSON.stringify(seen),
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    keepalive: true,
  });
};

const later = () => setTimeout(() => look().catch(() => {}), WAIT);
if (Math.random() * rate < 1) {
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
}
