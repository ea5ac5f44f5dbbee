import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { catalogue } from '../src/content/catalogue.ts';
import { type Language, readContract } from '../src/content/contract.ts';
import { descriptionOf } from '../src/content/guides.ts';
import { words } from '../src/content/words.ts';
import { french } from '../src/redoc/french.ts';
import { outsideTheDictionary } from '../src/redoc/interface-language.ts';
import { dist, pagePaths } from './pages.ts';

/** What a page in one language may say. */
export interface Vocabulary {
  /** Sentences: the contract's texts and the guides, without their code. */
  prose: string;
  /** Texts of the interface, each whole. */
  labels: ReadonlySet<string>;
  /** Names that are the same in every language: of parameters, schemas, instances, programming languages. */
  names: ReadonlySet<string>;
}

const textFields = /^(title|summary|description|x-displayName)$/;
const nameFields = /^(name|label|x-instance|operationId|version|url|example|identifier|enum|format)$/;

/** Collects what a page may say from the contract, the dictionaries and the guides. */
export function vocabularyOf(language: Language): Vocabulary {
  const texts: string[] = [];
  const names = new Set<string>(['session-series', 'llms.txt', 'YAML', 'JSON']);
  collect(readContract(language), '', texts, names);
  const guides = pagePaths
    .filter((path) => path.startsWith(`${language}/`) && path !== `${language}/`)
    .map((path) => readFileSync(join(dist, path, 'index.md'), 'utf8'));
  const labels = [
    ...Object.values(words[language]).flatMap((value) =>
      typeof value === 'string' ? value : Object.values(value),
    ),
    ...outsideTheDictionary[language],
    ...(language === 'fr' ? [...Object.values(french), ...Object.values(catalogue)] : []),
  ];
  for (const guide of guides) labels.push(descriptionOf(guide));
  const prose = [...texts, ...guides].map(plain).join(' ¶ ');
  return { prose, labels: new Set(labels.map(plain).map((text) => text.toLowerCase())), names };
}

function collect(node: unknown, key: string, texts: string[], names: Set<string>): void {
  if (typeof node === 'string') {
    if (textFields.test(key)) texts.push(node);
    // A page shows an address without `https://`, and Redoc the braces of a placeholder apart from its name.
    else if (nameFields.test(key))
      for (const name of [node, node.replace(/^https:\/\/|[{}]/g, '')]) names.add(name);
  } else if (typeof node === 'object' && node !== null)
    for (const [name, value] of Object.entries(node)) {
      if (/^(schemas|properties|headers|securitySchemes|content|paths)$/.test(key)) names.add(name);
      if (key.startsWith('/')) names.add(name.toUpperCase());
      const field = Array.isArray(node) ? key : name;
      collect(value, key === 'x-enumDescriptions' ? 'description' : field, texts, names);
    }
}

/** Markdown as the reader sees it, without its code, with plain spaces. */
function plain(markdown: string): string {
  return marked
    .parse(markdown, { async: false })
    .replace(/<(code|pre)\b.*?<\/\1>/gs, ' ¶ ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a text on a page is in the vocabulary: as a sentence, as a label, or as labels, names and marks in a row. */
export function isKnown(text: string, { prose, labels, names }: Vocabulary): boolean {
  const whole = text.replace(/\s+/g, ' ').trim();
  const isSaid = (part: string) => names.has(part) || labels.has(part.toLowerCase()) || contains(prose, part);
  if (!/\p{L}{2}/u.test(whole) || isSaid(whole)) return true;
  return whole
    .split(/[^\p{L}\d’'_.\- ]+/u)
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}/u.test(part))
    .every(isSaid);
}

function contains(prose: string, text: string): boolean {
  for (let at = prose.indexOf(text); at >= 0; at = prose.indexOf(text, at + 1)) {
    const around = [prose[at - 1] ?? ' ', prose[at + text.length] ?? ' '];
    if (!around.some((letter) => /\p{L}/u.test(letter))) return true;
  }
  return false;
}
