// The 404 page does not know the root of the site: it searches upwards from the requested address.
const parts = location.pathname.split('/');
for (let depth = parts.length - 1; depth > 0; depth--) {
  const root = `${parts.slice(0, depth).join('/')}/`;
  const { ok } = await fetch(`${root}llms.txt`, { method: 'HEAD' });
  if (!ok) continue;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
    link.href = `${root}${link.hreflang}/`;
  break;
}
