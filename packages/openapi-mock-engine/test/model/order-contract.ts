import { contractOf } from './contracts.ts';

const query = (name: string, schema: object, more: object = {}) => ({ name, in: 'query', schema, ...more });
/** A contract of one operation, whose parameters and body have keywords of every kind. */
export const { contract, operation } = contractOf(
  {
    parameters: [
      { name: 'thingId', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
      query('length', { type: 'integer', minimum: 1, maximum: 100 }),
      query('unit', { type: 'string', enum: ['day', 'hour'], default: 'day' }),
      query(
        'since',
        { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T.*[+-]\\d\\d:\\d\\d$' },
        { example: '2026-01-31T12:00:00+01:00' },
      ),
      query('active', { type: 'boolean' }),
      query('ratio', { type: 'number', exclusiveMinimum: 0, maximum: 1, multipleOf: 0.01 }),
      query('tags', {
        type: 'array',
        items: { type: 'string', minLength: 2 },
        maxItems: 2,
        uniqueItems: true,
      }),
      query('on', { type: 'string', format: 'date' }),
      { name: 'X-Trace', in: 'header', schema: { type: 'string', format: 'uuid' } },
      { name: 'session', in: 'cookie', schema: { type: 'string', minLength: 4 } },
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } }, 'text/csv': {} },
    },
  },
  {
    path: '/things/{thingId}',
    components: {
      schemas: {
        Order: {
          type: 'object',
          required: ['email', 'items'],
          additionalProperties: false,
          properties: {
            id: { type: 'integer', readOnly: true },
            email: { type: 'string', format: 'email' },
            fields: { type: 'array', items: { enum: ['email', 'name', 'phone'] } },
            items: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Item' } },
            pay: {
              oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Transfer' }],
              discriminator: {
                propertyName: 'kind',
                mapping: { card: '#/components/schemas/Card', transfer: 'Transfer' },
              },
            },
            note: { type: ['string', 'null'], maxLength: 10 },
          },
        },
        Item: {
          type: 'object',
          required: ['sku'],
          properties: {
            sku: { type: 'string' },
            parts: { type: 'array', items: { $ref: '#/components/schemas/Item' } },
          },
        },
        Card: {
          type: 'object',
          required: ['kind', 'number'],
          properties: { number: { type: 'string', pattern: '^\\d+$' } },
        },
        Transfer: { type: 'object', required: ['kind', 'iban'], properties: { iban: { type: 'string' } } },
      },
    },
  },
);
