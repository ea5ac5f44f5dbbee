import { type Document, parseDocument } from 'yaml';
import type { SourceFile } from '../document/source-file.ts';
import { InputError } from '../errors.ts';
import { isObject, toPointer } from '../json.ts';
import { contractOf } from '../openapi/contract.ts';
import { type TextOptions, texts } from '../openapi/texts.ts';
import { LANGUAGE, readOverlay } from '../overlay/read.ts';
import { parseTextTarget } from '../overlay/text-target.ts';
import { readTranslations } from '../overlay/translations.ts';
import { groupTexts, readActions, readRemoved, readShared, type TextAction } from './actions.ts';
import { distinct } from './distinct.ts';
import { type ExtractCounts, noCounts, plan } from './plan.ts';
import { writePlan } from './write.ts';

/** The result of `extract`. */
export interface Extracted {
  /** The new text of the overlay; identical to the old one when nothing changed. */
  text: string;
  changed: boolean;
  counts: ExtractCounts;
}

/** Options of {@link extract}. */
export interface ExtractOptions extends TextOptions {
  /** A BCP 47 tag such as `fr`; needed for a new overlay. */
  language?: string | undefined;
  /** Translations by source text, which fill missing ones. */
  memory?: ReadonlyMap<string, string> | undefined;
  /**
   * Whether a text that is in several places has one action for all of them; by default, if the overlay has such
   * actions.
   */
  distinct?: boolean | undefined;
}

/**
 * Creates an overlay with every text of a contract, or updates an existing one.
 *
 * No translation is lost: one whose text is gone moves to `x-l10n-removed`. A second run changes nothing.
 */
export function extract(
  contract: SourceFile,
  overlay: SourceFile | undefined,
  options: ExtractOptions = {},
): Extracted {
  const root = contractOf(contract);
  const inventory = texts(root, options);
  const groups = groupTexts(inventory);
  if (groups.length === 0) {
    throw new InputError('The contract has no text to translate', { place: contract.locate([]) });
  }
  if (!overlay) {
    const fresh = plan(root, groups, [], [], new Set(), options.memory);
    const { actions, counts } = options.distinct ? distinct(root, fresh) : fresh;
    return { text: newOverlay(root, actions, options), changed: true, counts };
  }
  const read = readOverlay(overlay);
  const reading = readTranslations(root, inventory, read);
  const actions = readActions(read, reading);
  const covered = [
    ...[...reading.translations].filter(([, { action }]) => !actions.has(action)).map(([pointer]) => pointer),
    ...readShared(read, reading).flatMap(({ places, entries }) =>
      places.flatMap((place) => [...entries.keys()].map((key) => toPointer([...place, key ?? '']))),
    ),
  ];
  const plain = plan(
    root,
    groups,
    [...actions.values()],
    readRemoved(read),
    new Set(covered),
    options.memory,
  );
  const isDistinct =
    options.distinct ?? read.actions.some((action) => parseTextTarget(String(action['target'])));
  const planned = isDistinct ? distinct(root, plain) : plain;

  const document = overlay.yaml();
  const changed = writePlan(document, planned);
  return { text: changed ? printOverlay(document, overlay) : overlay.text, changed, counts: planned.counts };
}

function newOverlay(root: object, actions: readonly TextAction[], options: ExtractOptions): string {
  const info: unknown = Reflect.get(root, 'info');
  const title = isObject(info) && typeof info['title'] === 'string' ? info['title'] : 'API';
  const version = isObject(info) && typeof info['version'] === 'string' ? info['version'] : '0.0.0';
  const language = options.language ?? 'und';
  const primitive = actions.some((action) => action.entries.has(null));
  const document = parseDocument('');
  const head = document.createNode({
    // Most tools support 1.0; only 1.1 can update a text that is an item of a list.
    overlay: primitive ? '1.1.0' : '1.0.0',
    info: { title: `${title} (${language})`, version },
    [LANGUAGE]: language,
    actions: [],
  });
  document.contents = head as typeof document.contents; // a map node; the type of an empty document is null
  writePlan(document, { actions: [...actions], dropped: [], removed: [], counts: noCounts() });
  return document.toString({ lineWidth: 0 });
}

/** The text of a changed overlay, with the line breaks and the indentation of its file. */
export function printOverlay(document: Document, overlay: SourceFile): string {
  const text =
    overlay.format === 'json'
      ? `${JSON.stringify(document.toJS(), null, 2)}\n`
      : document.toString({ lineWidth: 0, ...layout(overlay.text) });
  const lines = overlay.text.includes('\r\n') ? text.replaceAll(/\r?\n/g, '\r\n') : text;
  return overlay.bom ? `\uFEFF${lines}` : lines;
}

/** The layout of a file, so that unchanged parts stay identical. */
function layout(text: string): { indent: number; indentSeq: boolean; flowCollectionPadding: boolean } {
  const [, outer = '', inner = ''] = /^( *)update: *\r?\n( +)\S/m.exec(text) ?? [];
  return {
    indent: inner.length - outer.length || /^( {1,8})- /m.exec(text)?.[1]?.length || 2,
    indentSeq: !/^actions:[^\S\n]*\r?\n(?:[^\S\n]*(?:#.*)?\r?\n)*-/m.test(text),
    flowCollectionPadding: !/: \{[^\s}]/.test(text),
  };
}
