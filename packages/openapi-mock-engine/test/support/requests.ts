import { encodeBody } from '../../src/answer/encode.ts';
import { Generator } from '../../src/generate/generate.ts';
import {
  type Contract,
  essence,
  isJson,
  type Operation,
  type Parameter,
  serializeParameters,
} from '../../src/model/index.ts';
import { isObject, type JsonObject } from '../../src/model/json.ts';

/** A request as it goes over the wire. */
export interface SentRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: { [name: string]: string };
  body?: string;
}

/** A request with one mistake, and what must be said about it. */
export interface WrongRequest {
  name: string;
  request: SentRequest;
  /** The statuses that the mock may answer. */
  statuses: readonly number[];
  /** What the answer has to name. */
  says: string;
}

/** The parts of a request before they are written. */
export interface Draft {
  path: { [name: string]: unknown };
  query: { [name: string]: unknown };
  headers: { [name: string]: unknown };
  cookies: { [name: string]: unknown };
  body: unknown;
  contentType: string | undefined;
}

export const groups = {
  path: 'path',
  query: 'query',
  querystring: 'query',
  header: 'headers',
  cookie: 'cookies',
} as const;

/** A valid request for an operation, from its examples or else from its schemas; `undefined` if none can be made. */
export function validRequest(contract: Contract, operation: Operation): SentRequest | undefined {
  const draft = draftOf(contract, operation);
  return draft === undefined ? undefined : write(contract, operation, draft);
}

export function draftOf(contract: Contract, operation: Operation): Draft | undefined {
  const generator = new Generator(contract);
  const draft: Draft = {
    path: {},
    query: {},
    headers: {},
    cookies: {},
    body: undefined,
    contentType: undefined,
  };
  for (const parameter of operation.parameters) {
    const example = parameter.examples.find(({ value }) =>
      contract.schemas.isValid(parameter.schema, value, 'request'),
    );
    const wanted = parameter.required || example !== undefined;
    if (!wanted) continue;
    const value =
      example === undefined ? generator.generate(parameter.schema, { key: 7, echo: {} }) : example.value;
    if (value === undefined) return undefined;
    draft[groups[parameter.in]][parameter.name] = value;
  }
  const content = operation.requestBody?.content ?? [];
  const media = content.find(({ mediaType }) => isJson(mediaType)) ?? content[0];
  if (media !== undefined) {
    const example = media.examples.find(({ value }) =>
      contract.schemas.isValid(media.schema, value, 'request'),
    );
    draft.body =
      example === undefined ? generator.generate(media.schema, { key: 7, echo: {} }) : example.value;
    if (draft.body === undefined) return undefined;
    draft.contentType = media.mediaType.includes('*') ? 'application/octet-stream' : media.mediaType;
  }
  return draft;
}

/** A request as it goes over the wire, with the credentials that the operation asks for. */
export function write(contract: Contract, operation: Operation, draft: Draft): SentRequest {
  const { path, query, headers, cookie } = serializeParameters(operation, draft);
  const sent: { [name: string]: string } = { ...headers };
  const [security = []] = operation.security;
  const queries = query === '' ? [] : [query];
  const cookies = cookie === '' ? [] : [cookie];
  for (const { scheme } of security) {
    if (scheme.type !== 'apiKey')
      sent.authorization = scheme.scheme === 'basic' ? 'Basic YTpi' : `${scheme.scheme ?? 'Bearer'} any-key`;
    else if (scheme.in === 'query') queries.push(`${encodeURIComponent(scheme.parameter ?? '')}=k`);
    else if (scheme.in === 'cookie') cookies.push(`${scheme.parameter}=k`);
    else sent[scheme.parameter ?? ''] = 'k';
  }
  if (cookies.length > 0) sent.cookie = cookies.join('; ');
  const request: SentRequest = {
    method: operation.method,
    target: `${path}${queries.length === 0 ? '' : `?${queries.join('&')}`}`,
    headers: sent,
  };
  if (draft.contentType === undefined || draft.body === undefined) return request;
  const { text, contentType } = writeBody(contract, operation, draft.body, draft.contentType);
  return { ...request, headers: { ...sent, 'content-type': contentType }, body: text };
}

