// Says with a chooser's form in which order its boxes were ticked: they are sent as they are listed.
let ticked = [];

document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-multiple-choice-select]")) return;
  ticked = ticked.filter((key) => key !== target.value);
  if (target.checked) ticked.push(target.value);
});

document.addEventListener(
  "submit",
  ({ target }) => {
    if (!target.matches("[data-multiple-choice-form]")) return;
    for (const key of ticked) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "ticked", value: key });
      target.append(field);
    }
    ticked = [];
  },
  true,
);
