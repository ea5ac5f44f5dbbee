import { isObject, type Json, type JsonObject, type Path } from '../json.ts';
import { member, quote } from '../openapi/target.ts';
import type { Selected } from './select.ts';

/** A member of an object and its text. */
interface MemberText {
  key: string;
  text: string;
}

/** The RFC 9535 query that selects every object with this text: `$..[?(@.description=='Not found')]`. */
export const textTarget = ({ key, text }: MemberText): string => `$..[?(@${member(key)}==${quote(text)})]`;

const TEXT_TARGET =
  /^\$\.\.\[\?\(@(?:\.([A-Za-z_][A-Za-z0-9_]*)|\['((?:[^'\\]|\\.)*)'\])=='((?:[^'\\]|\\.)*)'\)\]$/;

/** The text that a target of this form selects; undefined for all other targets. */
export function parseTextTarget(target: string): MemberText | undefined {
  const [, name, quoted, text] = TEXT_TARGET.exec(target) ?? [];
  if (text === undefined) return undefined;
  return { key: name ?? unquoted(quoted ?? ''), text: unquoted(text) };
}

const unquoted = (literal: string) =>
  String(JSON.parse(`"${literal.replaceAll("\\'", "'").replaceAll(/(?<!\\)((?:\\\\)*)"/g, '$1\\"')}"`));

const nameOf = ({ key, text }: MemberText) => `${key}\0${text}`;

/**
 * Answers targets of texts from one walk of the document, where a JSONPath engine would walk it once per target: an overlay of a
 * large contract has thousands of them.
 */
export class TextIndex {
  readonly #wanted = new Set<string>();
  readonly #keys = new Set<string>();
  #places: Map<string, Map<JsonObject, Path>> | undefined;

  /** @param targets those that will be asked for; others are ignored */
  constructor(targets: Iterable<string>) {
    for (const target of targets) {
      const found = parseTextTarget(target);
      if (!found) continue;
      this.#keys.add(found.key);
      this.#wanted.add(nameOf(found));
    }
  }

  /** What a target selects; undefined for a target of another form. */
  select(document: Json, target: string): Selected[] | undefined {
    const text = this.#keys.size === 0 ? undefined : parseTextTarget(target);
    if (!text) return undefined;
    if (!this.#places) {
      this.#places = new Map();
      this.#walk(document, []);
    }
    return [...(this.#places.get(nameOf(text)) ?? [])].map(([value, path]) => ({ value, path }));
  }

  /** A member of an object has changed. */
  changed(owner: JsonObject, path: Path, key: string, old: Json | undefined): void {
    if (!this.#places || !this.#keys.has(key)) return;
    if (typeof old === 'string') this.#places.get(nameOf({ key, text: old }))?.delete(owner);
    this.#add(owner, path, key);
  }

  /** The document has changed in another way. */
  forget(): void {
    this.#places = undefined;
  }

  #walk(value: Json, path: Path): void {
    if (typeof value !== 'object' || value === null) return;
    // The root is nobody's child, and `$..[?…]` selects children.
    if (isObject(value) && path.length > 0) for (const key of this.#keys) this.#add(value, path, key);
    const members = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [key, child] of members)
      if (typeof child === 'object' && child !== null) this.#walk(child, [...path, key]);
  }

  #add(owner: JsonObject, path: Path, key: string): void {
    const text = Object.hasOwn(owner, key) ? owner[key] : undefined;
    const name = typeof text === 'string' ? nameOf({ key, text }) : undefined;
    if (name === undefined || !this.#wanted.has(name)) return;
    const places = this.#places?.get(name) ?? new Map<JsonObject, Path>();
    places.set(owner, path);
    this.#places?.set(name, places);
  }
}
