// Counts this visit on the visitor's own device, for 13 months from the first; sends nothing.
{
  const seen = /(?:^|; )visits=(\d+)\.(\d+)/.exec(document.cookie);
  const count = Number(seen?.[1] ?? 0) + 1;
  const end = seen?.[2] ?? Math.floor(Date.now() / 1000) + 390 * 86400;
  const expires = new Date(end * 1000).toUTCString();
  document.cookie = `visits=${count}.${end}; Path=/; SameSite=Lax; Expires=${expires}`;
}
