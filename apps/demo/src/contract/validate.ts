/** Checks the raw text of a query value against its schema in the contract. Used by the page and by the proxy. */

/** The part of a parameter that decides what is allowed. */
export interface Rule {
  readonly name: string;
  readonly required: boolean;
  readonly schema: {
    readonly type: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly minLength?: number;
    readonly pattern?: string;
    readonly enum?: readonly string[];
  };
}

/** Why a value is refused, as data: the caller chooses the language. */
export type Problem =
  | { kind: 'missing' }
  | { kind: 'notInteger' }
  | { kind: 'outOfBounds'; minimum: number; maximum: number }
  | { kind: 'notListed'; allowed: readonly string[] }
  | { kind: 'wrongFormat' };

/**
 * @param raw the value as it appears in a query string, decoded; `undefined` when it is absent.
 * @returns the first problem, or `undefined` when the contract allows the value.
 */
export function validate({ required, schema }: Rule, raw: string | undefined): Problem | undefined {
  if (raw === undefined) return required ? { kind: 'missing' } : undefined;
  if (raw === '' && required) return { kind: 'missing' };
  if (schema.type === 'integer') {
    if (!/^-?\d+$/.test(raw)) return { kind: 'notInteger' };
    const { minimum = -Infinity, maximum = Infinity } = schema;
    const value = Number(raw);
    if (value < minimum || value > maximum) return { kind: 'outOfBounds', minimum, maximum };
    return undefined;
  }
  if (schema.enum && !schema.enum.includes(raw)) return { kind: 'notListed', allowed: schema.enum };
  if (schema.minLength !== undefined && raw.length < schema.minLength) return { kind: 'missing' };
  if (schema.pattern && !new RegExp(schema.pattern).test(raw)) return { kind: 'wrongFormat' };
  return undefined;
}
