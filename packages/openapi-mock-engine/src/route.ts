import type { ErrorAnswers } from './answer/errors.ts';
import type { MockAnswer, MockRequest } from './message.ts';
import { type Contract, nearest, type Operation, PathMatcher } from './model/index.ts';
import { list, quote } from './model/quote.ts';

/** The operation of a request, and its raw path parameters. */
export interface Route {
  operation: Operation;
  path: { [name: string]: string };
  /** HEAD is answered like GET. */
  isHead: boolean;
}

/** Finds the operation that a request is for. */
export class Router {
  readonly #errors: ErrorAnswers;
  readonly #matcher: PathMatcher;
  readonly #paths: readonly string[];
  /** Base paths of the servers: a request may be for `/v1/pets` where the path is `/pets`. */
  readonly #bases: readonly string[];

  constructor({ operations }: Contract, errors: ErrorAnswers) {
    this.#errors = errors;
    this.#matcher = new PathMatcher(operations);
    this.#paths = [...new Set(operations.map(({ path }) => path))];
    const urls = operations.flatMap(({ servers }) => servers.map(({ defaultUrl }) => basePath(defaultUrl)));
    this.#bases = [...new Set(urls)].filter((base) => base !== '');
  }

  /** The operation of a request; or the answer if there is none. */
  route({ method, path }: MockRequest): Route | MockAnswer {
    const match = this.#match(path, method === 'HEAD' ? 'GET' : method);
    if (match === undefined) return this.#unknownPath(path);
    const { methods, parameters } = match;
    const operation = methods.get(method) ?? (method === 'HEAD' ? methods.get('GET') : undefined);
    if (operation !== undefined) return { operation, path: parameters, isHead: method === 'HEAD' };
    return this.#unknownMethod(method, path, methods);
  }

  #match(path: string, method: string): ReturnType<PathMatcher['match']> {
    const direct = this.#matcher.match(path, method);
    if (direct !== undefined) return direct;
    for (const base of this.#bases) {
      if (path.startsWith(`${base}/`)) {
        const match = this.#matcher.match(path.slice(base.length), method);
        if (match !== undefined) return match;
      }
    }
    return undefined;
  }

  #unknownPath(path: string): MockAnswer {
    const suggestion = nearest(path, this.#paths);
    const few =
      this.#paths.length > 1 && this.#paths.length <= 12 ? ` Expected ${this.#paths.join(' or ')}.` : '';
    const only = this.#paths.length === 1 && suggestion === undefined ? ` Expected ${this.#paths[0]}.` : '';
    const finding = `URL: there is nothing at ${quote(path)}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}${few}${only}`;
    return this.#errors.answer(404, [finding], undefined);
  }

  #unknownMethod(method: string, path: string, methods: ReadonlyMap<string, Operation>): MockAnswer {
    const allowed = [...methods.keys()];
    const operations = [...methods.values()];
    const status = this.#errors.status(405, [404], operations);
    const answer = this.#errors.answer(
      status,
      [
        `Method: ${quote(method)} is not allowed at ${quote(path).slice(1, -1)}. Expected ${list(allowed, 'or')}.`,
      ],
      operations[0],
    );
    answer.headers.allow = [
      ...new Set([...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS']),
    ].join(', ');
    return answer;
  }
}

function basePath(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/\/+$/, '');
}
