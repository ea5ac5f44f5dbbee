import type { HandlerAnswer } from '../handler.ts';
import type { CheckedRequest, Contract, Operation } from '../model/index.ts';
import { isObject } from '../model/json.ts';
import { type Collection, findCollections, schemaOf } from './collections.ts';
import { freshIdentity, identity, identityName, type Resources } from './identity.ts';

/** The maximum number of resources in one state. */
const mostResources = 10_000;

/** What an answer from the store needs. */
export interface StoreRequest {
  operation: Operation;
  checked: CheckedRequest;
  /** Kept between requests. */
  state: Map<string, unknown>;
  /** A new resource, valid by the contract. */
  make(): unknown;
}

/**
 * Stores resources by their paths: `POST /pets` creates one, `GET /pets/{petId}` finds it, `PUT`, `PATCH` and
 * `DELETE` change it, `GET /pets` lists them. Other operations are not touched.
 */
export class Store {
  readonly #contract: Contract;
  readonly #collections: ReadonlyMap<string, Collection>;

  constructor(contract: Contract) {
    this.#contract = contract;
    this.#collections = findCollections(contract);
  }

  /** The answer from the store; `missing` if there is no such resource; `undefined` if the operation is not for a resource. */
  answer(request: StoreRequest): HandlerAnswer | 'missing' | undefined {
    const { operation } = request;
    const collection = this.#collections.get(operation.path);
    if (collection === undefined) return undefined;
    const kept = this.#kept(collection, request);
    if (operation.path === collection.path) {
      if (operation.method === 'POST') return this.#create(collection, kept, request);
      return operation.method === 'GET' ? this.#list(kept, request) : undefined;
    }
    const key = String(request.checked.path[collection.parameter]);
    const resource = kept.get(key);
    switch (operation.method) {
      case 'GET':
      case 'HEAD':
        return resource === undefined ? 'missing' : { body: resource };
      case 'DELETE':
        return kept.delete(key) ? this.#answerWith(operation, resource) : 'missing';
      case 'PATCH':
      case 'PUT': {
        const { body } = request.checked;
        if (!isObject(body)) return undefined;
        if (resource === undefined && operation.method === 'PATCH') return 'missing';
        const wanted =
          operation.method === 'PATCH'
            ? mergePatch(resource, body)
            : { ...identity(collection, resource, key), ...body };
        const changed = this.#complete(collection, wanted, [
          resource,
          request.make(),
          { id: key, [collection.parameter]: key },
        ]);
        if (changed === undefined) return undefined;
        kept.set(key, changed);
        return this.#answerWith(operation, changed);
      }
      default:
        return undefined;
    }
  }

  /** One collection per parent: the toys of one pet are not those of another. */
  #kept({ path }: Collection, { checked, state }: StoreRequest): Resources {
    const key = `resources ${path.replace(/\{([^{}]+)\}/g, (_braces, name: string) => encodeURIComponent(String(checked.path[name])))}`;
    const kept = state.get(key);
    // The cast: only this line writes keys with this prefix.
    if (kept instanceof Map) return kept as Resources;
    const made: Resources = new Map();
    state.set(key, made);
    return made;
  }

  #create(
    collection: Collection,
    kept: Resources,
    { operation, checked, make }: StoreRequest,
  ): HandlerAnswer | undefined {
    const { body } = checked;
    const made = make();
    if (!isObject(made) || (body !== undefined && !isObject(body))) return undefined;
    const resource = { ...made, ...body };
    const name = identityName(collection, resource);
    if (name !== undefined && (!isObject(body) || body[name] === undefined)) {
      resource[name] = freshIdentity(resource[name], kept);
    }
    if (!this.#contract.schemas.isValid(collection.schema, resource, 'response')) return undefined;
    if (kept.size >= mostResources) kept.delete(kept.keys().next().value ?? '');
    const key = String(name === undefined ? kept.size + 1 : resource[name]);
    kept.set(key, resource);
    const answer = this.#answerWith(operation, resource);
    return {
      ...answer,
      headers: { location: `${this.#pathOf(collection, checked)}/${encodeURIComponent(key)}` },
    };
  }

  /** A resource completed with required properties that the request left out; `undefined` if it is still invalid. */
  #complete(
    { schema }: Collection,
    wanted: { readonly [name: string]: unknown },
    sources: readonly unknown[],
  ): { readonly [name: string]: unknown } | undefined {
    let completed = wanted;
    for (const source of [{}, ...sources]) {
      if (isObject(source)) completed = { ...source, ...completed };
      if (this.#contract.schemas.isValid(schema, completed, 'response')) return completed;
    }
    return undefined;
  }

  #pathOf({ path }: Collection, checked: CheckedRequest): string {
    return path.replace(/\{([^{}]+)\}/g, (_braces, name: string) =>
      encodeURIComponent(String(checked.path[name])),
    );
  }

  #list(kept: Resources, { operation, checked, make }: StoreRequest): HandlerAnswer | undefined {
    const all = [...kept.values()];
    const { limit, offset } = checked.query;
    const from = typeof offset === 'number' ? offset : 0;
    const items = all.slice(from, typeof limit === 'number' ? from + limit : undefined);
    const schema = schemaOf(operation);
    if (this.#contract.schemas.types(schema)?.has('array')) return { body: items };
    const base = make();
    if (!isObject(base)) return undefined;
    const name = Object.keys(base).find((key) => Array.isArray(base[key]));
    if (name === undefined) return undefined;
    const body: { [key: string]: unknown } = { ...base, [name]: items };
    for (const total of ['total', 'count', 'total_count', 'totalCount'])
      if (typeof body[total] === 'number') body[total] = all.length;
    return { body };
  }

  #answerWith(operation: Operation, resource: unknown): HandlerAnswer {
    const schema = schemaOf(operation);
    const hasBody = operation.responses.some(
      ({ status, content }) => status.startsWith('2') && content.length > 0,
    );
    return hasBody && this.#contract.schemas.isValid(schema, resource, 'response') ? { body: resource } : {};
  }
}

/** JSON Merge Patch (RFC 7396). */
function mergePatch(
  target: unknown,
  patch: { readonly [name: string]: unknown },
): { [name: string]: unknown } {
  const merged: { [name: string]: unknown } = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = isObject(value) ? mergePatch(merged[name], value) : value;
  }
  return merged;
}
