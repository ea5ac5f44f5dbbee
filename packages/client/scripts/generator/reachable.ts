/**
 * The part of a document that some schemas refer to, with each target at its original place. Compiling every operation with
 * the whole document would take quadratic time.
 *
 * @param document whose parts the schemas refer to by JSON pointer (RFC 6901).
 * @returns the whole document when a schema refers to anything by another form, such as an anchor.
 */
export function reachable(document: object, schemas: unknown): object {
  const pointers = new Set<string>();
  const pending = [schemas];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== 'object' || node === null) continue;
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string' && /^\$(?:ref|dynamicRef)$/.test(name)) {
        if (!value.startsWith('#/')) return document;
        if (pointers.has(value)) continue;
        pointers.add(value);
        pending.push(targetOf(value, document));
      } else pending.push(value);
    }
  }
  const part = {};
  // A shorter pointer comes first: its target contains those of the longer ones.
  for (const pointer of [...pointers].sort()) place(part, pointer, targetOf(pointer, document));
  return part;
}

/** Sets what a JSON pointer points to, unless something that contains it is there. */
function place(part: object, pointer: string, target: unknown): void {
  const keys = keysOf(pointer);
  let node = part;
  for (const [index, key] of keys.entries()) {
    if (index === keys.length - 1) Reflect.set(node, key, target);
    else if (!Object.hasOwn(node, key)) Reflect.set(node, key, {});
    node = Reflect.get(node, key);
  }
}

/** What a JSON pointer such as `#/components/schemas/Pet` points to; `undefined` when there is nothing. */
export function targetOf(pointer: string, document: object): unknown {
  return keysOf(pointer).reduce<unknown>((node, key) => Object(node)[key], document);
}

function keysOf(pointer: string): string[] {
  const [, ...keys] = pointer.split('/');
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
