import hljs from 'highlight.js/lib/common';
import http from 'highlight.js/lib/languages/http';
import { escapeHtml, type Html, html, raw } from '../html.ts';
import type { Words } from '../languages.ts';

hljs.registerLanguage('http', http);

const aliases: Record<string, string> = {
  curl: 'bash',
  shell: 'bash',
  node: 'javascript',
  'node.js': 'javascript',
};
const kept = new Map<string, string>();

/** Keeps the hyphens of an option such as `--port` on one line with its name, in code as HTML. */
export const keepOptions = (html: string): string =>
  html.replace(/<[^>]*>|(?<=^|[\s[(|>])--?[a-z]\w*/gi, (found) =>
    found.startsWith('<') ? found : `<span class="option">${found}</span>`,
  );

/** Code as HTML with classes such as `hljs-string`; code in an unknown language is only escaped. */
function highlight(source: string, language: string): string {
  const name = language.toLowerCase();
  const known = hljs.getLanguage(aliases[name] ?? name) ? (aliases[name] ?? name) : undefined;
  // Highlighting long texts is slow and of little use.
  if (known === undefined || source.length > 20_000) return keepOptions(escapeHtml(source));
  const key = `${known} ${source}`;
  let html = kept.get(key);
  if (html === undefined) {
    html = keepOptions(hljs.highlight(source, { language: known, ignoreIllegals: true }).value);
    if (kept.size > 2000) kept.clear();
    kept.set(key, html);
  }
  return html;
}

/** A block of code with a button that copies it. Code is left to right in every language, and long lines wrap. */
export function codeBlock(source: string, language: string, words: Words): Html {
  return html`<div class="code" dir="ltr"><button type="button" class="copy" data-copied="${words.copied}">${words.copy}</button><pre><code data-language="${language}">${raw(highlight(source, language))}</code></pre></div>`;
}
