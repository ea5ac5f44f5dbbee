import type { ContractParameter, ParameterSchema } from '../contract.ts';

/** A parameter's schema, compiled once: whether a text is allowed, what it means, and what would be allowed. */
export interface CompiledParameter {
  name: string;
  required: boolean;
  default: string | number | undefined;
  /** For people: `an integer from 1 to 100`. */
  expected: string;
  /** The value that the text stands for; `undefined` if it is not allowed. */
  read(text: string): string | number | undefined;
}

/** Compiles what the contract says about a query parameter. */
export function compileParameter({ name, required, schema, example }: ContractParameter): CompiledParameter {
  return {
    name,
    required,
    default: schema.default,
    expected: expectation(schema, example),
    read: reader(schema),
  };
}

function reader(schema: ParameterSchema): CompiledParameter['read'] {
  if (schema.type === 'integer') {
    const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = schema;
    return (text) => {
      // Digits only: what ajv would coerce (`1e1`, `0x10`, ` 14`) is a mistake in a URL.
      if (!/^-?\d{1,15}$/.test(text)) return undefined;
      const value = Number(text);
      return value >= minimum && value <= maximum ? value : undefined;
    };
  }
  const allowed = schema.enum === undefined ? undefined : new Set(schema.enum);
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, 'u');
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  return (text) => {
    if (allowed !== undefined && !allowed.has(text)) return undefined;
    if (text.length < minLength || text.length > maxLength) return undefined;
    return pattern === undefined || pattern.test(text) ? text : undefined;
  };
}

function expectation(schema: ParameterSchema, example: string | number | undefined): string {
  if (schema.type === 'integer') {
    if (schema.minimum !== undefined && schema.maximum !== undefined) {
      return `an integer from ${schema.minimum} to ${schema.maximum}`;
    }
    return 'an integer';
  }
  if (schema.enum !== undefined) return schema.enum.join(' or ');
  if (schema.pattern !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(String(example))) {
    return `an ISO 8601 date-time such as ${example}`;
  }
  if (schema.pattern !== undefined) return `a text such as ${example}`;
  return schema.minLength === undefined ? 'a text' : `a text of at least ${schema.minLength} character`;
}
