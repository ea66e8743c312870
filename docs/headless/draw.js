// Text alone becomes part of the page: no string is taken for markup.

export function element(name, text = "", attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
}

export function banner(notice, answer) {
  const { banner: labels, layer1, purposes, words } = notice;
  const list = element("ul");
  for (const purpose of purposes.filter(({ slug }) => layer1.asked.includes(slug))) {
    list.append(element("li", `${purpose.name} : ${purpose.description}`));
  }
  const [first, ...others] = layer1.sentences.map((sentence) => element("p", sentence));
  const buttons = element("div", "", { className: "answers" });
  for (const [label, yes] of [[labels.accept, true], [labels.refuse, false]]) {
    const button = element("button", label, { type: "button" });
    button.addEventListener("click", () => answer(yes));
    buttons.append(button);
  }
  const link = element("a", words.charter, { href: "#charter" });
  return [element("h2", labels.heading), first, list, ...others, link, buttons];
}

export function charter(page) {
  const table = element("table");
  table.append(element("caption", page.title));
  const head = table.createTHead().insertRow();
  for (const name of ["Nom", "Prestataire", "Finalité", "Durée"]) {
    head.append(element("th", name, { scope: "col" }));
  }
  const body = table.createTBody();
  for (const row of page.rows) {
    const line = body.insertRow();
    line.append(element("th", row.name, { scope: "row", translate: false }));
    for (const text of [row.provider.name, row.finality, row.retention]) {
      line.append(element("td", text));
    }
  }
  return [element("h2", page.title), table];
}
