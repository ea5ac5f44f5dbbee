import { equal, isObject, type JsonObject } from '../json.ts';
import type { Check, Report, Step } from './check.ts';
import { formats, numberFormats } from './formats.ts';
import { compilePattern } from './pattern.ts';

/** What keywords need to know about their document. */
export interface Dialect {
  /** OpenAPI 3.0 has `nullable`, and exclusive bounds that are booleans. */
  isOpenApi30: boolean;
  /** Called with a keyword that cannot be checked. */
  warn(schema: JsonObject, keyword: string, reason: string): void;
}

type Test = (value: unknown) => boolean;

/** The keywords that apply to the whole value: `type`, `enum`, `const`, and those of numbers and strings. */
export function scalarChecks(schema: JsonObject, dialect: Dialect): Check[] {
  const checks: Check[] = [];
  const add = (keyword: string, test: Test): void => {
    checks.push((value, at, report) => {
      if (test(value)) return true;
      if (report !== undefined) fail(report, at, keyword, schema, value);
      return false;
    });
  };
  const nullable = dialect.isOpenApi30 && schema.nullable === true;
  const types = typesOf(schema, dialect.isOpenApi30);
  if (types !== undefined) add('type', typeTest(types));
  const { enum: allowed } = schema;
  if (Array.isArray(allowed)) add('enum', enumTest(nullable ? [...allowed, null] : allowed));
  if (Object.hasOwn(schema, 'const')) add('const', (value) => equal(value, schema.const));
  for (const [keyword, test] of numberTests(schema, dialect.isOpenApi30)) add(keyword, test);
  for (const [keyword, test] of stringTests(schema, dialect)) add(keyword, test);
  // One message per value is enough, since it lists everything that is expected.
  return checks.length < 2 ? checks : [firstOf(checks)];
}

function firstOf(checks: readonly Check[]): Check {
  return (value, at, report) => {
    for (const check of checks) if (!check(value, at, report)) return false;
    return true;
  };
}

export function fail(
  report: Report,
  at: Step | undefined,
  keyword: string,
  schema: JsonObject,
  value: unknown,
  more: { property?: string; known?: readonly string[]; matches?: number; first?: number } = {},
): void {
  report.problems.push({ at, keyword, schema, value, ...more });
}

/** The types that a schema allows; `undefined` if it has none. */
export function typesOf(schema: JsonObject, isOpenApi30: boolean): readonly string[] | undefined {
  const { type } = schema;
  const declared = typeof type === 'string' ? [type] : Array.isArray(type) ? type.map(String) : undefined;
  return declared !== undefined && isOpenApi30 && schema.nullable === true ? [...declared, 'null'] : declared;
}

function typeTest(types: readonly string[]): Test {
  const tests = types.map((type) => typeTests[type] ?? (() => false));
  const [first, second] = tests;
  if (first !== undefined && second === undefined) return first;
  return (value) => tests.some((test) => test(value));
}

const typeTests: { readonly [type: string]: Test } = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => typeof value === 'number' && Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

function enumTest(allowed: readonly unknown[]): Test {
  const plain = new Set(allowed.filter((value) => typeof value !== 'object'));
  const others = allowed.filter((value) => typeof value === 'object');
  return (value) => plain.has(value) || others.some((other) => equal(value, other));
}

function* numberTests(schema: JsonObject, isOpenApi30: boolean): Generator<[string, Test]> {
  const { minimum, maximum } = boundsOf(schema, isOpenApi30);
  const number =
    (test: (value: number) => boolean): Test =>
    (value) =>
      typeof value !== 'number' || test(value);
  if (minimum !== undefined) {
    const { value: bound, exclusive } = minimum;
    yield [
      exclusive ? 'exclusiveMinimum' : 'minimum',
      number((value) => (exclusive ? value > bound : value >= bound)),
    ];
  }
  if (maximum !== undefined) {
    const { value: bound, exclusive } = maximum;
    yield [
      exclusive ? 'exclusiveMaximum' : 'maximum',
      number((value) => (exclusive ? value < bound : value <= bound)),
    ];
  }
  const { multipleOf } = schema;
  if (typeof multipleOf === 'number' && multipleOf > 0) {
    yield ['multipleOf', number((value) => isMultiple(value, multipleOf))];
  }
}

/** A bound of a number, and whether it is exclusive. */
export interface Bound {
  value: number;
  exclusive: boolean;
}

/** The bounds that `minimum`, `exclusiveMinimum`, …, or a format such as `int32` set. */
export function boundsOf(
  schema: JsonObject,
  isOpenApi30: boolean,
): { minimum: Bound | undefined; maximum: Bound | undefined } {
  const [least, most] = numberFormats.get(String(schema.format)) ?? [];
  return {
    minimum: bound(schema.minimum ?? least, schema.exclusiveMinimum, isOpenApi30, (a, b) => a >= b),
    maximum: bound(schema.maximum ?? most, schema.exclusiveMaximum, isOpenApi30, (a, b) => a <= b),
  };
}

function bound(
  inclusive: unknown,
  exclusive: unknown,
  isOpenApi30: boolean,
  isNarrower: (a: number, b: number) => boolean,
): Bound | undefined {
  if (typeof exclusive === 'number' && (typeof inclusive !== 'number' || isNarrower(exclusive, inclusive))) {
    return { value: exclusive, exclusive: true };
  }
  if (typeof inclusive !== 'number') return undefined;
  return { value: inclusive, exclusive: isOpenApi30 && exclusive === true };
}

/** Whether a decimal number is a multiple of another one, in spite of binary rounding. */
function isMultiple(value: number, of: number): boolean {
  const quotient = value / of;
  if (!Number.isFinite(quotient)) return Number.isInteger(value) && Number.isInteger(1 / of);
  return Math.abs(quotient - Math.round(quotient)) <= Number.EPSILON * Math.max(1, Math.abs(quotient));
}

function* stringTests(schema: JsonObject, dialect: Dialect): Generator<[string, Test]> {
  const string =
    (test: (value: string) => boolean): Test =>
    (value) =>
      typeof value !== 'string' || test(value);
  const { minLength, maxLength, pattern, format } = schema;
  if (typeof minLength === 'number') yield ['minLength', string((value) => lengthOf(value) >= minLength)];
  if (typeof maxLength === 'number') yield ['maxLength', string((value) => lengthOf(value) <= maxLength)];
  if (typeof pattern === 'string') {
    const compiled = compilePattern(pattern);
    if (compiled === undefined)
      dialect.warn(schema, 'pattern', `${JSON.stringify(pattern)} is not a regular expression of JavaScript`);
    else yield ['pattern', string((value) => compiled.test(value))];
  }
  const known = typeof format === 'string' ? formats.get(format) : undefined;
  if (known !== undefined) yield ['format', string((value) => known.test(value))];
}

/** The length of a text in code points. */
function lengthOf(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(index + 1);
      if (next >= 0xdc00 && next <= 0xdfff) {
        length -= 1;
        index += 1;
      }
    }
  }
  return length;
}
