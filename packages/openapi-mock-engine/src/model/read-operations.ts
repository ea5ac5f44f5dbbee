import type { Document } from './document.ts';
import { ContractError } from './errors.ts';
import { isObject, type JsonObject, membersAt, textAt, toPointer } from './json.ts';
import type { Operation, RequestBody, Response, SecurityScheme, Server } from './operation.ts';
import { readContent, readHeaders, readParameters } from './read-parameters.ts';
import { readSecurity, readSecuritySchemes } from './read-security.ts';
import { readServers } from './read-servers.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** What an operation inherits from its path and document. */
interface Around {
  document: Document;
  servers: readonly Server[];
  schemes: ReadonlyMap<string, SecurityScheme>;
  /** Names in use. */
  ids: Set<string>;
  warn(warning: string): void;
}

/** All operations and webhooks of a document. @param warn called with what cannot be checked */
export function readOperations(
  document: Document,
  servers: readonly Server[],
  warn: (warning: string) => void,
) {
  const schemes = readSecuritySchemes(document);
  const ids = new Set<string>();
  const around = { document, servers, schemes, ids, warn };
  // Names from the contract come first, so that a derived name never collides with one.
  for (const key of ['paths', 'webhooks']) {
    for (const [, item] of membersAt(document.root, key)) {
      for (const [, operation] of methodsOf(document.resolve(item))) {
        const id = textAt(operation, 'operationId');
        if (id !== undefined) ids.add(id);
      }
    }
  }
  const { paths } = document.root;
  if (paths !== undefined && !isObject(paths)) {
    throw new ContractError(
      '/paths is not an object. Expected path templates with their operations.',
      '/paths',
    );
  }
  return {
    operations: membersAt(document.root, 'paths')
      .filter(([path]) => path.startsWith('/'))
      .flatMap(([path, item]) => readPathItem(around, path, item, ['paths', path])),
    webhooks: membersAt(document.root, 'webhooks').flatMap(([name, item]) =>
      readPathItem(around, name, item, ['webhooks', name]),
    ),
    securitySchemes: [...schemes.values()],
  };
}

/**
 * The operations of a path item: by the fixed fields, and by `additionalOperations` of OpenAPI 3.2. There, authors write `copy` for
 * COPY; all registered methods are in upper case.
 */
function methodsOf(
  item: JsonObject,
): (readonly [method: string, operation: JsonObject, path: readonly string[]])[] {
  const found: (readonly [string, JsonObject, readonly string[]])[] = [];
  for (const method of methods) {
    const operation = item[method];
    if (isObject(operation)) found.push([method.toUpperCase(), operation, [method]]);
  }
  for (const [method, operation] of membersAt(item, 'additionalOperations')) {
    if (isObject(operation)) found.push([method.toUpperCase(), operation, ['additionalOperations', method]]);
  }
  return found;
}

function readPathItem(around: Around, path: string, node: unknown, at: readonly string[]): Operation[] {
  const item = around.document.resolve(node, toPointer(at));
  const own = readServers(item);
  const inner = { ...around, servers: own.length > 0 ? own : around.servers };
  return methodsOf(item).map(([method, operation, step]) =>
    readOperation(inner, { method, path, item, operation, at: [...at, ...step], itemAt: at }),
  );
}

interface Read {
  method: string;
  path: string;
  item: JsonObject;
  operation: JsonObject;
  at: readonly string[];
  itemAt: readonly string[];
}

function readOperation(around: Around, { method, path, item, operation, at, itemAt }: Read): Operation {
  const { document } = around;
  const pointer = toPointer(at);
  const declared = textAt(operation, 'operationId');
  const own = readServers(operation);
  return {
    id: declared ?? deriveId(method, path, around.ids),
    named: declared !== undefined,
    method,
    path,
    summary: textAt(operation, 'summary') ?? textAt(item, 'summary'),
    description: textAt(operation, 'description') ?? textAt(item, 'description'),
    tags: Array.isArray(operation.tags) ? operation.tags.map(String) : [],
    deprecated: operation.deprecated === true,
    parameters: readParameters(document, { item, itemAt, operation, at }),
    requestBody: readRequestBody(document, operation.requestBody, [...at, 'requestBody']),
    responses: readResponses(document, operation, at),
    security: readSecurity(
      around.schemes,
      operation.security ?? document.root.security,
      pointer,
      around.warn,
    ),
    servers: own.length > 0 ? own : around.servers,
    callbacks: membersAt(operation, 'callbacks').flatMap(([name, callback]) =>
      membersAt({ callback: document.resolve(callback, pointer) }, 'callback')
        .filter(([expression]) => !expression.startsWith('x-'))
        .flatMap(([expression, inner]) =>
          readPathItem(around, expression, inner, [...at, 'callbacks', name, expression]),
        ),
    ),
    pointer,
    node: operation,
  };
}

/** A name for an operation without an `operationId`: `GET /pets/{petId}` becomes `get_pets_petId`. */
function deriveId(method: string, path: string, taken: Set<string>): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const base = [method.toLowerCase(), ...words].join('_');
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}_${count}`;
  taken.add(id);
  return id;
}

function readRequestBody(document: Document, node: unknown, at: readonly string[]): RequestBody | undefined {
  if (node === undefined) return undefined;
  const pointer = toPointer(at);
  const body = document.resolve(node, pointer);
  return {
    required: body.required === true,
    description: textAt(body, 'description'),
    content: readContent(document, body, pointer),
    pointer,
  };
}

function readResponses(document: Document, operation: JsonObject, at: readonly string[]): Response[] {
  return membersAt(operation, 'responses')
    .filter(([status]) => /^([1-5](\d\d|XX)|default)$/i.test(status))
    .map(([status, node]) => {
      const pointer = toPointer([...at, 'responses', status]);
      const response = document.resolve(node, pointer);
      return {
        status: status === 'default' ? status : status.toUpperCase(),
        description: textAt(response, 'description') ?? textAt(response, 'summary'),
        headers: readHeaders(document, response, pointer),
        content: readContent(document, response, pointer),
        pointer,
      };
    });
}
