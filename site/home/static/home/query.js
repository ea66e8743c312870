// Searches through the API; the token is asked for only once somebody searches.
const form = document.querySelector("form.query");
const cookie = (name) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1];

form.hidden = false;
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!cookie("csrftoken")) await fetch(form.action);
  const response = await fetch(form.action, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") },
    body: JSON.stringify({ words: new FormData(form).get("words") }),
  });
  const { items = [], detail } = await response.json();
  const list = form.querySelector("ul");
  list.replaceChildren(
    ...items.map(({ title, url }) => {
      const link = Object.assign(document.createElement("a"), { href: url, textContent: title });
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
  form.querySelector("[role=status]").textContent = detail ?? `${items.length}`;
});
