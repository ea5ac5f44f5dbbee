import { type Document, isMap, isScalar, isSeq, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { REMOVED, REVIEW, SOURCE, STALE } from '../overlay/read.ts';
import type { Entry, TextAction } from './actions.ts';
import type { Plan } from './plan.ts';

/** Changes a YAML overlay in place so that it matches the plan. Comments, order and styles are kept. */
export function writePlan(document: Document, planned: Plan): boolean {
  const seq = document.get('actions');
  if (!isSeq(seq)) return false;
  let changed = false;
  const used = new Set<YAMLMap>();
  /** The node of an action: its existing one, updated, or a new one. */
  const nodeOf = (action: TextAction): YAMLMap => {
    if (action.origin && !used.has(action.origin)) {
      used.add(action.origin);
      changed = writeAction(document, action.origin, action) || changed;
      return action.origin;
    }
    const node = document.createNode(actionToJson(action)) as YAMLMap; // an object makes a map
    styleTexts(node);
    return node;
  };
  const actions = placed(seq, planned, nodeOf);
  const aside = planned.removed.map(nodeOf);
  changed = replaceItems(seq, actions) || changed;
  return writeRemoved(document, aside) || changed;
}

/** The new list of actions: new ones follow the action of the preceding text, dropped ones are removed. */
function placed(seq: YAMLSeq, planned: Plan, nodeOf: (action: TextAction) => YAMLMap): unknown[] {
  const present = new Set(seq.items);
  const after = new Map<unknown, YAMLMap[]>();
  let anchor: YAMLMap | undefined;
  for (const action of planned.actions) {
    const node = nodeOf(action);
    if (present.has(node)) {
      anchor = node;
      continue;
    }
    const fresh = after.get(anchor);
    if (fresh) fresh.push(node);
    else after.set(anchor, [node]);
  }
  const dropped = new Set<unknown>(planned.dropped);
  const stay = seq.items.filter((item) => !dropped.has(item));
  return [...(after.get(undefined) ?? []), ...stay.flatMap((item) => [item, ...(after.get(item) ?? [])])];
}

/** Replaces the items of a list, and returns whether that changed it. */
function replaceItems(seq: YAMLSeq, items: unknown[]): boolean {
  if (items.length === seq.items.length && items.every((item, index) => item === seq.items[index]))
    return false;
  // The parser attaches a comment above the first item to the list; it must move with the item.
  const [first] = seq.items;
  if (isMap(first) && seq.commentBefore && !first.commentBefore) {
    first.commentBefore = seq.commentBefore;
    seq.commentBefore = null;
  }
  seq.items = items;
  return true;
}

function writeRemoved(document: Document, nodes: YAMLMap[]): boolean {
  const old = document.get(REMOVED);
  if (isSeq(old) && nodes.length > 0) return replaceItems(old, nodes);
  if (nodes.length === 0) return document.delete(REMOVED);
  const seq = new YAMLSeq(document.schema);
  seq.items = nodes;
  document.set(REMOVED, seq);
  return true;
}

function writeAction(document: Document, node: YAMLMap, action: TextAction): boolean {
  let changed = false;
  if (node.get('target') !== action.target) {
    node.set('target', action.target);
    changed = true;
  }
  const fields = [
    ['update', 'translation'],
    [SOURCE, 'source'],
    [STALE, 'stale'],
    [REVIEW, 'review'],
  ] as const;
  for (const [field, member] of fields) {
    const wanted = new Map([...action.entries].map(([key, entry]) => [key, entry[member]]));
    changed = writeTexts(document, node, field, wanted) || changed;
  }
  return changed;
}

/** Writes one field of an action: a map of texts, or a text. Members that are not strings are left unchanged. */
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

type TextMember = 'translation' | 'source' | 'stale' | 'review';

/** An action as JSON: target, translations, and the texts that were translated. */
function actionToJson(action: TextAction): JsonObject {
  const json: JsonObject = { target: action.target };
  const texts = (member: TextMember) => gather(action.entries, member);
  json['update'] = texts('translation') ?? {};
  const source = texts('source');
  const stale = texts('stale');
  const review = texts('review');
  if (source !== undefined) json[SOURCE] = source;
  if (stale !== undefined) json[STALE] = stale;
  if (review !== undefined) json[REVIEW] = review;
  // A target that is a text has no update until it is translated: an empty object would not fit.
  if (action.entries.has(null) && isObject(json['update'])) delete json['update'];
  return json;
}

function gather(entries: ReadonlyMap<string | null, Entry>, member: TextMember): Json | undefined {
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

/** Texts with several lines are most readable as literal blocks. */
function styleTexts(node: unknown): void {
  if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n') && !node.range) {
    node.type = 'BLOCK_LITERAL';
  } else if (isMap(node)) {
    for (const pair of node.items) styleTexts(pair.value);
  } else if (isSeq(node)) {
    for (const item of node.items) styleTexts(item);
  }
}
