import { type Contract, PathMatcher } from './model/index.ts';

/** Finds the operations of a request. A contract's path `/pets` is also found after the base path of a server: `/v1/pets`. */
export class OperationFinder {
  readonly #matcher: PathMatcher;
  readonly #bases: readonly string[];

  constructor({ operations }: Pick<Contract, 'operations'>) {
    this.#matcher = new PathMatcher(operations);
    const urls = operations.flatMap(({ servers }) => servers.map(({ defaultUrl }) => basePath(defaultUrl)));
    this.#bases = [...new Set(urls)].filter((base) => base !== '');
  }

  /** The operations of a path, by method, and its raw parameters. HEAD is for what GET is for. */
  find(path: string, method: string): ReturnType<PathMatcher['match']> {
    const wanted = method === 'HEAD' ? 'GET' : method;
    const direct = this.#matcher.match(path, wanted);
    if (direct !== undefined) return direct;
    for (const base of this.#bases) {
      if (!path.startsWith(`${base}/`)) continue;
      const match = this.#matcher.match(path.slice(base.length), wanted);
      if (match !== undefined) return match;
    }
    return undefined;
  }
}

function basePath(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/\/+$/, '');
}
