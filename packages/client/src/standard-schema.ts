/** A validator in the form of the Standard Schema specification, version 1, which Zod, Valibot and many forms and routers share. */
export interface StandardSchema<Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'session-series';
    /** Checks a value. It is not changed. */
    readonly validate: (value: unknown) => StandardResult<Value>;
    /** Only types; no value has them. */
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

/** The value, or what is wrong with it. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly PropertyKey[] }[] };

/** A check that collects every error. */
interface Check {
  (value: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string }[] | null;
}

/**
 * Makes a Standard Schema of a compiled check.
 *
 * @public used by generated code
 */
export function standardSchema<Value>(check: Check): StandardSchema<Value> {
  const validate = (value: unknown): StandardResult<Value> => {
    // The generator gives the type of the check.
    if (check(value)) return { value: value as Value };
    const issues = (check.errors ?? []).map(({ instancePath, message = 'is not valid' }) => ({
      message,
      path: instancePath
        .split('/')
        .slice(1)
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
        .map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
    }));
    return { issues };
  };
  return { '~standard': { version: 1, vendor: 'session-series', validate } };
}
