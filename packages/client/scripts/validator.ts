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

/**
 * Writes statements that return the path of the first flaw of `value` against the schema of an object, and nothing if there
 * is none. Of an array that is required the place of the item is named.
 *
 * How many items an array may have is what was asked for, `length`: the bound of the contract is one on that.
 */
export function validatorOf(schema: Schema, schemas: Record<string, Schema>): string {
  return propertiesOf(resolve(schema), 'value')
    .flatMap(({ name, value, property, optional, isRequired }) => {
      const refuse = (condition: string, path: string) => `if (${condition}) return ${path};`;
      if (property.type !== 'array' || !isRequired)
        return refuse(optional(flawed(property, value)), `'${name}'`);
      const at = `${name}At`;
      return [
        refuse(`!Array.isArray(${value})`, `'${name}'`),
        ...(property.maxItems
          ? [refuse(`${value}.length > length`, `\`${name}, longer than \${length}\``)]
          : []),
        `const ${at} = ${value}.findIndex((item) => ${flawed(property.items ?? {}, 'item')});`,
        refuse(`${at} >= 0`, `\`${name}[\${${at}}]\``),
      ];
    })
    .join('\n');

  /** A condition that holds when the value is not what the schema wants. */
  function flawed(node: Schema, value: string): string {
    const { type, items = {}, minItems = 0, minimum, pattern } = resolve(node);
    switch (type) {
      case 'object':
        return propertiesOf(resolve(node), value)
          .map((each) => each.optional(flawed(each.property, each.value)))
          .join(' || ');
      case 'array':
        if (minItems > 0) throw new Error(`Schema of ${value}: cannot check minItems.`);
        return `!Array.isArray(${value}) || ${value}.some((item) => ${flawed(items, 'item')})`;
      case 'string': {
        const test = pattern && ` || !/${pattern.replaceAll('/', '\\/')}/.test(${value.replace('?', '')})`;
        return `typeof ${value} !== 'string'${test ?? ''}`;
      }
      case 'integer':
        return `!Number.isInteger(${value})${minimum === undefined ? '' : ` || ${value} < ${minimum}`}`;
      default:
        throw new Error(`Schema of ${value}: cannot check type ${type}.`);
    }
  }

  function propertiesOf({ properties = {}, required = [] }: Schema, object: string) {
    // What is no object has none of the properties that are required, so that the first of them is missed.
    const ordered = Object.entries(properties).sort(
      ([one], [other]) => Number(required.includes(other)) - Number(required.includes(one)),
    );
    if (!required.length) throw new Error(`Schema of ${object}: requires no property.`);
    return ordered.map(([name, property], index) => {
      const value = `${object}${index === 0 ? '?' : ''}.${name}`;
      const isRequired = required.includes(name);
      const optional = (condition: string) =>
        isRequired ? condition : `(${value} !== undefined && (${condition}))`;
      return { name, value, property: resolve(property), optional, isRequired };
    });
  }

  function resolve(node: Schema): Schema {
    const unknown = Object.keys(node).filter((word) => !words.has(word) && !ignored.has(word));
    if (unknown.length > 0) throw new Error(`Cannot check ${unknown.join(', ')} of a schema.`);
    if (!node.$ref) return node;
    const target = schemas[node.$ref.split('/').at(-1) ?? ''];
    if (!target) throw new Error(`${node.$ref} is nowhere.`);
    return resolve(target);
  }
}