function writeBody(
  contract: Contract,
  { requestBody }: Operation,
  value: unknown,
  mediaType: string,
): { text: string; contentType: string } {
  const media = requestBody?.content.find((one) => one.mediaType === mediaType);
  if (essence(mediaType) !== 'multipart/form-data' || !isObject(value))
    return { text: encodeBody(value, mediaType, contract, media), contentType: mediaType };
  const lines = Object.entries(value).flatMap(([name, member]) =>
    (Array.isArray(member) ? member : [member]).flatMap((item) => [
      '--frontier',
      `Content-Disposition: form-data; name="${name}"${typeof item === 'object' ? '\r\nContent-Type: application/json' : ''}`,
      '',
      typeof item === 'object' ? JSON.stringify(item) : String(item),
    ]),
  );
  return {
    text: [...lines, '--frontier--', ''].join('\r\n'),
    contentType: 'multipart/form-data; boundary=frontier',
  };
}

/** Requests for an operation with one mistake each, of every kind that the operation offers. */
export function wrongRequests(contract: Contract, operation: Operation): WrongRequest[] {
  const good = draftOf(contract, operation);
  if (good === undefined) return [];
  const wrong: WrongRequest[] = [];
  const refused = [400, 422];
  const add = (
    name: string,
    says: string,
    draft: Partial<Draft>,
    change: (request: SentRequest) => SentRequest = (same) => same,
    statuses: readonly number[] = refused,
  ): void => {
    wrong.push({ name, says, statuses, request: change(write(contract, operation, { ...good, ...draft })) });
  };
  const strict = operation.parameters.some(({ in: place }) => place === 'querystring');
  if (!strict)
    add('an unknown parameter', 'strangeName', {}, (request) => ({
      ...request,
      target: `${request.target}${request.target.includes('?') ? '&' : '?'}strangeName=1`,
    }));
  add('a method of WebDAV', 'Method', {}, (request) => ({ ...request, method: 'PROPFIND' }), [404, 405]);
  for (const prefer of ['code=999', 'dynamic=maybe']) {
    add(`Prefer: ${prefer}`, 'Prefer', {}, (request) => ({
      ...request,
      headers: { ...request.headers, prefer },
    }));
  }
  for (const parameter of operation.parameters) {
    const group = groups[parameter.in];
    const without = (value: unknown): Partial<Draft> => ({
      [group]: { ...good[group], [parameter.name]: value },
    });
    if (parameter.required && parameter.in !== 'path')
      add(`${parameter.name} is missing`, parameter.name, without(undefined));
    for (const value of wrongValues(contract, parameter))
      add(`${parameter.name} is ${JSON.stringify(value)}`, parameter.name, without(value));
  }
  if (operation.security.length > 0 && !operation.security.some((one) => one.length === 0)) {
    const names = operation.security
      .flat()
      .map(({ scheme }) =>
        (scheme.type === 'apiKey' ? (scheme.parameter ?? '') : 'authorization').toLowerCase(),
      );
    const says = names.length === 1 ? (names[0] ?? '') : '';
    add('no credentials', says, {}, (request) => withoutCredentials(request, names), [401, 403]);
  }
  const { requestBody } = operation;
  if (requestBody === undefined) {
    if (operation.method !== 'GET') {
      add('a body where none is allowed', 'Body', {}, (request) => ({
        ...request,
        headers: { ...request.headers, 'content-type': 'text/plain' },
        body: 'x',
      }));
    }
  } else {
    if (requestBody.required) add('no body', 'Body', { body: undefined });
    if (!requestBody.content.some(({ mediaType }) => mediaType.includes('*'))) {
      const setType = (type: string) => (request: SentRequest) => ({
        ...request,
        headers: { ...request.headers, 'content-type': type },
      });
      for (const type of ['application/x-nonsense', 'json', 'undefined', 'text/html, text/html']) {
        add(`Content-Type ${type}`, 'Content-Type', {}, setType(type), [400, 415, 422]);
      }
    }
    if (good.contentType !== undefined && isJson(good.contentType)) {
      add('a body that is not JSON', 'Body', {}, (request) => ({ ...request, body: '{"a":' }));
      for (const [place, body] of wrongBodies(contract, operation, good.body))
        add(`${place} is wrong`, place, { body });
    }
  }
  const success = operation.responses.find(({ status }) => status.startsWith('2') || status === 'default');
  if (
    success !== undefined &&
    success.content.length > 0 &&
    !success.content.some(({ mediaType }) => mediaType.startsWith('*'))
  ) {
    add(
      'Accept of another type',
      'Accept',
      {},
      (request) => ({ ...request, headers: { ...request.headers, accept: 'x-other/x-type' } }),
      [400, 406, 422],
    );
  }
  return wrong;
}

