import { InputError, type Place } from '../errors.ts';
import { isObject, type Json, type JsonObject, type Path, setMember, toPointer, valueAt } from '../json.ts';
import { type Selected, select } from './select.ts';
import type { TextIndex } from './text-target.ts';

/** Applies one action of an overlay to a document, which it changes. */
export class ActionRun {
  matches = 0;
  /** Whether the action requires 1.1, but the overlay is of version 1.0. */
  updatesPrimitive = false;
  readonly #action: JsonObject;
  readonly #features: '1.0' | '1.1';
  readonly #texts: TextIndex;
  readonly #place: (...path: string[]) => Place | undefined;

  constructor(
    action: JsonObject,
    { features, texts }: { features: '1.0' | '1.1'; texts: TextIndex },
    place: (...path: string[]) => Place | undefined,
  ) {
    this.#action = action;
    this.#features = features;
    this.#texts = texts;
    this.#place = place;
  }

  on(document: Json): Json {
    const target = String(this.#action['target']);
    const selected =
      this.#texts.select(document, target) ?? select(document, target, () => this.#place('target'));
    this.matches = selected.length;
    if (selected.length === 0) return document;
    if (this.#action['remove'] === true) return this.#remove(document, selected);
    if (this.#action['copy'] !== undefined && this.#action['update'] !== undefined) {
      this.#fail(
        'The action has both "update" and "copy", which cancel each other',
        'one of the two',
        'update',
      );
    }
    const value = this.#action['copy'] === undefined ? this.#action['update'] : this.#copied(document);
    if (value === undefined) return document;
    const kinds = new Set(selected.map((node) => kind(node.value)));
    if (kinds.size > 1) {
      this.#fail(
        `The target selects ${[...kinds].join(' and ')} values at once`,
        'all objects, all arrays or all primitives',
        'target',
      );
    }
    let result = document;
    for (const node of selected) result = this.#update(result, node, value);
    return result;
  }

  #copied(document: Json): Json {
    const nodes = select(document, String(this.#action['copy']), () => this.#place('copy'));
    const [node] = nodes;
    if (!node || nodes.length > 1) {
      this.#fail(
        `The field "copy" selects ${nodes.length} places`,
        'a JSONPath that selects exactly one',
        'copy',
      );
    }
    return structuredClone(node.value);
  }

  #remove(document: Json, selected: Selected[]): Json {
    if (selected.some(({ path }) => path.length === 0)) {
      this.#fail(
        'The target selects the whole document',
        'something inside the document, to remove it',
        'target',
      );
    }
    this.#texts.forget();
    const lists = new Map<Json[], Set<number>>();
    for (const { path } of selected) {
      const parent = valueAt(document, path.slice(0, -1));
      const key = path.at(-1);
      if (Array.isArray(parent)) lists.set(parent, (lists.get(parent) ?? new Set()).add(Number(key)));
      else if (isObject(parent)) delete parent[String(key)];
    }
    // Indices are removed together, so that removing one does not shift the next.
    for (const [list, gone] of lists) {
      const kept = list.filter((_, index) => !gone.has(index));
      list.length = 0;
      for (const item of kept) list.push(item);
    }
    return document;
  }

  #update(document: Json, { path, value: target }: Selected, update: Json): Json {
    if (Array.isArray(target)) {
      // 1.0 speaks of one entry, but every other tool concatenates arrays in all versions, as 1.1 demands.
      const entries = Array.isArray(update) ? update : [update];
      for (const entry of entries) target.push(structuredClone(entry));
      this.#texts.forget();
      return document;
    }
    if (isObject(target)) {
      if (!isObject(update)) this.#misfit(path, target, update);
      this.#merge(target, update, path);
      return document;
    }
    if (this.#features === '1.0') this.updatesPrimitive = true;
    if (typeof update === 'object' && update !== null) this.#misfit(path, target, update);
    if (path.length === 0) return update;
    const parent = valueAt(document, path.slice(0, -1));
    const key = path.at(-1);
    if (Array.isArray(parent)) parent[Number(key)] = update;
    else if (isObject(parent)) this.#set(parent, String(key), update, path.slice(0, -1));
    return document;
  }

  #merge(target: JsonObject, update: JsonObject, path: Path): void {
    for (const [key, value] of Object.entries(update)) {
      const old = Object.hasOwn(target, key) ? target[key] : undefined;
      if (old === undefined) this.#set(target, key, structuredClone(value), path);
      else if (Array.isArray(old) && Array.isArray(value)) {
        for (const item of value) old.push(structuredClone(item));
        this.#texts.forget();
      } else if (isObject(old) && isObject(value)) this.#merge(old, value, [...path, key]);
      else if (kind(old) === 'primitive' && kind(value) === 'primitive') this.#set(target, key, value, path);
      else this.#misfit([...path, key], old, value);
    }
  }

  #set(owner: JsonObject, key: string, value: Json, path: Path): void {
    const old = Object.hasOwn(owner, key) ? owner[key] : undefined;
    setMember(owner, key, value);
    if (typeof value === 'object' && value !== null) this.#texts.forget();
    else this.#texts.changed(owner, path, key, old);
  }

  #misfit(path: Path, target: Json, update: Json): never {
    this.#fail(
      `The ${kind(update)} of the update does not fit the ${kind(target)} at ${toPointer(path) || 'the root'}`,
      `a value of the same kind (${kind(target)})`,
      this.#action['copy'] === undefined ? 'update' : 'copy',
    );
  }

  #fail(message: string, expected: string, field: string): never {
    throw new InputError(message, {
      place: this.#place(field),
      expected,
      help: 'Remove the value first in a separate action, or fix the update.',
    });
  }
}

function kind(value: Json): 'object' | 'array' | 'primitive' {
  return Array.isArray(value) ? 'array' : isObject(value) ? 'object' : 'primitive';
}
