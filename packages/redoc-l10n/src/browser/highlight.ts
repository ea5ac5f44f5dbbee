/*! highlight.js, Copyright (c) 2006 Ivan Sagalaev, BSD-3-Clause */
import type { LanguageFn } from 'highlight.js';
import hljs from 'highlight.js/lib/core';
import { codeHtml } from '../markdown/code-html.ts';

/** The usual languages of samples and answers, each in a separate file: a page loads those that it shows. */
export const grammars: Readonly<Record<string, () => Promise<{ default: LanguageFn }>>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  go: () => import('highlight.js/lib/languages/go'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  php: () => import('highlight.js/lib/languages/php'),
  python: () => import('highlight.js/lib/languages/python'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
};

/**
 * Code as HTML, with the classes that the build gives it.
 *
 * @param language the name of its grammar, as in `data-language` of a block of code.
 */
export async function highlight(source: string, language: string): Promise<string> {
  if (!hljs.getLanguage(language)) {
    const grammar = await grammars[language]?.();
    if (grammar) hljs.registerLanguage(language, grammar.default);
  }
  return codeHtml(hljs, source, language);
}
