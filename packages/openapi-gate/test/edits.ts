import type { Bump } from '../src/bump.ts';

type Json = Record<string, unknown>;

/** One edit of a contract, with the bump that a careful maintainer would give it. */
export interface Edit {
  readonly title: string;
  readonly bump: Bump;
  readonly before: Json;
  readonly after: Json;
}

const edit = (bump: Bump, title: string, before: Json, after: Json): Edit => ({ title, bump, before, after });

const ok = { '200': { description: 'Done.' } };
const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } });
const object = (properties: Json, required: string[] = [], more: Json = {}): Json => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
  ...more,
});

/** An edit of a query parameter's schema. */
const query = (bump: Bump, title: string, before: Json, after: Json): Edit => {
  const operation = (schema: Json) => ({ parameters: [{ name: 'q', in: 'query', schema }], responses: ok });
  return edit(bump, `parameter: ${title}`, operation(before), operation(after));
};

/** An edit of everything about a parameter but its schema. */
const parameter = (bump: Bump, title: string, before: Json[], after: Json[]): Edit => {
  const operation = (parameters: Json[]) => ({ parameters, responses: ok });
  return edit(bump, `parameter: ${title}`, operation(before), operation(after));
};

const request = (bump: Bump, title: string, before: Json, after: Json): Edit => {
  const operation = (schema: Json) => ({ requestBody: { required: true, ...json(schema) }, responses: ok });
  return edit(bump, `request: ${title}`, operation(before), operation(after));
};

const response = (bump: Bump, title: string, before: Json, after: Json): Edit => {
  const operation = (schema: Json) => ({ responses: { '200': { description: 'Done.', ...json(schema) } } });
  return edit(bump, `response: ${title}`, operation(before), operation(after));
};

const operation = (bump: Bump, title: string, before: Json, after: Json): Edit =>
  edit(bump, `operation: ${title}`, { responses: ok, ...before }, { responses: ok, ...after });

const text = { type: 'string' };
const number = { type: 'integer' };
const q = (more: Json = {}): Json => ({ name: 'q', in: 'query', schema: text, ...more });

/** The schema of a body is set for the first time, or given up, in a request and in a response. */
function bodySchemas(): Edit[] {
  const free = { content: { 'application/json': {} } };
  const fixed = json({ type: 'object' });
  const sends = (body: Json): Json => ({ requestBody: body, responses: ok });
  const answers = (body: Json): Json => ({ responses: { '200': { description: 'Done.', ...body } } });
  return [
    edit('major', 'request: a schema where there was none', sends(free), sends(fixed)),
    edit(
      'minor',
      'request: a schema where there was none, which admits everything',
      sends(free),
      sends(json({})),
    ),
    edit('minor', 'request: no schema any more', sends(fixed), sends(free)),
    edit('minor', 'response: a schema where there was none', answers(free), answers(fixed)),
    edit('major', 'response: no schema any more', answers(fixed), answers(free)),
  ];
}

