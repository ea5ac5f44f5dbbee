import { absolute, type Document } from '../document.ts';
import { ContractError } from '../errors.ts';
import { fromPointer, isObject, type JsonObject, textAt, valueAt } from '../json.ts';

/** A schema resource: the whole document, or a part of it that has a `$id`. */
interface Resource {
  base: string;
  root: unknown;
}

/** The scope of references in a schema: its resource, and those that led there, outermost first. */
export interface Scope {
  resource: Resource;
  outer: readonly Resource[];
  key: string;
}

/** Resolves `$ref`, `$anchor`, `$id` and `$dynamicRef` in a document. */
export class Resources {
  readonly root: Scope;
  /** Scopes of schemas that are not in the scope of the document. */
  readonly #scopes = new WeakMap<object, Scope>();
  #index: { byUri: Map<string, Resource>; anchors: Map<string, unknown>; dynamic: Set<string> } | undefined;

  constructor(document: Document) {
    const self = textAt(document.root, '$self') ?? textAt(document.root, '$id') ?? '';
    const resource = { base: self, root: document.root };
    this.root = { resource, outer: [resource], key: '' };
  }

  /** The scope inside a schema: a new one if the schema is a resource. */
  enter(schema: JsonObject, scope: Scope): Scope {
    const id = textAt(schema, '$id');
    if (id === undefined || scope.resource.root === schema) return scope;
    const base = absolute(id, scope.resource.base);
    return inner(scope, this.#indexed().byUri.get(withoutFragment(base)) ?? { base, root: schema });
  }

  /** Stores the scope of a schema, for callers that only have the schema. */
  remember(schema: JsonObject, scope: Scope): void {
    if (scope !== this.root) this.#scopes.set(schema, scope);
  }

  /** The scope of a schema that was remembered, else that of the document. */
  scopeOf(schema: unknown): Scope {
    return (isObject(schema) ? this.#scopes.get(schema) : undefined) ?? this.root;
  }

  /** @throws ContractError if there is no such place */
  find(ref: string, scope: Scope): { node: unknown; scope: Scope } {
    if (ref === '#' || ref.startsWith('#/')) {
      const found = valueAt(scope.resource.root, fromPointer(ref.slice(1)));
      // In bundled contracts, pointers inside a resource may refer to the whole document.
      const fallback = found ?? valueAt(this.root.resource.root, fromPointer(ref.slice(1)));
      if (fallback === undefined) throw unresolvedReference(ref);
      return { node: fallback, scope: found === undefined ? this.root : scope };
    }
    const uri = absolute(ref, scope.resource.base);
    const [before = '', fragment = ''] = ref.startsWith('#')
      ? [scope.resource.base, ref.slice(1)]
      : [withoutFragment(uri), uri.split('#')[1] ?? ''];
    const { byUri, anchors } = this.#indexed();
    const resource = ref.startsWith('#')
      ? scope.resource
      : (byUri.get(before) ?? byUri.get(withoutFragment(ref)));
    if (resource === undefined) throw unresolvedReference(ref);
    const target =
      fragment === '' || fragment.startsWith('/')
        ? valueAt(resource.root, fromPointer(fragment))
        : anchors.get(`${resource.base}#${fragment}`);
    if (target === undefined) throw unresolvedReference(ref);
    return { node: target, scope: resource === scope.resource ? scope : inner(scope, resource) };
  }

  /** The outermost schema with this dynamic anchor; the static target if that has none. */
  findDynamic(ref: string, scope: Scope): { node: unknown; scope: Scope } {
    const fixed = this.find(ref, scope);
    const name = ref.split('#')[1] ?? '';
    const { anchors, dynamic } = this.#indexed();
    if (!dynamic.has(`${fixed.scope.resource.base}#${name}`)) return fixed;
    for (const resource of scope.outer) {
      const key = `${resource.base}#${name}`;
      if (dynamic.has(key)) return { node: anchors.get(key), scope: inner(scope, resource) };
    }
    return fixed;
  }

  #indexed() {
    this.#index ??= indexResources(this.root.resource);
    return this.#index;
  }
}

function inner(scope: Scope, resource: Resource): Scope {
  const outer = scope.outer.includes(resource) ? scope.outer : [...scope.outer, resource];
  return { resource, outer, key: `${outer.map(({ base }) => base).join(' ')}>${resource.base}` };
}

/** Names of keywords whose values are data, not schemas. */
const data = new Set(['enum', 'const', 'default', 'example', 'examples', 'value']);

function indexResources(root: Resource) {
  const byUri = new Map<string, Resource>([[root.base, root]]);
  const anchors = new Map<string, unknown>();
  const dynamic = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (node: unknown, resource: Resource): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    if (Array.isArray(node)) {
      for (const item of node) visit(item, resource);
      return;
    }
    if (!isObject(node)) return;
    const id = textAt(node, '$id');
    let within = resource;
    if (id !== undefined) {
      const base = withoutFragment(absolute(id, resource.base));
      within = node === root.root ? root : { base, root: node };
      if (node === root.root) root.base = base;
      byUri.set(base, within);
    }
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const name = textAt(node, keyword);
      if (name === undefined) continue;
      const key = `${within.base}#${name}`;
      if (!anchors.has(key)) anchors.set(key, node);
      if (keyword === '$dynamicAnchor') dynamic.add(key);
    }
    for (const [key, value] of Object.entries(node)) if (!data.has(key)) visit(value, within);
  };
  visit(root.root, root);
  return { byUri, anchors, dynamic };
}

function withoutFragment(uri: string): string {
  return uri.split('#')[0] ?? '';
}

function unresolvedReference(ref: string): ContractError {
  return ref.startsWith('#')
    ? new ContractError(`The $ref ${JSON.stringify(ref)} cannot be resolved.`, ref.slice(1))
    : new ContractError(
        `The $ref ${JSON.stringify(ref)} refers to another document. Bundle the contract into one file first, ` +
          'for example with `npx @redocly/cli bundle`.',
      );
}
