/** The keywords of JSON Schema that most responses need. Each is a separate function, so that bundles only contain what they use. */
import type { Check, CheckBody } from './operation.ts';
import { isRecord } from './refuse.ts';

const must =
  <Value>(expectation: string, accepts: (value: Value) => boolean): Check<Value> =>
  (value) =>
    accepts(value) ? undefined : ` must ${expectation}`;

/** Any text. */
export const string = /* @__PURE__ */ must('be string', (value) => typeof value === 'string');

/** `true` or `false`. */
export const boolean = /* @__PURE__ */ must('be boolean', (value) => typeof value === 'boolean');

/** Any number. JSON has no Infinity, but 1e400 is read as one. */
export const number = /* @__PURE__ */ must('be number', (value) => Number.isFinite(value));

/** A whole number. */
export const integer = /* @__PURE__ */ must('be integer', (value) => Number.isInteger(value));

/** Bounds of a number. */
export const minimum = (bound: number) => must<number>(`be >= ${bound}`, (value) => value >= bound);
export const maximum = (bound: number) => must<number>(`be <= ${bound}`, (value) => value <= bound);

/** A text that matches a pattern. */
export const pattern = (form: RegExp) =>
  must<string>(`match pattern "${form.source}"`, (text) => form.test(text));

/** One of several values that are not objects. */
export const oneOf = (...values: unknown[]) =>
  must(`be one of ${values.map((value) => JSON.stringify(value)).join(', ')}`, (value) =>
    values.includes(value),
  );

/** Bounds of an array's length. */
export const minItems = (bound: number) =>
  must<unknown[]>(`have at least ${bound} items`, ({ length }) => length >= bound);
export const maxItems = (bound: number) =>
  must<unknown[]>(`have at most ${bound} items`, ({ length }) => length <= bound);

/** A JSON object with checks of its properties, and the names of those that it must have. */
export const object = (
  properties: Readonly<Record<string, Check>>,
  required: readonly string[] = [],
): Check => {
  const known = Object.entries(properties);
  return (value) => {
    if (!isRecord(value)) return ' must be object';
    for (const name of required) {
      if (!Object.hasOwn(value, name)) return ` must have the property "${name}"`;
    }
    for (const [name, check] of known) {
      const problem = Object.hasOwn(value, name) && check(value[name]);
      if (problem) return `/${name}${problem}`;
    }
    return undefined;
  };
};

/** An array with a check of each item. */
export const array =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return ' must be array';
    // Twice as fast as an iterator.
    for (let index = 0; index < value.length; index++) {
      const problem = check(value[index]);
      if (problem) return `/${index}${problem}`;
    }
    return undefined;
  };

/** Any value. */
export const any: Check = () => undefined;

/** Several checks; the first problem counts. */
export const all =
  (...checks: Check<never>[]): Check =>
  (value) => {
    for (const check of checks) {
      // A check of a type comes before those for values of this type.
      const problem = check(value as never);
      if (problem) return problem;
    }
    return undefined;
  };

/**
 * Makes the check of a response, which the option `validate` can switch off.
 *
 * @public used by generated code
 */
export const ofResponse =
  (check: Check): CheckBody =>
  (body, refuse, validate = true) => {
    const problem = validate && check(body);
    if (problem) refuse(`response does not match the contract: body${problem}`);
  };

/** A compiled validator; `errors` has the problems of the last invalid value. */
interface Validator {
  (value: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string }[] | null;
}

/**
 * Makes a check of a compiled validator, which can do all of JSON Schema.
 *
 * @public used by generated code
 */
export function compiled(validate: Validator): Check {
  return (value) => {
    if (validate(value)) return undefined;
    const { instancePath = '', message = '' } = validate.errors?.[0] ?? {};
    return `${instancePath} ${message}`;
  };
}
