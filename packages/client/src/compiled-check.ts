import type { Check } from './operation.ts';

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
export function compiledCheck(validate: Validator): Check {
  return (value) => {
    if (validate(value)) return undefined;
    const { instancePath = '', message = '' } = validate.errors?.[0] ?? {};
    return `${instancePath} ${message}`;
  };
}
