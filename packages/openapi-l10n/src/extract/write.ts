import { type Document, isMap, isScalar, isSeq, Scalar, YAMLMap, type YAMLSeq } from 'yaml';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { REMOVED, SOURCE, STALE } from '../overlay/read.ts';
import type { Entry, Sheet } from './book.ts';
import type { Plan } from './plan.ts';

/** Changes a YAML overlay in place so that it matches the plan. Comments, order and styles of the rest stay. */
export function writePlan(document: Document, planned: Plan): boolean {
  const seq = document.get('actions');
  if (!isSeq(seq)) return false;
  const before = new Map(seq.items.entries());
  let changed = false;

  for (const sheet of planned.sheets) {
    if (sheet.action === undefined) continue;
    const node = before.get(sheet.action);
    if (isMap(node)) changed = writeSheet(document, node, sheet) || changed;
  }
  changed = placeActions(document, seq, planned) || changed;
  return writeRemoved(document, planned.removed) || changed;
}

/** Puts new actions behind the action of the text before them, and takes dropped ones out. */
function placeActions(document: Document, seq: YAMLSeq, planned: Plan): boolean {
  const fresh = planned.sheets.some((sheet) => sheet.action === undefined);
  if (!fresh && planned.dropped.length === 0) return false;
  const after = new Map<number, unknown[]>();
  let anchor = -1;
  for (const sheet of planned.sheets) {
    if (sheet.action !== undefined) anchor = sheet.action;
    else after.set(anchor, [...(after.get(anchor) ?? []), document.createNode(sheetToJson(sheet))]);
  }
  const dropped = new Set(planned.dropped);
  const items: unknown[] = [...(after.get(-1) ?? [])];
  for (const [index, item] of seq.items.entries()) {
    if (!dropped.has(index)) items.push(item);
    for (const node of after.get(index) ?? []) items.push(node);
  }
  seq.items = items;
  for (const item of items) styleTexts(item);
  return true;
}

function writeSheet(document: Document, node: YAMLMap, sheet: Sheet): boolean {
  let changed = false;
  if (node.get('target') !== sheet.target) {
    node.set('target', sheet.target);
    changed = true;
  }
  const fields = [
    ['update', 'translation'],
    [SOURCE, 'source'],
    [STALE, 'stale'],
  ] as const;
  for (const [field, member] of fields) {
    const wanted = new Map([...sheet.entries].map(([key, entry]) => [key, entry[member]]));
    changed = writeTexts(document, node, field, wanted) || changed;
  }
  return changed;
}

/** Writes one field of an action: a map of texts, or a text. Members that are no string are left alone. */
function writeTexts(
  document: Document,
  action: YAMLMap,
  field: string,
  wanted: ReadonlyMap<string | null, string | undefined>,
): boolean {
  let changed = false;
  const own = action.get(field, true);
  if (wanted.has(null)) {
    const text = wanted.get(null);
    const old = isScalar(own) ? own.value : undefined;
    if (old === text) return false;
    if (text === undefined) action.delete(field);
    else action.set(field, textNode(text));
    return true;
  }
  let map: YAMLMap | undefined = isMap(own) ? own : undefined;
  for (const [key, text] of wanted) {
    if (key === null || map?.get(key) === text) continue;
    if (text === undefined) {
      map?.delete(key);
    } else {
      if (!map) {
        map = new YAMLMap(document.schema);
        action.set(field, map);
      }
      const node = map.get(key, true);
      if (
        isScalar(node) &&
        node.value !== undefined &&
        !text.includes('\n') &&
        !String(node.value).includes('\n')
      )
        node.value = text;
      else map.set(key, textNode(text));
    }
    changed = true;
  }
  for (const pair of [...(map?.items ?? [])]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    if (wanted.has(key) || !isScalar(pair.value) || typeof pair.value.value !== 'string') continue;
    map?.delete(key);
    changed = true;
  }
  if (map && map.items.length === 0 && field !== 'update') changed = action.delete(field) || changed;
  return changed;
}

function writeRemoved(document: Document, removed: readonly Sheet[]): boolean {
  const wanted = removed.map((sheet) => sheetToJson(sheet));
  const old = document.get(REMOVED);
  const now = isSeq(old) ? old.toJSON() : undefined;
  if (JSON.stringify(now ?? []) === JSON.stringify(wanted)) return false;
  if (wanted.length === 0) return document.delete(REMOVED);
  const node = document.createNode(wanted);
  styleTexts(node);
  document.set(REMOVED, node);
  return true;
}

/** An action as JSON: target, translations, and the texts that were translated. */
export function sheetToJson(sheet: Sheet): JsonObject {
  const action: JsonObject = { target: sheet.target };
  const texts = (member: 'translation' | 'source' | 'stale') => gather(sheet.entries, member);
  action['update'] = texts('translation') ?? {};
  const source = texts('source');
  const stale = texts('stale');
  if (source !== undefined) action[SOURCE] = source;
  if (stale !== undefined) action[STALE] = stale;
  // A text of its own without translation has no update: an object would not fit it.
  if (sheet.entries.has(null) && isObject(action['update'])) delete action['update'];
  return action;
}

function gather(
  entries: ReadonlyMap<string | null, Entry>,
  member: 'translation' | 'source' | 'stale',
): Json | undefined {
  const found: JsonObject = {};
  for (const [key, entry] of entries) {
    const text = entry[member];
    if (text === undefined) continue;
    if (key === null) return text;
    found[key] = text;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function textNode(text: string): Scalar {
  const node = new Scalar(text);
  if (text.includes('\n')) node.type = 'BLOCK_LITERAL';
  return node;
}

/** Texts of several lines read best as literal blocks. */
function styleTexts(node: unknown): void {
  if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n') && !node.range) {
    node.type = 'BLOCK_LITERAL';
  } else if (isMap(node)) {
    for (const pair of node.items) styleTexts(pair.value);
  } else if (isSeq(node)) {
    for (const item of node.items) styleTexts(item);
  }
}
