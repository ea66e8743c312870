// A ready-made wording goes into the fields of the form, where it is edited like any other text.
const put = (name, text) => {
  const input = document.querySelector(`form [name="${name}"]`);
  if (!input) return;
  input.value = text;
  for (const event of ["input", "change"]) {
    input.dispatchEvent(new Event(event, { bubbles: true }));
  }
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-wording]");
  if (!button) return;
  const fields = Object.entries(JSON.parse(button.dataset.wording));
  for (const [name, text] of fields) put(name, text);
  document.querySelector(`form [name="${fields[0][0]}"]`)?.focus();
});
