import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '../src/guides/contract.ts';

const content = new URL('../content/', import.meta.url);

/** The names of the guides' files, in the order of the menu. */
export const guides = readdirSync(new URL('en/', content)).filter((name) => name.endsWith('.md'));

/** A guide as it is written, with its placeholders. */
export const readSource = (language: string, name: string): string =>
  readFileSync(new URL(`${language}/${name}`, content), 'utf8');

/** A guide as it is published, with the facts filled in. */
export const readBuilt = (language: Language, name: string): string =>
  readFileSync(
    new URL(`../dist/${language}/${name.replace(/^\d+-|\.md$/g, '')}/index.md`, import.meta.url),
    'utf8',
  );

/** The code blocks of a Markdown page in one of its languages, such as `ts`. */
export const blocksIn = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, written, code = '']) =>
    written === language ? [code] : [],
  );
