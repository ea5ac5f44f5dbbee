import type { Json, JsonObject } from 'openapi-l10n';
import type * as Model from 'openapi-mock-engine/model';
import type { Resolver } from '../description/resolver.ts';
import { asList, asObject, asText, objectsIn } from '../json.ts';
import type {
  Body,
  Callback,
  Example,
  Link,
  Media,
  Operation,
  Parameter,
  Response,
  ResponseLink,
  Sample,
  Server,
} from './types.ts';

/** Where the pages show an operation. */
export interface OperationPlace {
  id: string;
  webhook: boolean;
}

/** An operation for display: that of the model, with links, samples and the texts of examples. */
export function readOperation(place: OperationPlace, model: Model.Operation, resolver: Resolver): Operation {
  const node = json(model.node);
  return {
    ...place,
    operationId: model.named ? model.id : undefined,
    pointer: model.pointer,
    title: model.summary ?? (model.named ? model.id : `${model.method} ${model.path}`),
    method: model.method,
    path: model.path,
    deprecated: model.deprecated,
    description: model.description,
    externalDocs: readLink(node.externalDocs),
    servers: model.servers.map((server, i) => readServer(server, asList(resolver.document.servers)[i])),
    security: model.security.map((alternative) =>
      alternative.map(({ scheme, scopes }) => ({ name: scheme.name, scopes })),
    ),
    parameters: inOrder(model.parameters).map((one) => readParameter(one, resolver)),
    body: model.requestBody && readBody(model.requestBody, resolver),
    responses: model.responses.map((one) => readResponse(one, resolver)),
    callbacks: readCallbacks(place, model, resolver),
    samples: readSamples(node['x-codeSamples'] ?? node['x-code-samples']),
  };
}

/** The model's objects are parts of a parsed JSON document. */
const json = (node: unknown): JsonObject => asObject(node);

function inOrder(parameters: readonly Model.Parameter[]): Model.Parameter[] {
  const order = ['path', 'query', 'querystring', 'header', 'cookie'];
  return parameters.toSorted((a, b) => order.indexOf(a.in) - order.indexOf(b.in));
}

function readParameter(model: Model.Parameter, resolver: Resolver): Parameter {
  const { name, description, required, deprecated, style, explode, allowReserved, mediaType } = model;
  const [content] = objectsIn(json(model.node).content);
  const examples = readExamples({ ...json(model.node), ...content?.[1] }, resolver);
  const schema = json(model.schema);
  return {
    name,
    in: model.in,
    description,
    required,
    deprecated,
    style,
    explode,
    allowReserved,
    mediaType,
    schema,
    examples,
  };
}

function readBody({ description, required, content }: Model.RequestBody, resolver: Resolver): Body {
  return { description, required, content: content.map((one) => readMedia(one, resolver)) };
}

function readMedia(model: Model.MediaType, resolver: Resolver): Media {
  const node = json(model.node);
  const schema = node.schema ?? node.itemSchema;
  return {
    type: model.mediaType,
    schema: schema === undefined ? undefined : json(schema),
    examples: readExamples(node, resolver),
    encoding: objectsIn(model.encoding).flatMap(([name, { contentType }]): [string, string][] =>
      typeof contentType === 'string' ? [[name, contentType]] : [],
    ),
  };
}

function readResponse(model: Model.Response, resolver: Resolver): Response {
  const node = resolver.resolve(resolver.at(model.pointer));
  return {
    status: model.status,
    description: model.description,
    headers: objectsIn(node.headers).map(([name, header]) =>
      readHeader(name, resolver.resolve(header), resolver),
    ),
    content: model.content.map((one) => readMedia(one, resolver)),
    links: objectsIn(node.links).map(([name, link]) => readResponseLink(name, resolver.resolve(link))),
  };
}

function readHeader(name: string, header: JsonObject, resolver: Resolver): Parameter {
  const [content] = objectsIn(header.content);
  return {
    name,
    in: 'header',
    description: asText(header.description),
    required: header.required === true,
    deprecated: header.deprecated === true,
    style: 'simple',
    explode: header.explode === true,
    allowReserved: false,
    mediaType: content?.[0],
    schema: json(content ? content[1].schema : header.schema),
    examples: readExamples({ ...header, ...content?.[1] }, resolver),
  };
}

function readResponseLink(name: string, link: JsonObject): ResponseLink {
  return {
    name,
    description: asText(link.description),
    operation: asText(link.operationId) ?? asText(link.operationRef),
    parameters: Object.entries(asObject(link.parameters)).map(([key, value]) => [key, String(value)]),
  };
}

/** The callbacks by name, which is a part of their pointers: `…/callbacks/<name>/<expression>/post`. */
function readCallbacks(
  { id }: OperationPlace,
  { callbacks, pointer }: Model.Operation,
  resolver: Resolver,
): Callback[] {
  const found = new Map<string, Operation[]>();
  for (const callback of callbacks) {
    const [, name = ''] = callback.pointer.slice(pointer.length).split('/callbacks/');
    const key = (name.split('/')[0] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
    const place = { id: `${id}/callbacks/${key}/${callback.method.toLowerCase()}`, webhook: true };
    found.set(key, [...(found.get(key) ?? []), readOperation(place, callback, resolver)]);
  }
  return [...found].map(([name, operations]) => ({ name, operations }));
}

/** The examples of a parameter, header or media type: `examples`, or the one `example`. */
function readExamples(node: JsonObject, resolver: Resolver): Example[] {
  const several = objectsIn(node.examples).map(([, example]) => {
    const { summary, description, value, dataValue, serializedValue, externalValue } =
      resolver.resolve(example);
    return {
      summary: asText(summary),
      description: asText(description),
      value: value ?? dataValue ?? serializedValue,
      externalValue: asText(externalValue),
    };
  });
  if (several.length > 0) return several;
  const { example } = node;
  return example === undefined
    ? []
    : [{ summary: undefined, description: undefined, value: example, externalValue: undefined }];
}

function readSamples(node: Json | undefined): Sample[] {
  return asList(node).flatMap((item) => {
    const { lang, label, source } = asObject(item);
    if (typeof source !== 'string') return [];
    const name = asText(lang) ?? '';
    return [{ lang: name, label: asText(label) ?? name, source: source.trimEnd() }];
  });
}

/** A server of the model, with its additional texts from the description. */
export function readServer({ url, description, variables }: Model.Server, node: Json | undefined): Server {
  const own = asObject(node);
  return {
    url,
    description: description ?? asText(own.name),
    variables,
    extensions: Object.fromEntries(
      Object.entries(own.url === url ? own : {}).filter(
        (entry): entry is [string, string] => entry[0].startsWith('x-') && typeof entry[1] === 'string',
      ),
    ),
  };
}

/** Reads an `externalDocs` object. */
export function readLink(node: Json | undefined): Link | undefined {
  const { url, description } = asObject(node);
  return typeof url === 'string' ? { url, label: asText(description) } : undefined;
}
