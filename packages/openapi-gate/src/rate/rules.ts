import type { Bump } from '../bump.ts';
import { member } from './document.ts';
import type { ReportedChange } from './redocly.ts';
import { acceptsAnything, isReceived, isSent, isWholeSchema } from './roles.ts';

/** A rule for changes that Redocly does not rate. */
export interface Rule {
  readonly name: string;
  readonly bump: Bump;
  applies(change: ReportedChange): boolean;
}

/** Properties for documentation only. */
export const TEXTS = new Set([
  ...['title', 'summary', 'description', 'example', 'examples', 'externalDocs', 'contact', 'license', 'tags'],
  ...['termsOfService', 'x-displayName', 'x-enumDescriptions', 'x-codeSamples', 'x-tagGroups', '$comment'],
]);

/** Validation keywords that Redocly compares without a rating. */
const KEYWORDS =
  /^(patternProperties|propertyNames|dependent(Required|Schemas)|(min|max)?[cC]ontains|unevaluated(Items|Properties)|prefixItems|if|then|else|not|const|content(Encoding|MediaType|Schema)|style|explode|allowReserved|allowEmptyValue|encoding|contentType|xml)$/;

const inKeyword = ({ path, property, typeName }: ReportedChange): boolean => {
  const keyword = typeName.charAt(0).toLowerCase() + typeName.slice(1);
  return (
    KEYWORDS.test(property ?? '') ||
    KEYWORDS.test(keyword) ||
    (/\/schema\//.test(path) &&
      path
        .split('/')
        .some(
          (part, at) =>
            at > 2 &&
            /^(patternProperties|not|if|then|else|dependentSchemas|contains|propertyNames)$/.test(part),
        ))
  );
};

/** Objects whose members have any name: one that begins with `x-` is not an extension there. */
const MAPS =
  /^(properties|patternProperties|dependentSchemas|\$defs|definitions|headers|schemas|parameters|responses|requestBodies|securitySchemes|examples|links|callbacks|pathItems|content|encoding|variables|scopes|mapping|webhooks)$/;

/** The extension that changed or contains the change; undefined if there is none. */
export function extensionOf({ path, property }: ReportedChange): string | undefined {
  if (property?.startsWith('x-')) return property;
  const parts = path.split('/');
  return parts.find((part, at) => part.startsWith('x-') && !MAPS.test(parts[at - 1] ?? ''));
}

const isComponent = (path: string): boolean => /^#\/components\/\w+\/[^/]+$/.test(path);

/**
 * The rules, most specific first; the first that applies decides. Redocly's ratings take precedence, under the
 * names of its rules. Settings can change the bump of each by name.
 */
export const RULES: readonly Rule[] = [
  {
    name: 'version-changed',
    bump: 'none',
    applies: ({ path, property }) => path === '#/info' && property === 'version',
  },
  {
    name: 'extensible-enum-changed',
    bump: 'major',
    applies: (change) => extensionOf(change) === 'x-extensible-enum',
  },
  {
    name: 'extension-changed',
    bump: 'patch',
    applies: (change) => !TEXTS.has(extensionOf(change) ?? 'title'),
  },
  {
    // Servers do not apply defaults to responses, so these do not change.
    name: 'response-default-changed',
    bump: 'minor',
    applies: ({ property, path }) => property === 'default' && isReceived(path),
  },
  {
    // Clients that omit the value get another result.
    name: 'default-changed',
    bump: 'major',
    applies: ({ property }) => property === 'default',
  },
  {
    // Requests do not change if a path parameter is renamed, but arguments of generated clients do.
    name: 'parameter-renamed',
    bump: 'major',
    applies: ({ typeName, property, kind }) =>
      typeName === 'Parameter' && kind === 'modified' && (property === 'name' || property === 'in'),
  },
  {
    name: 'path-template-renamed',
    bump: 'patch',
    applies: ({ typeName, property }) => typeName === 'PathItem' && property === 'key',
  },
  {
    name: 'component-renamed',
    bump: 'major',
    applies: ({ path, property }) => property === 'key' && isComponent(path),
  },
  {
    // Generated types and readers of the document use the name of the component.
    name: 'component-removed',
    bump: 'major',
    applies: ({ kind, path, property }) => kind === 'removed' && property === undefined && isComponent(path),
  },
  {
    // Clients that still send it may be refused.
    name: 'request-property-removed',
    bump: 'major',
    applies: ({ kind, path, property, typeName }) =>
      kind === 'removed' &&
      property === undefined &&
      typeName === 'Schema' &&
      isSent(path) &&
      /\/properties\/[^/]+$/.test(path),
  },
  {
    name: 'required-body-added',
    bump: 'major',
    applies: ({ kind, property, typeName, revision, path }) =>
      kind === 'added' &&
      property === undefined &&
      typeName === 'RequestBody' &&
      !path.startsWith('#/components/') &&
      member(revision?.value, 'required') === true,
  },
  {
    // Anything could be sent before.
    name: 'request-schema-added',
    bump: 'major',
    applies: (change) =>
      change.kind === 'added' &&
      isWholeSchema(change) &&
      isSent(change.path) &&
      !acceptsAnything(change.revision?.value),
  },
  {
    // Anything can be received now.
    name: 'response-schema-removed',
    bump: 'major',
    applies: (change) =>
      change.kind === 'removed' &&
      isWholeSchema(change) &&
      isReceived(change.path) &&
      !acceptsAnything(change.base?.value),
  },
  {
    // Clients that send it may be refused, or ignored.
    name: 'read-only-set',
    bump: 'major',
    applies: ({ property, path, revision }) =>
      property === 'readOnly' && revision?.value === true && isSent(path),
  },
  {
    // Clients no longer receive it.
    name: 'write-only-set',
    bump: 'major',
    applies: ({ property, path, revision }) =>
      property === 'writeOnly' && revision?.value === true && isReceived(path),
  },
  {
    name: 'text-changed',
    bump: 'patch',
    applies: (change) =>
      TEXTS.has(change.property ?? '') ||
      extensionOf(change) !== undefined ||
      /^(Example|ExternalDocs|Contact|License|Tag|TagGroup)/.test(change.typeName),
  },
  { name: 'keyword-changed', bump: 'major', applies: inKeyword },
  {
    // Another component of the same form, but the type of the body is a union of their names.
    name: 'alternative-replaced',
    bump: 'major',
    applies: ({ property, path }) => property === '$ref' && /\/(oneOf|anyOf)\/\d+$/.test(path),
  },
  {
    // A reference to an equal component, while the old one still exists.
    name: 'reference-changed',
    bump: 'minor',
    applies: ({ property }) => property === '$ref',
  },
  // Anything else is compatible: a wider bound, another value, something new and optional.
  { name: 'more-allowed', bump: 'minor', applies: () => true },
];
