import type { Operation } from './operation.ts';
import { decodePercent } from './style/query.ts';

interface Template {
  template: string;
  pattern: RegExp;
  names: string[];
  /** Templates with literal segments come before those with parameters, as OpenAPI requires. */
  rank: string;
}

/** Finds the operations of paths. */
export class PathMatcher {
  readonly #fixed = new Map<string, Map<string, Operation>>();
  readonly #templates: (Template & { methods: Map<string, Operation> })[] = [];
  /** Templates by their number of segments, so that a path is only compared with those. */
  readonly #bySegments = new Map<number, (Template & { methods: Map<string, Operation> })[]>();

  constructor(operations: readonly Operation[]) {
    const byPath = new Map<string, Map<string, Operation>>();
    for (const operation of operations) {
      const methods = byPath.get(operation.path) ?? new Map<string, Operation>();
      byPath.set(operation.path, methods.set(operation.method, operation));
    }
    for (const [path, methods] of byPath) {
      if (path.includes('{')) this.#templates.push({ ...compileTemplate(path), methods });
      else this.#fixed.set(decodePercent(path), methods);
    }
    this.#templates.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
    for (const template of this.#templates) {
      const segments = template.template.split('/').length;
      this.#bySegments.set(segments, [...(this.#bySegments.get(segments) ?? []), template]);
    }
  }

  /**
   * The operations of the path of a request, by method, and its parameters; `undefined` if there are none. Of several
   * matching templates, the most specific one with the method is used.
   */
  match(
    path: string,
    method?: string,
  ): { methods: ReadonlyMap<string, Operation>; parameters: { [name: string]: string } } | undefined {
    // An encoded slash is part of a segment; all other characters mean the same encoded or not (RFC 3986, 6.2.2).
    const plain = path.includes('%') && !/%2f/i.test(path) ? decodePercent(path) : path;
    const fixed = this.#fixed.get(plain);
    let first: ReturnType<PathMatcher['match']> =
      fixed === undefined ? undefined : { methods: fixed, parameters: {} };
    if (first !== undefined && (method === undefined || first.methods.has(method))) return first;
    for (const { pattern, names, methods } of this.#bySegments.get(path.split('/').length) ?? []) {
      const match = pattern.exec(path);
      if (match === null) continue;
      const parameters = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
      if (method === undefined || methods.has(method)) return { methods, parameters };
      first ??= { methods, parameters };
    }
    return first;
  }
}

/** The parameters of a path according to a template; `undefined` if it does not match. */
export function matchPath(template: string, path: string): { [name: string]: string } | undefined {
  const { pattern, names } = compileTemplate(template);
  const match = pattern.exec(path);
  return match === null
    ? undefined
    : Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
}

function compileTemplate(template: string): Template {
  const names: string[] = [];
  let source = '';
  let rank = '';
  for (const part of template.split(/(\{[^{}]*\})/)) {
    if (part.startsWith('{') && part.endsWith('}')) {
      names.push(part.slice(1, -1));
      source += '([^/]+?)';
      rank += '~';
    } else {
      source += [...part].map(anyEncoding).join('');
      rank += part;
    }
  }
  return { template, pattern: new RegExp(`^${source}$`), names, rank };
}

/** A character of a template, plain or percent-encoded. */
function anyEncoding(character: string): string {
  const literal = character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  if (/[A-Za-z0-9/]/.test(character)) return literal;
  const encoded = [...new TextEncoder().encode(character)]
    .map(
      (byte) =>
        `%${[...byte.toString(16).padStart(2, '0')].map((digit) => `[${digit}${digit.toUpperCase()}]`).join('')}`,
    )
    .join('');
  return `(?:${literal}|${encoded})`;
}
