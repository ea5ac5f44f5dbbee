/** Rewrites the links of Markdown for where it is published, except in code. */
export function relink(markdown: string, link: (href: string) => string): string {
  return markdown
    .split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)\s*$)/m)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(/\]\(([^()\s]+)\)/g, (_, href: string) => `](${link(href)})`),
    )
    .join('');
}
