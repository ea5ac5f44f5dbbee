import hljs from 'highlight.js/lib/common';
import http from 'highlight.js/lib/languages/http';
import { type Html, html, raw } from '../html.ts';
import type { Words } from '../languages.ts';
import { codeHtml } from './code-html.ts';

hljs.registerLanguage('http', http);

const aliases: Record<string, string> = {
  curl: 'bash',
  shell: 'bash',
  node: 'javascript',
  'node.js': 'javascript',
};
const kept = new Map<string, string>();

/** The name of a language's grammar, such as `bash` for `sh`; unknown languages are returned unchanged. */
function grammarOf(language: string): string {
  const name = language.toLowerCase();
  const known = hljs.getLanguage(aliases[name] ?? name);
  if (!known) return language;
  return hljs.listLanguages().find((one) => hljs.getLanguage(one) === known) ?? language;
}

function highlight(source: string, grammar: string): string {
  const key = `${grammar} ${source}`;
  let html = kept.get(key);
  if (html === undefined) {
    html = codeHtml(hljs, source, grammar);
    if (kept.size > 2000) kept.clear();
    kept.set(key, html);
  }
  return html;
}

/** A block of code with a button that copies it. Code is left to right in every language, and long lines wrap. */
export function codeBlock(source: string, language: string, words: Words): Html {
  const grammar = grammarOf(language);
  return html`<div class="code" dir="ltr"><button type="button" class="copy" data-copied="${words.copied}">${words.copy}</button><pre><code data-language="${grammar}">${raw(highlight(source, grammar))}</code></pre></div>`;
}
