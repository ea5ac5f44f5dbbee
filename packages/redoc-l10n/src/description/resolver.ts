import type { Json, JsonObject } from 'openapi-l10n';
import { isObject } from '../json.ts';

/** Resolves the references inside one description. */
export class Resolver {
  readonly document: JsonObject;

  constructor(document: JsonObject) {
    this.document = document;
  }

  /** The value at a JSON pointer such as `/paths/~1pets/get`, or `undefined`. */
  at(pointer: string): Json | undefined {
    let value: Json | undefined = this.document;
    for (const part of pointer.replace(/^#/, '').split('/').slice(1)) {
      const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
      if (Array.isArray(value)) value = value[Number(key)];
      else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
      else return undefined;
    }
    return value;
  }

  /**
   * The object that a node is or refers to. Members next to `$ref`, such as a description, win over those of the target.
   * An unresolved or circular reference is replaced with the members next to it.
   */
  resolve(node: unknown): JsonObject {
    if (!isObject(node)) return {};
    let found: JsonObject = node;
    const seen = new Set<string>();
    while (typeof found.$ref === 'string' && !seen.has(found.$ref)) {
      seen.add(found.$ref);
      const { $ref, ...siblings } = found;
      const target = this.at(String($ref));
      found = isObject(target) ? { ...target, ...siblings } : siblings;
    }
    return found;
  }
}
