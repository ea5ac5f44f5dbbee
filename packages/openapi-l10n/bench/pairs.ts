import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCopy } from '../src/exchange/copy.ts';
import { parseSource, texts } from '../src/index.ts';
import { isObject } from '../src/json.ts';

/** A text of a contract or a page, and its translation. */
export interface TextPair {
  file: string;
  language: string;
  isPage: boolean;
  source: string;
  translation: string;
  /** The JSON pointer of a text of a contract. */
  at: string;
}

/**
 * The pairs in a folder: `<name>.en.<ext>` next to `<name>.<tag>.<ext>`, contracts as JSON or YAML and pages
 * as Markdown. The texts of contracts are paired as `import` pairs them, each distinct pair once.
 */
export function* pairsIn(folder: string, wanted?: string): Generator<TextPair> {
  for (const file of listed(folder)) {
    const [, stem, language = '', ext = ''] = /^(.*)\.([A-Za-z-]+)\.(json|ya?ml|mdx?)$/.exec(file) ?? [];
    if (!stem || language === 'en' || (wanted && language !== wanted)) continue;
    const source = readFileSync(`${stem}.en.${ext}`, 'utf8');
    const translation = readFileSync(file, 'utf8');
    if (ext.startsWith('md')) yield { file, language, isPage: true, source, translation, at: '' };
    else yield* textsOf(source, translation, file, language);
  }
}

function* listed(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listed(path);
    else yield path;
  }
}

/** The paragraphs of two pages with the same number of them; code, tables and HTML are left out. */
export function paragraphsOf(page: TextPair): TextPair[] {
  const [from, to] = [page.source, page.translation].map((text) =>
    text
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .replaceAll(/^( *)(`{3,}|~{3,})[\s\S]*?^ *\2.*$/gm, '')
      .split(/\n\s*\n/)
      .map((part) =>
        part
          .trim()
          .replace(/^(?:#+|[-*]|\d+\.) +/, '')
          .replaceAll(/\s*\n\s*/g, ' '),
      )
      .filter((part) => part !== ''),
  ) as [string[], string[]]; // two values in, two values out
  if (from.length !== to.length) return [];
  return from.flatMap((source, index) => {
    const translation = to[index] ?? '';
    return /^[|<:>!/{]/.test(source) || / [-*] |\d+\. /.test(source)
      ? []
      : [{ ...page, source, translation }];
  });
}

function textsOf(source: string, translation: string, file: string, language: string): TextPair[] {
  const [contract, copy] = [parseSource(source, file), parseSource(translation, file)];
  if (!isObject(contract.value)) return [];
  const { fills, untranslated } = readCopy(contract, copy);
  const pairs = new Map<string, TextPair>();
  for (const text of texts(contract.value)) {
    const at = text.pointer;
    const own = fills.get(at)?.translation ?? (untranslated.has(at) ? text.value : undefined);
    if (own !== undefined)
      pairs.set(`${text.value}\0${own}`, {
        file,
        language,
        isPage: false,
        source: text.value,
        translation: own,
        at,
      });
  }
  return [...pairs.values()];
}
