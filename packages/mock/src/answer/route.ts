import type { ContractOperation } from '../contract.ts';
import { contract } from '../generated/contract.ts';
import { handlers } from '../generated/handlers.ts';
import type { Handler } from '../handler.ts';
import { nearest } from '../request/nearest.ts';
import { type CompiledParameter, compileParameter } from '../request/parameter.ts';
import { quote } from '../request/quote.ts';
import { errorAnswer, type MockAnswer } from './message.ts';

/** An operation with everything that was compiled for it when the module was loaded. */
export interface Route {
  operation: ContractOperation;
  parameters: readonly CompiledParameter[];
  handler: Handler | undefined;
}

const routes = new Map<string, Map<string, Route>>();
for (const operation of contract.operations) {
  const methods = routes.get(operation.path) ?? new Map<string, Route>();
  methods.set(operation.method, {
    operation,
    parameters: operation.query.map(compileParameter),
    handler: handlers[operation.operationId],
  });
  routes.set(operation.path, methods);
}

/** The route of a request; HEAD is answered like GET. */
export function findRoute(method: string, path: string): Route | undefined {
  return routes.get(path)?.get(method === 'HEAD' ? 'GET' : method);
}

/** Why a request has no route. The contract documents 404 for both a wrong path and a wrong method. */
export function notFound(method: string, path: string): MockAnswer {
  const methods = routes.get(path);
  if (methods !== undefined) {
    const allowed = [...methods.keys()];
    const answer = errorAnswer(404, [
      `Method: ${quote(method)} is not allowed at ${path}. Expected ${allowed.join(' or ')}.`,
    ]);
    answer.headers.allow = [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    return answer;
  }
  const paths = [...routes.keys()];
  const others = paths.length > 1 ? ` Expected ${paths.join(' or ')}.` : '';
  return errorAnswer(404, [
    `URL: there is nothing at ${quote(path)}. Did you mean ${nearest(path, paths)}?${others}`,
  ]);
}