export const EDITS: readonly Edit[] = [
  ...bodySchemas(),
  query('minor', 'a wider maximum', { ...number, maximum: 10 }, { ...number, maximum: 20 }),
  query('major', 'a narrower maximum', { ...number, maximum: 20 }, { ...number, maximum: 10 }),
  query('major', 'a new maximum', number, { ...number, maximum: 10 }),
  query('minor', 'no maximum any more', { ...number, maximum: 10 }, number),
  query('minor', 'a lower minimum', { ...number, minimum: 5 }, { ...number, minimum: 1 }),
  query('major', 'a higher minimum', { ...number, minimum: 1 }, { ...number, minimum: 5 }),
  query('major', 'an exclusive minimum', number, { ...number, exclusiveMinimum: 0 }),
  query('major', 'a multiple', number, { ...number, multipleOf: 5 }),
  query('minor', 'a longer text', { ...text, maxLength: 10 }, { ...text, maxLength: 20 }),
  query('major', 'a shorter text', { ...text, maxLength: 20 }, { ...text, maxLength: 10 }),
  query('major', 'a text that must not be empty', text, { ...text, minLength: 1 }),
  query('major', 'another pattern', { ...text, pattern: '^a' }, { ...text, pattern: '^b' }),
  query('major', 'a new pattern', text, { ...text, pattern: '^a' }),
  query('major', 'another format', { ...text, format: 'date' }, { ...text, format: 'date-time' }),
  query('major', 'a new format', text, { ...text, format: 'uuid' }),
  query('minor', 'one more value', { ...text, enum: ['a'] }, { ...text, enum: ['a', 'b'] }),
  query('major', 'one value less', { ...text, enum: ['a', 'b'] }, { ...text, enum: ['a'] }),
  query('major', 'from any text to a list of values', text, { ...text, enum: ['a', 'b'] }),
  query('minor', 'from a list of values to any text', { ...text, enum: ['a'] }, text),
  query('major', 'a constant', text, { ...text, const: 'a' }),
  query('major', 'another type', text, number),
  query('minor', 'one more type', text, { type: ['string', 'null'] }),
  query('major', 'one type less', { type: ['string', 'null'] }, text),
  query('major', 'another default', { ...text, default: 'a' }, { ...text, default: 'b' }),
  query('major', 'a new default', text, { ...text, default: 'a' }),
  query('major', 'no default any more', { ...text, default: 'a' }, text),
  query(
    'minor',
    'more items',
    { type: 'array', items: text, maxItems: 2 },
    { type: 'array', items: text, maxItems: 3 },
  ),
  query(
    'major',
    'fewer items',
    { type: 'array', items: text, maxItems: 3 },
    { type: 'array', items: text, maxItems: 2 },
  ),
  query(
    'major',
    'at least one item',
    { type: 'array', items: text },
    { type: 'array', items: text, minItems: 1 },
  ),
  query(
    'major',
    'unique items',
    { type: 'array', items: text },
    { type: 'array', items: text, uniqueItems: true },
  ),
  query('major', 'items of another type', { type: 'array', items: text }, { type: 'array', items: number }),
  query('patch', 'another title', { ...text, title: 'A' }, { ...text, title: 'B' }),
  query('patch', 'another example in the schema', { ...text, examples: ['a'] }, { ...text, examples: ['b'] }),

  parameter('minor', 'a new optional one', [q()], [q(), { name: 'r', in: 'query', schema: text }]),
  parameter(
    'major',
    'a new required one',
    [q()],
    [q(), { name: 'r', in: 'query', required: true, schema: text }],
  ),
  parameter('major', 'removed', [q(), { name: 'r', in: 'query', schema: text }], [q()]),
  parameter('major', 'renamed', [q()], [{ ...q(), name: 'query' }]),
  parameter('major', 'required from now on', [q()], [q({ required: true })]),
  parameter('minor', 'optional from now on', [q({ required: true })], [q()]),
  parameter('major', 'in a header', [q()], [q({ in: 'header' })]),
  parameter('minor', 'deprecated', [q()], [q({ deprecated: true })]),
  parameter('patch', 'another description', [q({ description: 'A.' })], [q({ description: 'B.' })]),
  parameter('patch', 'a first description', [q()], [q({ description: 'B.' })]),
  parameter('patch', 'another example', [q({ example: 'a' })], [q({ example: 'b' })]),
  parameter('major', 'another style', [q({ style: 'form' })], [q({ style: 'pipeDelimited' })]),
  parameter('major', 'not exploded any more', [q({ explode: true })], [q({ explode: false })]),
  parameter(
    'none',
    'in another order',
    [q(), { name: 'r', in: 'query', schema: text }],
    [{ name: 'r', in: 'query', schema: text }, q()],
  ),

  request('minor', 'a new optional property', object({ a: text }), object({ a: text, b: text })),
  request('major', 'a new required property', object({ a: text }), object({ a: text, b: text }, ['b'])),
  request('major', 'a property removed', object({ a: text, b: text }), object({ a: text })),
  request('major', 'a property renamed', object({ a: text, b: text }), object({ a: text, c: text })),
  request('major', 'a property required from now on', object({ a: text }), object({ a: text }, ['a'])),
  request('minor', 'a property optional from now on', object({ a: text }, ['a']), object({ a: text })),
  request('major', 'a property of another type', object({ a: text }), object({ a: number })),
  request(
    'minor',
    'a property that may be null',
    object({ a: text }),
    object({ a: { type: ['string', 'null'] } }),
  ),
  request(
    'major',
    'a property that may not be null',
    object({ a: { type: ['string', 'null'] } }),
    object({ a: text }),
  ),
  request(
    'major',
    'no further properties',
    object({ a: text }),
    object({ a: text }, [], { additionalProperties: false }),
  ),
  request(
    'minor',
    'further properties',
    object({ a: text }, [], { additionalProperties: false }),
    object({ a: text }),
  ),
  request('minor', 'one more alternative', { oneOf: [text] }, { oneOf: [text, number] }),
  request('major', 'one alternative less', { oneOf: [text, number] }, { oneOf: [text] }),
  request(
    'major',
    'one more condition',
    { allOf: [object({ a: text })] },
    { allOf: [object({ a: text }), object({ b: text }, ['b'])] },
  ),
  request(
    'major',
    'names that must match',
    object({ a: text }),
    object({ a: text }, [], { propertyNames: { pattern: '^a' } }),
  ),
  request(
    'major',
    'values by pattern of the name',
    object({ a: text }),
    object({ a: text }, [], { patternProperties: { '^b': number } }),
  ),
  request(
    'major',
    'a property that depends on another',
    object({ a: text, b: text }),
    object({ a: text, b: text }, [], { dependentRequired: { a: ['b'] } }),
  ),
  request('major', 'something excluded', text, { ...text, not: { const: 'a' } }),
  request('major', 'read-only from now on', object({ a: text }), object({ a: { ...text, readOnly: true } })),

  response('minor', 'a new property', object({ a: text }), object({ a: text, b: text })),
  response(
    'minor',
    'a new property that is always there',
    object({ a: text }, ['a']),
    object({ a: text, b: text }, ['a', 'b']),
  ),
  response('major', 'a property removed', object({ a: text, b: text }), object({ a: text })),
  response('major', 'a property that may be absent', object({ a: text }, ['a']), object({ a: text })),
  response('minor', 'a property that is always there', object({ a: text }), object({ a: text }, ['a'])),
  response(
    'major',
    'a property that may be null',
    object({ a: text }),
    object({ a: { type: ['string', 'null'] } }),
  ),
  response(
    'minor',
    'a property that is never null',
    object({ a: { type: ['string', 'null'] } }),
    object({ a: text }),
  ),
  response('major', 'one more value', { ...text, enum: ['a'] }, { ...text, enum: ['a', 'b'] }),
  response('minor', 'one value less', { ...text, enum: ['a', 'b'] }, { ...text, enum: ['a'] }),
  response('major', 'a wider maximum', { ...number, maximum: 10 }, { ...number, maximum: 20 }),
  response('minor', 'a narrower maximum', { ...number, maximum: 20 }, { ...number, maximum: 10 }),
  response('major', 'another type', text, number),
  response('major', 'another format', { ...text, format: 'date' }, { ...text, format: 'date-time' }),
  response('major', 'one more alternative', { oneOf: [text] }, { oneOf: [text, number] }),
  response('minor', 'one alternative less', { oneOf: [text, number] }, { oneOf: [text] }),
  response('minor', 'another default', { ...text, default: 'a' }, { ...text, default: 'b' }),
  response('patch', 'another description', { ...text, description: 'A.' }, { ...text, description: 'B.' }),
  response(
    'minor',
    'a deprecated property',
    object({ a: text }),
    object({ a: { ...text, deprecated: true } }),
  ),

  operation('major', 'another id', { operationId: 'a' }, { operationId: 'b' }),
  operation('minor', 'deprecated', {}, { deprecated: true }),
  operation('patch', 'another summary', { summary: 'A' }, { summary: 'B' }),
  operation('patch', 'another description', { description: 'A' }, { description: 'B' }),
  operation('patch', 'another tag', { tags: ['a'] }, { tags: ['b'] }),
  operation('minor', 'a new status', {}, { responses: { ...ok, '404': { description: 'None.' } } }),
  operation('major', 'a status removed', { responses: { ...ok, '202': { description: 'Later.' } } }, {}),
  operation('major', 'another status', {}, { responses: { '201': { description: 'Done.' } } }),
  operation('minor', 'an optional body', {}, { requestBody: json(text) }),
  operation('major', 'a required body', {}, { requestBody: { required: true, ...json(text) } }),
  operation(
    'major',
    'a body required from now on',
    { requestBody: json(text) },
    { requestBody: { required: true, ...json(text) } },
  ),
  operation(
    'minor',
    'a body optional from now on',
    { requestBody: { required: true, ...json(text) } },
    { requestBody: json(text) },
  ),
  operation('major', 'a key needed', {}, { security: [{ key: [] }] }),
  operation('minor', 'no key needed any more', { security: [{ key: [] }] }, { security: [] }),
  operation(
    'minor',
    'a second media type of the body',
    { requestBody: json(text) },
    { requestBody: { content: { 'application/json': { schema: text }, 'text/plain': { schema: text } } } },
  ),
  operation(
    'major',
    'a media type of the body removed',
    { requestBody: { content: { 'application/json': { schema: text }, 'text/plain': { schema: text } } } },
    { requestBody: json(text) },
  ),
  operation(
    'minor',
    'a second media type of the response',
    { responses: { '200': { description: 'Done.', ...json(text) } } },
    {
      responses: {
        '200': {
          description: 'Done.',
          content: { 'application/json': { schema: text }, 'text/plain': { schema: text } },
        },
      },
    },
  ),
  operation(
    'minor',
    'a header of the response',
    {},
    { responses: { '200': { description: 'Done.', headers: { 'X-Total': { schema: number } } } } },
  ),
  operation(
    'major',
    'a header of the response removed',
    {
      responses: {
        '200': { description: 'Done.', headers: { 'X-Total': { required: true, schema: number } } },
      },
    },
    {},
  ),
  operation('patch', 'an extension', { 'x-team': 'a' }, { 'x-team': 'b' }),
  operation(
    'patch',
    'a member of an extension that is called like a keyword',
    { 'x-console': { default: 1, style: 'plain', const: 'a' } },
    { 'x-console': { default: 2, style: 'bold' } },
  ),
  response('minor', 'a property whose name begins with x-', object({}), object({ 'x-position': number })),
  request(
    'patch',
    'a text inside allOf',
    { allOf: [text, { description: 'A' }] },
    { allOf: [text, { description: 'B' }] },
  ),
  request('minor', 'what was the schema is one of two', text, { oneOf: [{ type: 'null' }, text] }),
  response('major', 'what was the schema is one of two', text, { oneOf: [{ type: 'null' }, text] }),
  operation(
    'major',
    'an extensible enum',
    { parameters: [q({ schema: { ...text, 'x-extensible-enum': ['a', 'b'] } })] },
    { parameters: [q({ schema: { ...text, 'x-extensible-enum': ['a'] } })] },
  ),
];
