// Counts this visit on the visitor's own device; sends nothing anywhere.
{
  const seen = /(?:^|; )visits=(\d+)/.exec(document.cookie);
  const count = Number(seen?.[1] ?? 0) + 1;
  document.cookie = `visits=${count}; Path=/; SameSite=Lax; Max-Age=${390 * 86400}`;
}
