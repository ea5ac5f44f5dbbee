// The answer to a missing page cannot know where the site stands: it looks above the address that was asked for.
const parts = location.pathname.split('/');
for (let depth = parts.length - 1; depth > 0; depth--) {
  const root = `${parts.slice(0, depth).join('/')}/`;
  const { ok } = await fetch(`${root}llms.txt`, { method: 'HEAD' });
  if (!ok) continue;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
    link.href = `${root}${link.hreflang}/`;
  break;
}
