// The visitor's choice, as the cookie holds it: the grammar of consent/choice.py.
import { attempt } from "./attempt.js";

// No name twice; numbers for the terms and the time, 0 or 1 for a purpose.
const VALID = /^(?!.*&([^=]+=).*&\1)(&(terms|at)=[1-9]\d{0,10}|&[a-z0-9-]{1,40}=[01])+$/;

// Each value of the cookie: several come from other paths or from a parent domain.
export const values = (name) =>
  (attempt(() => document.cookie) ?? "")
    .split(/; */)
    .filter((pair) => pair.startsWith(name + "="))
    .map((pair) => pair.slice(name.length + 1).replace(/^"(.*)"$/, "$1"));

// The newest valid choice, with the answers of the purposes that the page knows.
export function read(data, flags) {
  let newest = new URLSearchParams("at=0");
  for (const value of values(data.name)) {
    const query = new URLSearchParams(value);
    const at = query.get("at");
    const age = Date.now() / 1e3 - at;
    if (
      VALID.test("&" + value) &&
      +query.get("terms") >= data.terms &&
      age > -86400 &&
      age <= data.age &&
      +at > newest.get("at")
    ) {
      newest = query;
    }
  }
  const choices = {};
  for (const slug in flags) if (newest.has(slug)) choices[slug] = newest.get(slug) > 0;
  return { choices, at: +newest.get("at"), stale: newest.get("terms") > +data.terms };
}

export function write(data, { at, choices }) {
  let value = `terms=${data.terms}&at=${at}`;
  for (const slug in choices) value += `&${slug}=${+choices[slug]}`;
  const secure = /^https/.test(location) ? ";Secure" : "";
  const cookie = `${data.name}=${value}${data.place};SameSite=Lax;Max-Age=${data.age}${secure}`;
  attempt(() => (document.cookie = cookie));
}
