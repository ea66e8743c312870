// The choice of this visitor: kept on this host, proven to the Wagtail site.

export function read(notice) {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(notice.cookie_name + "="));
  const query = new URLSearchParams(found?.slice(notice.cookie_name.length + 1));
  if (+query.get("terms") !== notice.terms) return null;
  const asked = notice.layer1.asked;
  if (asked.some((slug) => !query.has(slug))) return null;
  return Object.fromEntries(asked.map((slug) => [slug, query.get(slug) === "1"]));
}

export function keep(notice, choices) {
  const answers = Object.entries(choices).map(([slug, yes]) => `&${slug}=${+yes}`);
  const value = `terms=${notice.terms}&at=${Math.floor(Date.now() / 1000)}${answers.join("")}`;
  document.cookie = `${notice.cookie_name}=${value};Path=/;SameSite=Lax;Max-Age=${notice.seconds}`;
}

// Without cookies: the proof knows no visitor.
export const prove = (notice, choices, method) =>
  fetch(notice.addresses.consent, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    keepalive: true,
    body: JSON.stringify({
      record: crypto.randomUUID(),
      terms: notice.terms,
      notice: notice.number,
      choices,
      method,
      language: notice.language,
    }),
  });
