import type {
  BodySchema,
  Contract,
  ContractOperation,
  ContractParameter,
  ContractResponse,
} from '../src/contract.ts';

/** A JSON document, read as loosely as a file can be; every field is checked by the contract's own lint. */
interface Node {
  // biome-ignore lint/suspicious/noExplicitAny: the bundle was linted against the OpenAPI schema before.
  [key: string]: any;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** What the fast lane has to know of the contract, with every `$ref` of parameters and responses followed. */
export function facts(document: Node): Contract {
  const resolve = (node: Node): Node =>
    typeof node.$ref === 'string'
      ? node.$ref
          .slice(2)
          .split('/')
          .reduce((parent: Node, key) => parent[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)
      : node;

  const parameter = (node: Node): ContractParameter => ({
    name: node.name,
    required: node.required === true,
    schema: deciding(node.schema, parameterKeywords),
    ...(node.example === undefined ? {} : { example: node.example }),
  });

  const response = (status: string, node: Node): ContractResponse => ({
    status: Number(status),
    headers: Object.fromEntries(
      Object.entries<Node>(node.headers ?? {})
        .map(([name, header]) => [name.toLowerCase(), resolve(header).example] as const)
        .filter(([, example]) => example !== undefined)
        .map(([name, example]) => [name, String(example)]),
    ),
    schema: body(node.content?.['application/json']?.schema ?? {}),
    examples: Object.entries<Node>(node.content?.['application/json']?.examples ?? {}).map(
      ([name, example]) => ({ name, value: resolve(example).value }),
    ),
  });

  const body = (node: Node): BodySchema => {
    const { properties, items, ...rest } = resolve(node);
    return {
      ...deciding(rest, ['type', 'enum', 'examples', 'minimum', 'maximum', 'minItems', 'maxItems']),
      ...(properties === undefined
        ? {}
        : {
            properties: Object.fromEntries(
              Object.entries<Node>(properties).map(([name, property]) => [name, body(property)]),
            ),
          }),
      ...(items === undefined ? {} : { items: body(items) }),
    };
  };

  const operations: ContractOperation[] = [];
  for (const [path, item] of Object.entries<Node>(document.paths)) {
    for (const method of methods.filter((name) => name in item)) {
      const operation: Node = item[method];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
      operations.push({
        operationId: operation.operationId,
        method: method.toUpperCase(),
        path,
        secured: (operation.security ?? document.security ?? []).length > 0,
        query: parameters.filter((node) => node.in === 'query').map(parameter),
        responses: Object.entries<Node>(operation.responses).map(([status, node]) =>
          response(status, resolve(node)),
        ),
      });
    }
  }
  const limit: Node = document.components.headers['X-RateLimit-Limit'];
  return {
    title: document.info.title,
    version: document.info.version,
    servers: document.servers.map((server: Node) => server.url),
    rateLimit: limit.example,
    rateLimitWindow: limit['x-window-seconds'],
    operations,
  };
}

const parameterKeywords = [
  'type',
  'enum',
  'default',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'pattern',
];

/** The keywords of a schema that decide; descriptions and extensions stay in the document. */
function deciding(schema: Node, keywords: readonly string[]): Node {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}
