import type { HLJSApi } from 'highlight.js';
import { escapeHtml } from '../html.ts';

/** The length up to which code is highlighted: for longer texts it is slow and of little use. */
const LONGEST = 20_000;

/** Keeps the hyphens of an option such as `--port` on one line with its name, in code as HTML. */
export const keepOptions = (html: string): string =>
  html.replace(/<[^>]*>|(?<=^|[\s[(|>])--?[a-z]\w*/gi, (found) =>
    found.startsWith('<') ? found : `<span class="option">${found}</span>`,
  );

/**
 * Code as HTML with classes such as `hljs-string`; code that is long or in an unknown language is only escaped.
 *
 * @param hljs with the grammars that it knows: all of them in the build, only some in a page.
 */
export function codeHtml(hljs: HLJSApi, source: string, language: string): string {
  const isKnown = source.length <= LONGEST && hljs.getLanguage(language) !== undefined;
  return keepOptions(
    isKnown ? hljs.highlight(source, { language, ignoreIllegals: true }).value : escapeHtml(source),
  );
}
