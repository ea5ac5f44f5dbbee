import type { SourceFile } from '../document/source-file.ts';
import { isObject, type JsonObject, valueAt } from '../json.ts';
import { contractOf } from '../openapi/contract.ts';
import { type Text, type TextOptions, texts } from '../openapi/texts.ts';
import { readOverlay } from '../overlay/read.ts';
import { readTranslations, type Translation } from '../overlay/translations.ts';
import type { Unit, UnitState } from './unit.ts';

/** How long a title may be, relative to the source, before menus truncate it. */
const STRETCH = 1.3;

/** The texts of a contract with their translations, in the order of the contract. */
export function unitsOf(
  contract: SourceFile,
  overlay: SourceFile | undefined,
  options: TextOptions = {},
): Unit[] {
  const root = contractOf(contract);
  const inventory = texts(root, options);
  const translations = overlay && readTranslations(root, inventory, readOverlay(overlay)).translations;
  return inventory.map((text) => {
    const id = text.pointer;
    const found = translations?.get(id);
    const target = found?.value === '' ? undefined : found?.value;
    const previous = target === undefined ? undefined : previousSource(text, found);
    return {
      id,
      source: text.value,
      target,
      state: stateOf(target, previous, found?.review),
      previous,
      markdown: text.markdown,
      note: noteOf(root, text),
    };
  });
}

function previousSource(text: Text, found: Translation | undefined): string | undefined {
  const madeFrom = found?.stale ?? found?.source;
  return madeFrom === text.value ? undefined : madeFrom;
}

function stateOf(
  target: string | undefined,
  previous: string | undefined,
  review: string | undefined,
): UnitState {
  if (target === undefined) return 'missing';
  return previous === undefined && review === undefined ? 'translated' : 'needs-review';
}

/** Where a text is, what it describes, and how long it may be. */
function noteOf(root: JsonObject, text: Text): string {
  const lines = [[...text.parent, text.key].join(' › ')];
  const owner = valueAt(root, text.parent);
  const named = isObject(owner)
    ? ['operationId', 'name', 'url', '$ref'].map((key) => owner[key]).find((name) => typeof name === 'string')
    : undefined;
  if (named !== undefined) lines.push(`Describes: ${named}`);
  if (text.markdown) lines.push('Format: Markdown');
  else lines.push(`Length: at most about ${Math.ceil(text.value.length * STRETCH)} characters`);
  return lines.join('\n');
}
