import type { PostmanNode } from './postman-node.ts';

/** The parts of an OpenAPI document that collection requests are matched with. */
export interface CollectionSource {
  readonly security?: readonly Requirement[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, SourceOperation | undefined>>>>;
  readonly webhooks?: Readonly<Record<string, unknown>>;
  readonly components: {
    readonly headers?: Readonly<Record<string, { readonly example?: string | number }>>;
    readonly securitySchemes?: Readonly<Record<string, Scheme>>;
  };
}
type Requirement = Readonly<Record<string, readonly string[]>>;
export interface SourceOperation {
  readonly security?: readonly Requirement[];
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly callbacks?: Readonly<Record<string, unknown>>;
}
type Scheme =
  | { readonly type: 'apiKey'; readonly in: string; readonly name: string }
  | { readonly type: 'http'; readonly scheme: string }
  | { readonly type: 'oauth2' | 'openIdConnect' | 'mutualTLS' };

/** The operation of a request; undefined if the document has no such method and path. */
export function operationOf({ paths }: CollectionSource, request: PostmanNode): SourceOperation | undefined {
  const url = request['url'] as { path?: readonly string[] } | undefined; // always an object of the converter
  const path = `/${(url?.path ?? []).map((part) => part.replace(/^:(.*)$/, '{$1}')).join('/')}`;
  const method = String(request['method']).toLowerCase();
  // The path may begin with that of an operation-level server.
  const own = Object.keys(paths).filter(
    (candidate) => path.endsWith(candidate) && paths[candidate]?.[method],
  );
  const [longest] = own.toSorted((a, b) => b.length - a.length);
  return longest === undefined ? undefined : paths[longest]?.[method];
}

/** The name of an operation's first security scheme; undefined without one. */
const schemeName = (security: readonly Requirement[] | undefined): string | undefined =>
  Object.keys(security?.[0] ?? {})[0];

/**
 * How Postman authenticates one operation: undefined when it inherits from the collection. The credential is a variable
 * with the name of its scheme.
 */
export function authOf(
  document: CollectionSource,
  { security }: SourceOperation,
): { auth: PostmanNode; variable?: string } | undefined {
  const name = schemeName(security);
  if (security === undefined || (name !== undefined && name === schemeName(document.security)))
    return undefined;
  const scheme = name === undefined ? undefined : document.components.securitySchemes?.[name];
  if (name === undefined || scheme === undefined || scheme.type === 'mutualTLS')
    return { auth: { type: 'noauth' } };
  const value = `{{${name}}}`;
  const fields = (type: string, entries: Record<string, string>): PostmanNode => ({
    type,
    [type]: Object.entries(entries).map(([key, field]) => ({ key, value: field, type: 'string' })),
  });
  if (scheme.type === 'apiKey' && scheme.in !== 'cookie')
    return { auth: fields('apikey', { key: scheme.name, value, in: scheme.in }), variable: name };
  if (scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic')
    return { auth: fields('basic', { username: value, password: '' }), variable: name };
  // A token, however it was obtained.
  return { auth: fields('bearer', { token: value }), variable: name };
}
