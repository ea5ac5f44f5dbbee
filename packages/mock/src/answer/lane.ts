import type { Parameters, Refusal } from '../handler.ts';
import { refuseAuthorization } from '../request/authorization.ts';
import { checkQuery, notAllowed, type UnknownParameters } from '../request/check.ts';
import { parseQuery } from '../request/query.ts';
import type { SessionSource } from '../series/source.ts';
import { refuseAccept } from './accept.ts';
import { dynamicBody } from './dynamic.ts';
import { errorAnswer, header, jsonAnswer, type MockAnswer, type MockRequest } from './message.ts';
import { type Preference, readPreference } from './prefer.ts';
import { findRoute, notFound, type Route } from './route.ts';

/** What answering depends on beside the request. */
export interface LaneContext {
  source: SessionSource;
  now(): number;
  unknownParameters: UnknownParameters;
  onWarning(warning: string): void;
}

/** What became of a request: an answer, or an example that the header `Prefer` asks for. */
export type Passed = { answer: MockAnswer } | { route: Route; preference: Preference };

/**
 * Answers a request without Prism: the lane of common requests, and the only one in a browser. The checks come in
 * Prism's order: route, key, request, content.
 */
export function pass(request: MockRequest, context: LaneContext): Passed {
  const route = findRoute(request.method, request.path);
  if (route === undefined) return { answer: notFound(request.method, request.path) };
  if (route.operation.secured) {
    const finding = refuseAuthorization(header(request, 'authorization'));
    if (finding !== undefined) return { answer: errorAnswer(401, [finding]) };
  }
  return admitted(route, request, context);
}

/** What follows once the route is known and the key is good. */
export function admitted(route: Route, request: MockRequest, context: LaneContext): Passed {
  const checked = checkQuery(parseQuery(request.query), route.parameters, context.unknownParameters);
  const preferred = readPreference(header(request, 'prefer'), route.operation);
  const findings = [
    ...('findings' in checked ? checked.findings : []),
    request.hasBody ? 'Body: the request has one, which is not allowed. Expected no body.' : undefined,
    refuseAccept(header(request, 'accept')),
    preferred !== undefined && 'finding' in preferred ? preferred.finding : undefined,
  ].filter((finding) => finding !== undefined);
  if (findings.length > 0 || 'findings' in checked || (preferred !== undefined && 'finding' in preferred)) {
    return { answer: errorAnswer(400, findings) };
  }
  checked.warnings.forEach(context.onWarning);
  if (preferred !== undefined) return { route, preference: preferred };
  if (route.handler === undefined) return { route, preference: {} };

  const outcome = route.handler(checked.parameters, { source: context.source, now: context.now() });
  if ('json' in outcome) return { answer: jsonAnswer(200, outcome.json) };
  return { answer: errorAnswer(400, [refusalText(route, checked.parameters, outcome.refusal)]) };
}

/** The words for a value that passed its schema and is wrong all the same. */
function refusalText(route: Route, parameters: Parameters, { parameter: name, expected }: Refusal): string {
  const value = String(parameters[name]);
  const parameter = route.parameters.find((known) => known.name === name);
  return parameter === undefined
    ? `${name}: ${value} is not allowed.`
    : notAllowed(parameter, value, expected);
}

/**
 * What `Prefer` asks for, from the contract: an example with its headers, or a body made up from the schema. Where
 * Prism runs, Prism answers instead.
 */
export function exampleAnswer(
  { operation }: Route,
  { code, example, dynamic, seed }: Preference,
): MockAnswer {
  const response =
    operation.responses.find(({ status }) => status === (code ?? 200)) ?? operation.responses[0];
  if (response === undefined) return errorAnswer(404, ['The contract has no answer for this request.']);
  const { status, headers, schema, examples } = response;
  const made = dynamic === true && example === undefined;
  const value = made
    ? dynamicBody(schema, seed)
    : (examples.find(({ name }) => name === example) ?? examples[0])?.value;
  const answer = jsonAnswer(status, JSON.stringify(value ?? {}));
  Object.assign(answer.headers, headers);
  return answer;
}
