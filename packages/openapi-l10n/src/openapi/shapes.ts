/**
 * The objects of an OpenAPI document (3.0, 3.1, 3.2) as a table: which members are human-readable texts, and which
 * members contain other objects. Anything else (example values, enums, defaults, names, URLs) is never a
 * text, so a property called `description` is not mistaken for a description.
 */
export interface Shape {
  /** Members whose string value is a text. */
  texts?: readonly string[];
  /** The string values of all members are texts (scopes, enum descriptions), and so are the items of a list. */
  allTexts?: true;
  /** Members that contain an object, a list of objects (`[x]`) or a map of objects (`{x}`). */
  children?: Readonly<Record<string, Child>>;
}

/** The shape of a member: the object itself, a list of them, a map of them, or an object or a list. */
export type Child = ShapeName | `[${ShapeName}]` | `{${ShapeName}}` | `${ShapeName}|[${ShapeName}]`;

export type ShapeName = keyof typeof table;

const operations = Object.fromEntries(
  ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'].map((method) => [
    method,
    'operation',
  ]),
);

const table = {
  root: {
    children: {
      info: 'info',
      servers: '[server]',
      paths: '{pathItem}',
      webhooks: '{pathItem}',
      'x-webhooks': '{pathItem}',
      components: 'components',
      tags: '[tag]',
      'x-tagGroups': '[tagGroup]',
      externalDocs: 'externalDocs',
    },
  },
  info: { texts: ['title', 'summary', 'description'], children: { 'x-logo': 'logo' } },
  logo: { texts: ['altText'] },
  server: { texts: ['description'], children: { variables: '{serverVariable}' } },
  serverVariable: { texts: ['description'] },
  externalDocs: { texts: ['description'] },
  tag: { texts: ['x-displayName', 'summary', 'description'], children: { externalDocs: 'externalDocs' } },
  tagGroup: { texts: ['name', 'description'] },
  pathItem: {
    texts: ['summary', 'description'],
    children: {
      ...operations,
      additionalOperations: '{operation}',
      servers: '[server]',
      parameters: '[parameter]',
    },
  },
  operation: {
    texts: ['summary', 'description', 'x-deprecatedMessage'],
    children: {
      externalDocs: 'externalDocs',
      parameters: '[parameter]',
      requestBody: 'requestBody',
      responses: '{response}',
      callbacks: '{callback}',
      servers: '[server]',
      'x-codeSamples': '[codeSample]',
      'x-code-samples': '[codeSample]',
      'x-badges': '[badge]',
    },
  },
  callback: { children: { '*': 'pathItem' } },
  codeSample: { texts: ['label'] },
  badge: { texts: ['name'] },
  parameter: {
    texts: ['description', 'x-deprecatedMessage'],
    children: { schema: 'schema', content: '{mediaType}', examples: '{example}' },
  },
  requestBody: { texts: ['description'], children: { content: '{mediaType}' } },
  mediaType: {
    texts: ['description'],
    children: {
      schema: 'schema',
      itemSchema: 'schema',
      examples: '{example}',
      encoding: '{encoding}',
      prefixEncoding: '[encoding]',
      itemEncoding: 'encoding',
    },
  },
  encoding: { children: { headers: '{parameter}', encoding: '{encoding}' } },
  response: {
    texts: ['summary', 'x-summary', 'description'],
    children: { headers: '{parameter}', content: '{mediaType}', links: '{link}' },
  },
  link: { texts: ['description'], children: { server: 'server' } },
  example: { texts: ['summary', 'description'] },
  securityScheme: { texts: ['description'], children: { flows: '{flow}' } },
  flow: { children: { scopes: 'strings' } },
  strings: { allTexts: true },
  schema: {
    texts: ['title', 'description', 'x-deprecatedMessage'],
    children: {
      externalDocs: 'externalDocs',
      properties: '{schema}',
      patternProperties: '{schema}',
      dependentSchemas: '{schema}',
      $defs: '{schema}',
      definitions: '{schema}',
      additionalProperties: 'schema',
      unevaluatedProperties: 'schema',
      unevaluatedItems: 'schema',
      propertyNames: 'schema',
      contains: 'schema',
      contentSchema: 'schema',
      items: 'schema|[schema]',
      prefixItems: '[schema]',
      allOf: '[schema]',
      anyOf: '[schema]',
      oneOf: '[schema]',
      not: 'schema',
      if: 'schema',
      // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword, in a table that is never awaited
      then: 'schema',
      else: 'schema',
      'x-enumDescriptions': 'strings',
      'x-enum-descriptions': 'strings',
      'x-enumNames': 'strings',
    },
  },
  components: {
    children: {
      schemas: '{schema}',
      responses: '{response}',
      parameters: '{parameter}',
      examples: '{example}',
      requestBodies: '{requestBody}',
      headers: '{parameter}',
      securitySchemes: '{securityScheme}',
      links: '{link}',
      callbacks: '{callback}',
      pathItems: '{pathItem}',
      mediaTypes: '{mediaType}',
    },
  },
} as const;

/** The table, by object name. `*` among the children stands for every other member. */
// The literal above satisfies Shape, but TypeScript cannot see through the mapped `operations`.
export const shapes = table as unknown as Readonly<Record<ShapeName, Shape>>;
