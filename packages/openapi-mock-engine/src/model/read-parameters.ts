import type { Document } from './document.ts';
import { ContractError } from './errors.ts';
import { isObject, type JsonObject, membersAt, textAt, toPointer } from './json.ts';
import type {
  Example,
  Header,
  MediaType,
  Parameter,
  ParameterPlace,
  ParameterStyle,
  Schema,
} from './operation.ts';

const places: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie', 'querystring'];

/** The styles that OpenAPI allows in each place; the first is the default. */
const styles: { readonly [place in ParameterPlace]: readonly ParameterStyle[] } = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
  querystring: ['form'],
};

/** Headers that cannot be parameters: OpenAPI requires such definitions to be ignored. */
const reservedHeaders = ['accept', 'content-type', 'authorization'];

interface Owner {
  item: JsonObject;
  itemAt: readonly string[];
  operation: JsonObject;
  at: readonly string[];
}

/** The parameters of an operation: those of its path, unless it has its own with the same name and place. */
export function readParameters(document: Document, { item, itemAt, operation, at }: Owner): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const [node, path, shared] of [
    [item, itemAt, true],
    [operation, at, false],
  ] as const) {
    if (!Array.isArray(node.parameters)) continue;
    for (const [index, parameter] of node.parameters.entries()) {
      const pointer = toPointer([...path, 'parameters', index]);
      const read = readParameter(document, document.resolve(parameter, pointer), pointer, shared);
      if (read.in === 'header' && reservedHeaders.includes(read.name.toLowerCase())) continue;
      found.set(`${read.in} ${read.in === 'header' ? read.name.toLowerCase() : read.name}`, read);
    }
  }
  return [...found.values()];
}

function readParameter(document: Document, node: JsonObject, pointer: string, shared: boolean): Parameter {
  const name = textAt(node, 'name') ?? '';
  const where = places.find((known) => known === node.in);
  if (where === undefined) {
    throw new ContractError(
      `${pointer}/in: ${JSON.stringify(node.in)} is not supported. Expected ${places.join(', ')}.`,
      pointer,
    );
  }
  const [fallback] = styles[where];
  const declared = textAt(node, 'style');
  const style = declared === undefined ? fallback : styles[where].find((known) => known === declared);
  if (style === undefined) {
    throw new ContractError(
      `${pointer}/style: ${JSON.stringify(declared)} is not allowed in ${where}. Expected ${styles[where].join(', ')}.`,
      pointer,
    );
  }
  const [content] = readContent(document, node, pointer);
  const schema = content?.schema ?? schemaAt(node);
  const examples = readExamples(document, node, pointer);
  return {
    name,
    in: where,
    required: node.required === true || where === 'path',
    deprecated: node.deprecated === true,
    description: textAt(node, 'description'),
    style,
    explode: typeof node.explode === 'boolean' ? node.explode : style === 'form' || style === 'cookie',
    allowReserved: node.allowReserved === true,
    allowEmptyValue: node.allowEmptyValue === true,
    mediaType: content?.mediaType,
    schema,
    examples:
      examples.length > 0 ? examples : (content?.examples ?? schemaExamples(document, schema, pointer)),
    shared,
    pointer,
    node,
  };
}

/** The headers of a response. */
export function readHeaders(document: Document, response: JsonObject, at: string): Header[] {
  return membersAt(response, 'headers').map(([name, value]) => {
    const pointer = `${at}/headers${toPointer([name])}`;
    const node = document.resolve(value, pointer);
    const [content] = readContent(document, node, pointer);
    const schema = content?.schema ?? schemaAt(node);
    const examples = readExamples(document, node, pointer);
    return {
      name,
      required: node.required === true,
      description: textAt(node, 'description'),
      schema,
      explode: node.explode === true,
      examples:
        examples.length > 0 ? examples : (content?.examples ?? schemaExamples(document, schema, pointer)),
    };
  });
}

/** The media types of a body, a header or a parameter. */
export function readContent(document: Document, owner: JsonObject, at: string): MediaType[] {
  // A name without a slash, as of a misplaced `description`, is not a media type.
  const content = membersAt(owner, 'content').filter(([name]) => name.includes('/'));
  return content.map(([name, value]) => {
    const pointer = `${at}/content${toPointer([name])}`;
    // In OpenAPI 3.2, a media type may be a reference.
    const node = document.resolve(value, pointer);
    const schema = schemaAt(node);
    const examples = readExamples(document, node, pointer);
    return {
      mediaType: name.toLowerCase(),
      schema,
      examples: examples.length > 0 ? examples : schemaExamples(document, schema, pointer),
      encoding: isObject(node.encoding) ? node.encoding : {},
      pointer,
      node,
    };
  });
}

function schemaAt(node: JsonObject): Schema {
  const { schema } = node;
  return isObject(schema) || typeof schema === 'boolean' ? schema : true;
}

/** `examples`, or the one `example`. OpenAPI 3.2 calls the value of an example `dataValue`. External values are left out. */
function readExamples(document: Document, node: JsonObject, pointer: string): Example[] {
  const named = membersAt(node, 'examples').flatMap(([name, value]) => {
    const example = document.resolve(value, `${pointer}/examples${toPointer([name])}`);
    const key = ['value', 'dataValue'].find((known) => Object.hasOwn(example, known));
    return key === undefined ? [] : [{ name, summary: textAt(example, 'summary'), value: example[key] }];
  });
  if (named.length > 0) return named;
  return Object.hasOwn(node, 'example') ? [{ name: 'example', summary: undefined, value: node.example }] : [];
}

/** The examples of the schema: `examples` of JSON Schema, or `example`. */
function schemaExamples(document: Document, schema: Schema, pointer: string): Example[] {
  if (typeof schema === 'boolean') return [];
  const node = document.resolve(schema, pointer);
  if (Array.isArray(node.examples)) {
    return node.examples.map((value, index) => ({ name: `example${index + 1}`, summary: undefined, value }));
  }
  return Object.hasOwn(node, 'example') ? [{ name: 'example', summary: undefined, value: node.example }] : [];
}
