import type { SourceFile } from '../document/source-file.ts';
import { InputError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { contractOf } from '../openapi/contract.ts';
import { type TextOptions, texts } from '../openapi/texts.ts';
import { readOverlay } from '../overlay/read.ts';
import { readTranslations } from '../overlay/translations.ts';

/** Translations by language and source text. */
export type Memory = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads a memory file:
 *
 *     { "fr": { "Not found": "Introuvable" } }
 *
 * @throws {InputError} for any other form.
 */
export function readMemory(source: SourceFile): Memory {
  const fail = (path: string[]): never => {
    throw new InputError('The translation memory is not valid', {
      place: source.locate(path),
      expected: 'languages, each with texts and their translations: {"fr": {"Not found": "Introuvable"}}',
    });
  };
  if (!isObject(source.value)) return fail([]);
  return new Map(
    Object.entries(source.value).map(([language, entries]) => {
      if (!isObject(entries)) return fail([language]);
      return [
        language,
        new Map(
          Object.entries(entries).map(([text, translation]) =>
            typeof translation === 'string' ? [text, translation] : fail([language, text]),
          ),
        ),
      ];
    }),
  );
}

/** The up-to-date translations of an overlay, by source text. The first one wins. */
export function translationsOf(
  contract: SourceFile,
  overlay: SourceFile,
  options: TextOptions = {},
): Map<string, string> {
  const root = contractOf(contract);
  const found = new Map<string, string>();
  const { translations } = readTranslations(root, texts(root, options), readOverlay(overlay));
  for (const { text, value, source, stale, review } of translations.values()) {
    const isCurrent = stale === undefined && (source === undefined || source === text.value);
    if (isCurrent && review === undefined && value.trim() !== '' && !found.has(text.value))
      found.set(text.value, value);
  }
  return found;
}

/** The text of a memory file with the translations of one language added; those of the overlay win. */
export function memoryText(memory: Memory, language: string, added: ReadonlyMap<string, string>): string {
  const all = new Map(memory);
  all.set(language, new Map([...(memory.get(language) ?? []), ...added]));
  const json: JsonObject = Object.fromEntries(
    [...all].map(([tag, entries]) => [
      tag,
      Object.fromEntries([...entries].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );
  return `${JSON.stringify(json, null, 2)}\n`;
}
