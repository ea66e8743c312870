// In the admin: what is known of a cookie, while its name is typed. It fills fields on a click.
const WAIT = 300; // milliseconds after a key

const list = document.querySelector("[data-known]");
const field = (name) => document.querySelector(`#id_${name}`);
const made = (tag, text = "") => Object.assign(document.createElement(tag), { textContent: text });

const fill = ({ fields }) => {
  for (const [name, value] of Object.entries(fields)) {
    const input = field(name);
    if (!input) continue;
    input.value = value;
    for (const event of ["input", "change"]) {
      input.dispatchEvent(new Event(event, { bubbles: true }));
    }
  }
};

// A source of ours is a page, that of a list is its name.
const link = (source) => {
  if (!source.startsWith("https://")) return made("span", source);
  const to = made("a", list.dataset.source);
  Object.assign(to, { href: source, target: "_blank", rel: "noreferrer" });
  return to;
};

const item = (candidate) => {
  const { name, platform, provider, kind, source, fields } = candidate;
  const line = made("li");
  line.className = "w-mb-4";
  const use = made("button", list.dataset.use);
  use.type = "button";
  use.className = "button button-small button-secondary";
  use.onclick = () => fill(candidate);
  const head = made("div");
  const about = [platform, provider, kind].filter(Boolean).join(" · ");
  head.append(made("code", name), ` ${about}`);
  const foot = made("div");
  foot.className = "w-mt-1";
  foot.append(use, " ", link(source));
  line.append(head, made("div", fields.finality), foot);
  return line;
};

let asked = 0;
const ask = async () => {
  const mine = ++asked;
  const query = new URLSearchParams({ name: field("name").value, host: field("host")?.value ?? "" });
  const answer = await fetch(`${list.dataset.known}?${query}`);
  if (mine !== asked || !answer.ok) return;
  const { candidates, error } = await answer.json();
  list.replaceChildren(...(error ? [made("li", error)] : candidates.map(item)));
};

let waiting;
const later = () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, WAIT);
};

if (list) {
  for (const name of ["name", "host"]) field(name)?.addEventListener("input", later);
  if (field("name")?.value) ask();
}
