import { type Html, html, raw } from '../html.ts';
import type { Words } from '../languages.ts';
import { highlight } from '../markdown/highlight.ts';

/** A block of code with a button that copies it. Code is left to right in every language, and long lines wrap. */
export function codeBlock(source: string, language: string, words: Words): Html {
  return html`<div class="code" dir="ltr"><button type="button" class="copy" data-copied="${words.copied}">${words.copy}</button><pre><code data-language="${language}">${raw(highlight(source, language))}</code></pre></div>`;
}
