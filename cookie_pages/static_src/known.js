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

const item = (candidate) => {
  const { name, platform, provider, kind, source, fields } = candidate;
  const line = made("li");
  const use = made("button", list.dataset.use);
  use.type = "button";
  use.className = "button button-small button-secondary";
  use.onclick = () => fill(candidate);
  const about = [platform, provider, kind].filter(Boolean).join(", ");
  line.append(made("code", name), ` ${about} – ${fields.finality} (${source}) `, use);
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
