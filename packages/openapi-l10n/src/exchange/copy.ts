import { rootObject, type SourceFile } from '../document/source-file.ts';
import { type JsonObject, type Path, toPointer, valueAt } from '../json.ts';
import { contractOf } from '../openapi/contract.ts';
import { targetOf } from '../openapi/target.ts';
import { assertOpenApi, type Text, type TextOptions, texts } from '../openapi/texts.ts';
import { type AlignOptions, alignDocuments, type Difference } from './align.ts';
import type { Fill, Leftover } from './fill.ts';

/** The content of a translated copy of a contract. */
export interface CopyReading {
  /** The translations, by the JSON pointer of the text in the contract. */
  fills: Map<string, Fill>;
  /** The texts that the copy has word for word as the contract, by their JSON pointers. */
  untranslated: Set<string>;
  /** Texts of the copy that match nothing in the contract. */
  leftovers: Leftover[];
  /** Where the copy differs from the contract in something other than texts. */
  differences: Difference[];
  counts: CopyCounts;
}

/** The texts of a contract and of its copy, in numbers. */
export interface CopyCounts {
  texts: number;
  translated: number;
  /** The texts are equal: not translated yet, or the same in both languages. */
  same: number;
  /** The copy has no text there. */
  absent: number;
  unplaced: number;
}

/**
 * Reads a translated copy of a contract: finds the counterpart of each text, even if a path or a schema was renamed
 * or moved, and lists all other differences.
 */
export function readCopy(
  contract: SourceFile,
  copy: SourceFile,
  options: TextOptions & AlignOptions = {},
): CopyReading {
  const root = contractOf(contract);
  const translated = rootObject(copy, 'The translated copy');
  assertOpenApi(translated, () => copy.locate([]));
  const inventory = texts(root, options);
  const copied = texts(translated, options);
  const isText = new Set(
    [...inventory.map(({ pointer }) => pointer)].concat(copied.map((text) => `copy:${text.pointer}`)),
  );
  const { counterparts, differences } = alignDocuments(
    root,
    translated,
    {
      source: (path) => isText.has(toPointer(path)),
      copy: (path) => isText.has(`copy:${toPointer(path)}`),
    },
    options,
  );
  const reading: CopyReading = {
    fills: new Map(),
    untranslated: new Set(),
    leftovers: [],
    differences,
    counts: { texts: inventory.length, translated: 0, same: 0, absent: 0, unplaced: 0 },
  };
  const used = new Set<string>();
  for (const text of inventory) readText(text, translated, counterparts, reading, used);
  for (const text of copied) {
    if (used.has(text.pointer)) continue;
    reading.leftovers.push({
      target: targetOf(translated, text.parent),
      key: String(text.key),
      source: undefined,
      translation: text.value,
    });
    reading.counts.unplaced++;
  }
  return reading;
}

function readText(
  text: Text,
  copy: JsonObject,
  counterparts: ReadonlyMap<string, Path>,
  { fills, untranslated, counts }: CopyReading,
  used: Set<string>,
): void {
  const path = counterparts.get(toPointer(text.parent));
  const place: Path | undefined = path && [...path, text.key];
  const value = place && valueAt(copy, place);
  if (!place || typeof value !== 'string' || value.trim() === '') {
    counts.absent++;
    return;
  }
  used.add(toPointer(place));
  if (value === text.value && !isSameInEveryLanguage(text)) {
    counts.same++;
    untranslated.add(text.pointer);
    return;
  }
  counts.translated++;
  fills.set(text.pointer, { translation: value });
}

/** Whether there is nothing to translate: code, an acronym, or a title of the contract that is a name, such as "Petstore API". */
function isSameInEveryLanguage(text: Text): boolean {
  const words = text.value.replaceAll(/`[^`]*`/g, '').match(/[\p{L}\d.-]*\p{L}[\p{L}\d-]*/gu) ?? [];
  if (words.length === 0) return true;
  if (
    words.length === 1 &&
    /^(?:OK|\p{Lu}[\p{Lu}\d]+s?)$/iu.test(words[0] ?? '') &&
    !/\p{Ll}{2}/u.test(words[0] ?? '')
  )
    return true;
  return (
    text.pointer === '/info/title' &&
    words.length <= 4 &&
    words.every((word) => /^(?:\p{Lu}|v\d)/u.test(word)) &&
    (words.length === 1 || words.some((word) => /^\p{Lu}{2,}$/u.test(word)))
  );
}
