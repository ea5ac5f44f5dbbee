import { isObject, type JsonObject, membersAt } from '../json.ts';
import type { Compile } from './array.ts';
import type { Check, Report, Step } from './check.ts';
import { compilePattern } from './pattern.ts';
import { type Dialect, fail } from './scalar.ts';

/**
 * The keywords of objects, except `unevaluatedProperties`.
 *
 * @param isOptional whether a property in `required` may be missing, such as a read-only one in a request
 */
export function objectChecks(
  schema: JsonObject,
  compile: Compile,
  dialect: Dialect,
  isOptional: (property: unknown) => boolean,
): Check[] {
  const checks: Check[] = [];
  const add = (keyword: string, test: (value: JsonObject) => boolean): void => {
    checks.push((value, at, report) => {
      if (!isObject(value) || test(value)) return true;
      if (report !== undefined) fail(report, at, keyword, schema, value);
      return false;
    });
  };
  const properties = membersAt(schema, 'properties');
  const byName = new Map(properties);
  if (Array.isArray(schema.required)) {
    const names = schema.required
      .filter((name): name is string => typeof name === 'string')
      .filter((name) => !isOptional(byName.get(name)));
    if (names.length > 0) checks.push(required(schema, () => names, 'required'));
  }
  for (const [trigger, names] of membersAt(schema, 'dependentRequired')) {
    const needed = Array.isArray(names) ? names.map(String) : [];
    checks.push(
      required(schema, (value) => (Object.hasOwn(value, trigger) ? needed : []), 'dependentRequired'),
    );
  }
  const { minProperties, maxProperties } = schema;
  if (typeof minProperties === 'number')
    add('minProperties', (value) => Object.keys(value).length >= minProperties);
  if (typeof maxProperties === 'number')
    add('maxProperties', (value) => Object.keys(value).length <= maxProperties);

  if (properties.length > 0)
    checks.push(knownProperties(properties.map(([name, node]) => [name, compile(node)])));
  const patterns = membersAt(schema, 'patternProperties').flatMap(([pattern, node]) => {
    const compiled = compilePattern(pattern);
    if (compiled === undefined) {
      dialect.warn(
        schema,
        'patternProperties',
        `${JSON.stringify(pattern)} is not a regular expression of JavaScript`,
      );
      return [];
    }
    return [[compiled, compile(node)] as const];
  });
  if (patterns.length > 0) checks.push(patternProperties(patterns));
  const { additionalProperties } = schema;
  if (additionalProperties !== undefined && additionalProperties !== true) {
    const isKnown = (name: string): boolean =>
      byName.has(name) || patterns.some(([pattern]) => pattern.test(name));
    checks.push(
      otherProperties(schema, 'additionalProperties', compile(additionalProperties), () => isKnown),
    );
  }
  if (schema.propertyNames !== undefined) checks.push(propertyNames(schema, compile(schema.propertyNames)));
  for (const [trigger, node] of membersAt(schema, 'dependentSchemas')) {
    const check = compile(node);
    checks.push(
      (value, at, report) => !isObject(value) || !Object.hasOwn(value, trigger) || check(value, at, report),
    );
  }
  return checks;
}

function required(
  schema: JsonObject,
  names: (value: JsonObject) => readonly string[],
  keyword: string,
): Check {
  return (value, at, report) => {
    if (!isObject(value)) return true;
    let held = true;
    for (const name of names(value)) {
      if (Object.hasOwn(value, name)) continue;
      if (report === undefined) return false;
      held = false;
      fail(report, { before: at, key: name }, keyword, schema, undefined, { property: name });
    }
    return held;
  };
}

function knownProperties(properties: readonly (readonly [string, Check])[]): Check {
  return (value, at, report) => {
    if (!isObject(value)) return true;
    let held = true;
    for (const [name, check] of properties) {
      if (!Object.hasOwn(value, name)) continue;
      if (check(value[name], report === undefined ? at : { before: at, key: name }, report)) continue;
      if (report === undefined) return false;
      held = false;
    }
    return held;
  };
}

function patternProperties(patterns: readonly (readonly [RegExp, Check])[]): Check {
  return (value, at, report) => {
    if (!isObject(value)) return true;
    let held = true;
    for (const name of Object.keys(value)) {
      for (const [pattern, check] of patterns) {
        if (!pattern.test(name) || check(value[name], step(at, name, report), report)) continue;
        if (report === undefined) return false;
        held = false;
      }
    }
    return held;
  };
}

/** Properties that no other keyword covers. */
export function otherProperties(
  schema: JsonObject,
  keyword: 'additionalProperties' | 'unevaluatedProperties',
  check: Check,
  knows: (value: JsonObject) => (name: string) => boolean,
): Check {
  const isForbidden = schema[keyword] === false;
  return (value, at, report) => {
    if (!isObject(value)) return true;
    const isKnown = knows(value);
    let held = true;
    for (const name of Object.keys(value)) {
      if (isKnown(name) || (!isForbidden && check(value[name], step(at, name, report), report))) continue;
      if (report === undefined) return false;
      held = false;
      if (isForbidden) {
        const known = membersAt(schema, 'properties').map(([property]) => property);
        fail(report, { before: at, key: name }, keyword, schema, value[name], { property: name, known });
      }
    }
    return held;
  };
}

function propertyNames(schema: JsonObject, check: Check): Check {
  return (value, at, report) => {
    if (!isObject(value)) return true;
    let held = true;
    for (const name of Object.keys(value)) {
      if (check(name, undefined, undefined)) continue;
      if (report === undefined) return false;
      held = false;
      fail(report, { before: at, key: name }, 'propertyNames', schema, name, { property: name });
    }
    return held;
  };
}

function step(at: Step | undefined, key: string, report: Report | undefined): Step | undefined {
  return report === undefined ? at : { before: at, key };
}
