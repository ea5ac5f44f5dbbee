import type { ErrorAnswers } from './answer/errors.ts';
import { OperationFinder } from './find-operation.ts';
import type { MockAnswer, MockRequest } from './message.ts';
import { type Contract, nearest, type Operation } from './model/index.ts';
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
  readonly #finder: OperationFinder;
  readonly #paths: readonly string[];

  constructor(contract: Contract, errors: ErrorAnswers) {
    this.#errors = errors;
    this.#finder = new OperationFinder(contract);
    this.#paths = [...new Set(contract.operations.map(({ path }) => path))];
  }

  /** The operation of a request; or the answer if there is none. */
  route({ method, path }: MockRequest): Route | MockAnswer {
    const match = this.#finder.find(path, method);
    if (match === undefined) return this.#unknownPath(path);
    const { methods, parameters } = match;
    const operation = methods.get(method) ?? (method === 'HEAD' ? methods.get('GET') : undefined);
    if (operation !== undefined) return { operation, path: parameters, isHead: method === 'HEAD' };
    return this.#unknownMethod(method, path, methods);
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
