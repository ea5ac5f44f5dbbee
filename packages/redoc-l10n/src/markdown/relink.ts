/** Markdown with its links as they work where it is published; code is left alone. */
export function relink(markdown: string, link: (href: string) => string): string {
  return markdown
    .split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)\s*$)/m)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(/\]\(([^()\s]+)\)/g, (_, href: string) => `](${link(href)})`),
    )
    .join('');
}
