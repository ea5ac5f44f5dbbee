/**
 * Gives a translated page the anchors of the original, so that a link works in each language, and makes Redoc's
 * links, which are paths for a router, links within the page.
 *
 * @param ids the ids of the original page, in order of appearance.
 * @throws Error when the translation has other parts than the original.
 */
export function shareAnchors(html: string, ids: readonly string[]): string {
  const own = anchorsOf(html);
  if (own.length !== ids.length)
    throw new Error(
      `The translated reference has ${own.length} anchors, the original ${ids.length}: their parts differ.`,
    );
  const shared = new Map(own.map((id, i) => [id, ids[i] ?? id]));
  const targets = new Map(own.map((id, i) => [decodeEntities(id), ids[i] ?? id]));
  return html
    .replace(/ id="([^"]*)"/g, (_, id: string) => ` id="${shared.get(id) ?? id}"`)
    .replace(/ href="\/([^"#]*)(#[^"]*)?"/g, (_, path: string, hash?: string) => {
      const id = decodeEntities(hash ? hash.slice(1) : path);
      return ` href="#${targets.get(decodeURIComponent(id)) ?? 'top'}"`;
    });
}

/** The ids of a page in order of appearance, as written in its HTML. */
export const anchorsOf = (html: string): string[] =>
  [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');

const decodeEntities = (text: string) => text.replaceAll('&amp;', '&');
