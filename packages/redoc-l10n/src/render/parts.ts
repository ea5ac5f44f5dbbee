import { type Content, type Html, html } from '../html.ts';
import type { Link } from '../reference/types.ts';
import type { PageContext } from './context.ts';

/** A heading with an anchor link. */
export function heading(
  level: 2 | 3 | 4,
  id: string,
  title: Content,
  name: string,
  { words }: PageContext,
): Html {
  const label = words.linkTo.replace('{title}', name);
  const inner = html`${title} <a class="anchor" href="#${encodeAnchor(id)}" aria-label="${label}">#</a>`;
  if (level === 2) return html`<h2 id="${id}">${inner}</h2>`;
  return level === 3 ? html`<h3 id="${id}">${inner}</h3>` : html`<h4 id="${id}">${inner}</h4>`;
}

/** An id as a URL fragment. */
export const encodeAnchor = (id: string): string => encodeURI(id);

/** The method of an operation, and its path. */
export const endpoint = (method: string, path: string): Html =>
  html`<span class="method ${method.toLowerCase()}">${method}</span> <code class="path">${path.split(/(?<=.\/)/).map((part, i) => html`${i > 0 && html`<wbr>`}${part}`)}</code>`;

/** A name that may only be broken between its words. */
export const breakable = (name: string): Html[] =>
  name.split(/(?<=[_./-])/).map((part, i) => html`${i > 0 && html`<wbr>`}${part}`);

/** Links to the parts of the prose that explain a name or a status code. */
export function seeAlso(code: string, context: PageContext): Html | undefined {
  const sections = context.explain(code);
  if (sections.length === 0) return undefined;
  const links = sections.map(
    ({ id, title }, i) =>
      html`${i > 0 && ', '}<a href="${context.link(`#${encodeAnchor(id)}`)}">${title.replaceAll('`', '')}</a>`,
  );
  return html`<p class="see-also">${context.words.seeAlso}${context.words.colon} ${links}</p>`;
}

/** A link to another site, or only its name. */
export const externalLink = ({ label, url }: Link, fallback: string): Html =>
  url === undefined ? html`${label}` : html`<a href="${url}" rel="external">${label ?? fallback}</a>`;
