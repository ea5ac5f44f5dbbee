/** What this generator understands of JSON Schema; anything else in a response schema stops the build. */
export interface Schema {
  $ref?: string;
  type?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  pattern?: string;
  minimum?: number;
  minItems?: number;
  maxItems?: number;
}

const words = new Set([
  '$ref',
  'type',
  'required',
  'properties',
  'items',
  'pattern',
  'minimum',
  'minItems',
  'maxItems',
]);
const ignored = new Set(['description', 'title', 'examples', 'example', 'format']);

/** Writes code that returns the first flaw of `value` against the schema, as a sentence, and nothing if there is none. */
export function validatorOf(schema: Schema, schemas: Record<string, Schema>): string {
  return check(schema, 'value', '');

  function check(node: Schema, value: string, at: string, depth = 0): string {
    const unknown = Object.keys(node).filter((word) => !words.has(word) && !ignored.has(word));
    if (unknown.length > 0) throw new Error(`Schema at "${at}": cannot check ${unknown.join(', ')}.`);
    if (node.$ref) {
      const name = node.$ref.split('/').at(-1) ?? '';
      const target = schemas[name];
      if (!target) throw new Error(`Schema at "${at}": ${node.$ref} is nowhere.`);
      return check(target, value, at, depth);
    }
    const flaw = (what: string) => `return \`${at ? `${at}: ` : ''}${what}\`;`;
    switch (node.type) {
      case 'object':
        return [
          `if (!isRecord(${value})) ${flaw('not an object')}`,
          ...Object.entries(node.properties ?? {}).map(([name, property]) => {
            const code = check(property, `${value}.${name}`, at ? `${at}.${name}` : name, depth);
            return node.required?.includes(name) ? code : `if (${value}.${name} !== undefined) { ${code} }`;
          }),
        ].join('\n');
      case 'array': {
        const [item, index] = [`item${depth}`, `index${depth}`];
        const { minItems = 0, maxItems = Number.MAX_SAFE_INTEGER } = node;
        return `if (!Array.isArray(${value})) ${flaw('not an array')}
${minItems > 0 ? `if (${value}.length < ${minItems}) ${flaw(`fewer items than ${minItems}`)}` : ''}
${node.maxItems ? `if (${value}.length > ${maxItems}) ${flaw(`more items than ${maxItems}`)}` : ''}
for (const [${index}, ${item}] of ${value}.entries()) {
${check(node.items ?? {}, item, `${at}[\${${index}}]`, depth + 1)}
}`;
      }
      case 'string':
        return node.pattern
          ? `if (typeof ${value} !== 'string' || !/${node.pattern.replaceAll('/', '\\/')}/.test(${value})) ${flaw('not as the contract writes it')}`
          : `if (typeof ${value} !== 'string') ${flaw('not a string')}`;
      case 'integer':
        return `if (typeof ${value} !== 'number' || !Number.isInteger(${value})${node.minimum === undefined ? '' : ` || ${value} < ${node.minimum}`}) ${flaw('not a whole number as the contract wants it')}`;
      default:
        throw new Error(`Schema at "${at}": cannot check type ${node.type}.`);
    }
  }
}
