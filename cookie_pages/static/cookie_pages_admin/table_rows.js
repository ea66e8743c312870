// In the form of a charter: the cookies of its tables are chosen, and named, where a table is.
const words = document.querySelector("[data-table-rows]");
const chooser = () => document.querySelector("#id_charter_rows-OPEN_MODAL");
const shown = (row) => row.offsetParent !== null;

const names = () => {
  const titles = [...document.querySelectorAll("#id_charter_rows-FORMS [data-chooser-title]")];
  return titles.filter(shown).map((title) => title.textContent.trim()).filter(Boolean);
};

const say = () => {
  const chosen = names().join(", ") || words.dataset.none;
  for (const place of document.querySelectorAll("[data-table-names]")) {
    if (place.textContent !== chosen) place.textContent = chosen;
  }
};

const add = (type) => {
  const content = type.parentElement.querySelector(".w-panel__content");
  if (!content || content.querySelector("[data-table-names]")) return;
  const place = document.createElement("p");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small button-secondary";
  button.textContent = words.dataset.tableRows;
  button.onclick = () => chooser()?.click();
  const list = document.createElement("span");
  list.dataset.tableNames = "";
  list.className = "w-ml-2";
  place.append(button, list);
  content.prepend(place);
};

const look = () => {
  const types = document.querySelectorAll('input[type="hidden"][name$="-type"][value="cookie_table"]');
  types.forEach(add);
  say();
};

if (words && chooser()) {
  new MutationObserver(look).observe(words.closest("form"), {
    subtree: true,
    childList: true,
    attributeFilter: ["style", "hidden"],
    characterData: true,
  });
  look();
}
