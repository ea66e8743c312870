// A rich text's editor holds a state of its own; undone like anything that was typed.
const putRich = (editor, text) => {
  const state = editor.getEditorState();
  const content = state.getCurrentContent().constructor.createFromText(text);
  editor.onChange(state.constructor.push(state, content, "insert-fragment"));
};

// A ready-made wording goes into the fields of the form, where it is edited like any other text.
const put = (name, text) => {
  const input = document.querySelector(`form [name="${name}"]`);
  if (!input) return;
  if (input.draftailEditor) return putRich(input.draftailEditor, text);
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
  const first = document.querySelector(`form [name="${fields[0][0]}"]`);
  (first?.draftailEditor ?? first)?.focus();
});
