/** A validator that implements Standard Schema 1, like Zod and Valibot; many form and router libraries accept it. */
export interface StandardSchema<Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'session-series';
    /** Checks a value. It is not changed. */
    readonly validate: (value: unknown) => StandardResult<Value>;
    /** Only exist in the type. */
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
  errors?: readonly CheckError[] | null;
}

interface CheckError {
  readonly instancePath: string;
  readonly message?: string;
  /** The name of a missing or unknown property, and the values that a constant may have. */
  readonly params?: {
    readonly missingProperty?: string;
    readonly additionalProperty?: string;
    readonly unevaluatedProperty?: string;
    readonly allowedValues?: readonly unknown[];
  };
}

/**
 * Makes a Standard Schema from a compiled check.
 *
 * @public used by generated code
 */
export function standardSchema<Value>(check: Check): StandardSchema<Value> {
  const validate = (value: unknown): StandardResult<Value> => {
    // The generator sets the type of the check.
    if (check(value)) return { value: value as Value };
    return { issues: (check.errors ?? []).map(issueOf) };
  };
  return { '~standard': { version: 1, vendor: 'session-series', validate } };
}

/** An issue at the property that it is about, so that a form can show it there. */
function issueOf({ instancePath, message = 'is not valid', params = {} }: CheckError) {
  const path: PropertyKey[] = instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const { missingProperty, additionalProperty, unevaluatedProperty, allowedValues } = params;
  if (missingProperty !== undefined) return { message: 'is required', path: [...path, missingProperty] };
  const unknown = additionalProperty ?? unevaluatedProperty;
  if (unknown !== undefined) return { message: 'is unknown', path: [...path, unknown] };
  const values = allowedValues?.map((value) => JSON.stringify(value)).join(', ');
  return { message: values === undefined ? message : `must be one of ${values}`, path };
}