function withoutCredentials(request: SentRequest, names: readonly string[]): SentRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !names.includes(name.toLowerCase())),
  );
  if (headers.cookie !== undefined)
    headers.cookie = headers.cookie
      .split('; ')
      .filter((part) => !names.includes((part.split('=')[0] ?? '').toLowerCase()))
      .join('; ');
  const [path = '', query = ''] = request.target.split('?');
  const kept = query
    .split('&')
    .filter(
      (part) => part !== '' && !names.includes(decodeURIComponent(part.split('=')[0] ?? '').toLowerCase()),
    );
  return { ...request, headers, target: `${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}` };
}

/** Values that a parameter does not allow; only those that still differ once they are text. */
function wrongValues({ schemas }: Contract, { schema, in: place, mediaType, style }: Parameter): unknown[] {
  if (mediaType !== undefined || place === 'querystring') return [];
  const types = schemas.types(schema);
  if (types === undefined) return [];
  const resolved = schemas.resolve(schema);
  if (types.has('integer') && types.size === 1) {
    const beyond = [resolved.minimum, resolved.maximum].map((bound, index) =>
      typeof bound === 'number' ? bound + (index === 0 ? -1 : 1) : undefined,
    );
    return ['maybe', '1.5', '1e3', ...beyond.filter((value) => value !== undefined)].filter(
      (value) => !schemas.isValid(schema, value),
    );
  }
  if (types.has('number') && types.size === 1) return ['maybe', '0x10'];
  if (types.has('boolean') && types.size === 1) return ['maybe', '1', 'TRUE'];
  if (types.has('array') && style !== 'deepObject') {
    const items = schemas.types(schemas.items(schema));
    return items?.has('integer') || items?.has('number')
      ? [['maybe']]
      : Array.isArray(schemas.resolve(schemas.items(schema)).enum)
        ? [['~nonsense~']]
        : [];
  }
  if (types.has('string') && types.size <= 2) {
    const candidates = Array.isArray(resolved.enum)
      ? ['~nonsense~']
      : resolved.format === 'uuid' || resolved.format === 'date'
        ? ['nonsense']
        : resolved.pattern !== undefined
          ? ['~ ~']
          : [];
    return candidates.filter((value) => !schemas.isValid(schema, value));
  }
  return [];
}

/** Bodies with one wrong member, and the place of it. */
function wrongBodies({ schemas }: Contract, { requestBody }: Operation, good: unknown): [string, unknown][] {
  const schema = requestBody?.content.find(({ mediaType }) => isJson(mediaType))?.schema ?? true;
  const found: [string, unknown][] = [];
  const invalid = (place: string, body: unknown): void => {
    if (!schemas.isValid(schema, body, 'request')) found.push([place, body]);
  };
  invalid('body', 'a text');
  invalid('body', null);
  invalid('body', 7);
  if (!isObject(good)) return found;
  const members: JsonObject = good;
  for (const name of Object.keys(members).slice(0, 8)) {
    invalid('body', Object.fromEntries(Object.entries(members).filter(([key]) => key !== name)));
    for (const value of [{ odd: [1] }, [null], -1e9]) invalid('body', { ...members, [name]: value });
  }
  invalid('body', { ...members, strangeMember: 1 });
  return found;
}
