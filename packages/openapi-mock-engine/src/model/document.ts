import { ContractError } from './errors.ts';
import { fromPointer, isObject, type JsonObject, textAt, valueAt } from './json.ts';

/** The supported minor versions of OpenAPI. */
export type OpenApiVersion = '3.0' | '3.1' | '3.2';

/** How many `$ref`s may be chained before they count as a cycle. */
const longestChain = 100;

/** A parsed OpenAPI document that resolves its references, without copies or changes. */
export class Document {
  readonly root: JsonObject;
  readonly version: OpenApiVersion;
  #anchors: Map<string, unknown> | undefined;

  /** @throws ContractError if `root` is not an OpenAPI 3.0, 3.1 or 3.2 document */
  constructor(root: unknown) {
    if (!isObject(root))
      throw new ContractError('The contract is not an object. Expected an OpenAPI document.');
    const declared = textAt(root, 'openapi');
    const version = /^3\.[012](?=\.|$)/.exec(declared ?? '')?.[0];
    if (version === undefined) throw new ContractError(wrongVersion(root, declared));
    this.root = root;
    // The cast: the pattern above leaves only these three.
    this.version = version as OpenApiVersion;
  }

  /**
   * The object that a node represents: itself, or the target of its `$ref`. In OpenAPI 3.1 and later, a `summary` or a
   * `description` next to the `$ref` replaces that of the target.
   *
   * @param pointer where the node is, for the error
   * @throws ContractError if a reference is unresolved, circular or external
   */
  resolve(node: unknown, pointer = ''): JsonObject {
    let current = node;
    const override: { [key: string]: unknown } = {};
    for (let step = 0; step < longestChain; step += 1) {
      if (!isObject(current)) return {};
      const ref = textAt(current, '$ref');
      if (ref === undefined)
        return Object.keys(override).length === 0 ? current : { ...current, ...override };
      if (this.version !== '3.0') {
        for (const key of ['summary', 'description']) {
          const text = textAt(current, key);
          if (text !== undefined && !(key in override)) override[key] = text;
        }
      }
      // A schema with an `$id` is a separate document, whose pointers begin at it.
      const own =
        textAt(current, '$id') !== undefined && ref.startsWith('#/')
          ? valueAt(current, fromPointer(ref.slice(1)))
          : undefined;
      current = own ?? this.target(ref, pointer);
    }
    throw new ContractError(
      `${place(pointer)}: the $ref is circular. Expected it to resolve to an object.`,
      pointer,
    );
  }

  /** The target of a reference. @throws ContractError if it does not exist, or is in another document */
  target(ref: string, pointer = ''): unknown {
    if (!ref.startsWith('#')) {
      const known = this.#anchor(ref);
      if (known !== undefined) return known;
      throw new ContractError(
        `${place(pointer)}: the $ref ${JSON.stringify(ref)} refers to another document. Bundle the contract into one file first, ` +
          'for example with `npx @redocly/cli bundle`.',
        pointer,
      );
    }
    const found =
      ref === '#' || ref.startsWith('#/') ? valueAt(this.root, fromPointer(ref.slice(1))) : this.#anchor(ref);
    if (found === undefined) {
      throw new ContractError(
        `${place(pointer)}: the $ref ${JSON.stringify(ref)} cannot be resolved.`,
        pointer,
      );
    }
    return found;
  }

  /** Targets of `$id` and `$anchor`, collected when first needed. */
  #anchor(ref: string): unknown {
    this.#anchors ??= collectAnchors(this.root);
    return this.#anchors.get(ref);
  }
}

function wrongVersion(root: JsonObject, declared: string | undefined): string {
  const expected = 'Expected an OpenAPI document with openapi 3.0, 3.1 or 3.2.';
  if (declared !== undefined) return `openapi: ${JSON.stringify(declared)} is not supported. ${expected}`;
  const swagger = textAt(root, 'swagger');
  if (swagger !== undefined) {
    return `swagger: ${JSON.stringify(swagger)} is not supported. ${expected} Convert it first, for example with swagger2openapi.`;
  }
  return `openapi: is missing. ${expected}`;
}

/** A place in the document, for messages. */
export function place(pointer: string): string {
  return pointer === '' ? 'The contract' : pointer;
}

function collectAnchors(root: unknown): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const seen = new Set<unknown>();
  const visit = (node: unknown, base: string): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    if (Array.isArray(node)) {
      for (const item of node) visit(item, base);
      return;
    }
    if (!isObject(node)) return;
    const id = textAt(node, '$id');
    const inner = id === undefined ? base : absolute(id, base);
    if (id !== undefined) {
      found.set(id, node);
      found.set(inner, node);
    }
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const name = textAt(node, keyword);
      if (name === undefined) continue;
      found.set(`${inner}#${name}`, node);
      if (!found.has(`#${name}`)) found.set(`#${name}`, node);
    }
    for (const value of Object.values(node)) visit(value, inner);
  };
  visit(root, '');
  return found;
}

/** Resolves a reference against a base; anything but a URL is returned unchanged. */
export function absolute(reference: string, base: string): string {
  try {
    return base === '' ? new URL(reference).href : new URL(reference, base).href;
  } catch {
    return reference;
  }
}
