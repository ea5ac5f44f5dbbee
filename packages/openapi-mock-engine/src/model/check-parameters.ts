import type { Contract } from './contract.ts';
import type { Finding } from './finding.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Operation, Parameter } from './operation.ts';
import { quoteText } from './quote.ts';
import { coerce } from './style/coerce.ts';
import { deserialize, type ParameterSource } from './style/deserialize.ts';
import { type UnknownParameters, unknownParameters } from './unknown-parameters.ts';

/** Parameters by place and name, with the types of the contract and with defaults. */
export interface DecodedParameters {
  path: { [name: string]: unknown };
  query: { [name: string]: unknown };
  /** By name in lower case. */
  headers: { [name: string]: unknown };
  cookies: { [name: string]: unknown };
}

/** Parses and checks the parameters of a request. */
export function checkParameters(
  { schemas }: Contract,
  { parameters, security }: Operation,
  source: ParameterSource,
  unknown: UnknownParameters,
): { values: DecodedParameters; findings: Finding[]; warnings: Finding[] } {
  const values: DecodedParameters = { path: {}, query: {}, headers: {}, cookies: {} };
  const consumed = new Set<string>();
  const findings: Finding[] = [];
  for (const parameter of parameters) {
    const target = values[group(parameter)];
    const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
    const read = deserialize(parameter, source, schemas, consumed);
    if (!read.sent) {
      const fallback = schemas.resolve(parameter.schema).default;
      if (parameter.required)
        findings.push(finding(parameter, 'missing', 'is missing', expected(parameter, schemas), undefined));
      else if (fallback !== undefined) target[name] = fallback;
      continue;
    }
    if ('problem' in read) {
      findings.push(unreadable(parameter, read.problem, read.text, schemas));
      continue;
    }
    if (read.value === '' && parameter.allowEmptyValue) {
      target[name] = read.value;
      continue;
    }
    const wrong = checkParameterValue(schemas, parameter, read.value);
    if (wrong.length === 0) target[name] = read.value;
    findings.push(...wrong);
  }
  if (unknown === 'ignore' || source.query.length === 0) return { values, findings, warnings: [] };
  // An API key in the query belongs to the security scheme.
  for (const { scheme } of security.flat())
    if (scheme.in === 'query' && scheme.parameter !== undefined) consumed.add(scheme.parameter);
  const undeclared = unknownParameters(parameters, source, consumed);
  return unknown === 'reject'
    ? { values, findings: [...undeclared, ...findings], warnings: [] }
    : { values, findings, warnings: undeclared };
}

/** Checks one value of a parameter, as a JavaScript value. */
export function checkParameterValue(
  schemas: Contract['schemas'],
  parameter: Parameter,
  value: unknown,
): Finding[] {
  const { name, in: place, schema } = parameter;
  const found = schemas.check(
    schema,
    value,
    { in: placeOf(place), name, example: parameter.examples[0]?.value },
    'request',
  );
  if (found.length === 0 || typeof value !== 'string' || place !== 'query') return found;
  const restored = value.replace(/ (?=\d{1,2}(:?\d{2})?$)/, '+');
  if (restored === value || !schemas.isValid(schema, coerce(restored, schema, schemas))) return found;
  return found.map((one) => ({
    ...one,
    message: `${one.message} A + in a query string is a space: write it as %2B.`,
  }));
}

function unreadable(
  parameter: Parameter,
  problem: string,
  text: string,
  schemas: Contract['schemas'],
): Finding {
  const allowed = expected(parameter, schemas);
  if (problem !== 'repeated') {
    return finding(
      parameter,
      'syntax',
      `${quoteText(text)} is not ${problem}`,
      `${allowed}, written as ${problem}`,
      text,
    );
  }
  const given = text.split('\n');
  const shown = `${given.slice(0, 3).map(quoteText).join(', ')}${given.length > 3 ? ', …' : ''}`;
  return finding(
    parameter,
    'repeated',
    `was given ${given.length} times (${shown})`,
    `it once: ${allowed}`,
    given,
  );
}

function finding(
  parameter: Parameter,
  keyword: string,
  sentence: string,
  allowed: string,
  value: unknown,
): Finding {
  const { name, in: place } = parameter;
  const message = `${name}: ${sentence}. Expected ${allowed}.`;
  return {
    in: placeOf(place),
    name,
    path: [],
    keyword,
    value,
    expected: allowed,
    suggestion: undefined,
    message,
  };
}

function expected({ schema, examples }: Parameter, schemas: Contract['schemas']): string {
  return schemas.expectation(schema, examples[0]?.value);
}

function placeOf(place: Parameter['in']): 'path' | 'query' | 'header' | 'cookie' {
  return place === 'querystring' ? 'query' : place;
}

function group({ in: place }: Parameter): keyof DecodedParameters {
  if (place === 'header') return 'headers';
  if (place === 'cookie') return 'cookies';
  return place === 'path' ? 'path' : 'query';
}

/** Checks parameter values by their names in the contract: what is missing or wrong. */
export function checkParameterValues(
  { schemas }: Contract,
  { parameters }: Operation,
  values: { path?: JsonObject; query?: JsonObject; headers?: JsonObject; cookies?: JsonObject },
): Finding[] {
  return parameters.flatMap((parameter) => {
    const given = values[group(parameter)];
    const value = isObject(given) && Object.hasOwn(given, parameter.name) ? given[parameter.name] : undefined;
    if (value !== undefined) return checkParameterValue(schemas, parameter, value);
    return parameter.required
      ? [finding(parameter, 'missing', 'is missing', expected(parameter, schemas), undefined)]
      : [];
  });
}
