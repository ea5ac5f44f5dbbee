import { targetOf } from './reachable.ts';
import { header, literal } from './source.ts';
import { asResponse, type Schema } from './validators.ts';

/** Keywords that only describe a schema, or that are not checked in responses. */
const annotations = new Set([
  ...['title', 'description', 'default', 'example', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
  ...['$comment', 'format', 'externalDocs', 'xml'],
]);

/** The keywords for values of each type that are checked after the type. */
const keywordsOf: Record<string, readonly string[]> = {
  object: [],
  array: ['maxItems', 'minItems'],
  string: ['pattern'],
  number: ['minimum', 'maximum'],
  integer: ['minimum', 'maximum'],
  boolean: [],
};
const supported = new Set([...Object.values(keywordsOf).flat(), 'properties', 'required', 'items']);

/** A schema that has to be compiled. */
class Unsupported extends Error {}

/**
 * Writes checks with functions of `src/checks.ts`, which is shorter than compiled ones, when those can express the schemas.
 *
 * @param document that the schemas refer to.
 * @param schemas by the name of their export.
 * @returns `undefined` when a schema needs more.
 */
export function composeChecks(
  document: object,
  schemas: Readonly<Record<string, Schema>>,
  runtime: string,
): string | undefined {
  const declarations = new Map<string, string>();
  const names = new Map<string, string>();
  const composeReference = (reference: string): string => {
    const known = names.get(reference);
    if (known !== undefined && !declarations.has(known)) throw new Unsupported('a recursive schema');
    if (known !== undefined) return known;
    const name = `part${names.size + 1}`;
    names.set(reference, name);
    declarations.set(name, compose(asResponse(targetOf(reference, document)) as Schema, composeReference));
    return name;
  };
  try {
    for (const [name, schema] of Object.entries(schemas)) {
      declarations.set(name, compose(asResponse(schema) as Schema, composeReference));
    }
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
  const lines = [...declarations].map(
    ([name, code]) =>
      `${name in schemas ? 'export ' : ''}const ${name} = /* @__PURE__ */ (() => ${code})();\n`,
  );
  return `${header}\nimport * as checks from '../${runtime}checks.ts';\n\n${lines.join('')}`;
}

type Compose = (schema: Schema) => string;

function compose(schema: Schema, composeReference: (reference: string) => string): string {
  if (schema === true) return 'checks.any';
  if (schema === false) throw new Unsupported('a schema that nothing matches');
  const { $ref, type, enum: values, ...keywords } = schema;
  const names = Object.keys(keywords).filter((name) => !annotations.has(name) && !name.startsWith('x-'));
  if (typeof $ref === 'string' && type === undefined && values === undefined && names.length === 0) {
    return composeReference($ref);
  }
  const others = typeof type === 'string' ? keywordsOf[type] : undefined;
  const unsupported = names.find((name) => !supported.has(name));
  if ($ref !== undefined || !others || unsupported !== undefined) throw new Unsupported(unsupported);
  const checks = [
    composeType(schema, (part) => compose(part, composeReference)),
    ...(values === undefined ? [] : [`checks.oneOf(${literals(values)})`]),
    ...others.flatMap((name) => (name in keywords ? composeKeyword(name, keywords[name]) : [])),
  ];
  return checks.length === 1 ? String(checks[0]) : `checks.all(${checks.join(', ')})`;
}

/** The check of a type, with what an object or an array contains. */
function composeType(
  { type, properties = {}, required = [], items = true }: Exclude<Schema, boolean>,
  inner: Compose,
): string {
  // The parts of a schema are schemas.
  if (type === 'array') return `checks.array(${inner(items as Schema)})`;
  if (type !== 'object') return `checks.${type}`;
  const members = Object.entries(properties as Record<string, Schema>).map(
    ([name, part]) => `${literal(name)}: ${inner(part)}`,
  );
  const names = [required].flat().length > 0 ? `, [${literals(required)}]` : '';
  return `checks.object({ ${members.join(', ')} }${names})`;
}

/** The check of a keyword, unless there is nothing to check. */
function composeKeyword(name: string, value: unknown): string[] {
  if (name === 'pattern') return [`checks.pattern(${new RegExp(String(value), 'u')})`];
  return name === 'minItems' && value === 0 ? [] : [`checks.${name}(${literal(value)})`];
}

function literals(list: unknown): string {
  const values = [list].flat();
  if (values.some((value) => typeof value === 'object'))
    throw new Unsupported('a constant that is an object');
  return values.map(literal).join(', ');
}
