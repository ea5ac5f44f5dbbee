/** A contract, and an API that differs from it in every way that a proxy can see. */

const error = { type: 'object', required: ['message'], properties: { message: { type: 'string' } } };
const json = (schema: object) => ({ 'application/json': { schema } });
const refused = { description: 'Refused', content: json(error) };

export const orders = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1.0.0' },
  servers: [{ url: 'https://api.orders.example/v1' }],
  security: [{ shopKey: [] }],
  paths: {
    '/orders': {
      get: {
        operationId: 'listOrders',
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50 } }],
        responses: {
          200: {
            description: 'Orders',
            headers: { 'X-Total': { required: true, schema: { type: 'integer' } } },
            content: json({
              type: 'array',
              maxItems: 3,
              uniqueItems: true,
              items: { $ref: '#/components/schemas/Order' },
            }),
          },
          400: refused,
          401: refused,
        },
      },
      post: {
        operationId: 'createOrder',
        requestBody: {
          required: true,
          content: json({
            type: 'object',
            required: ['sku'],
            additionalProperties: false,
            properties: { sku: { type: 'string', minLength: 3 } },
          }),
        },
        responses: { 202: { description: 'Accepted' }, 400: refused },
      },
    },
    '/orders/{orderId}': {
      get: {
        operationId: 'getOrder',
        parameters: [{ name: 'orderId', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: {
          200: { description: 'The order', content: json({ $ref: '#/components/schemas/Order' }) },
          404: refused,
        },
      },
    },
  },
  components: {
    securitySchemes: { shopKey: { type: 'apiKey', in: 'header', name: 'X-Shop' } },
    schemas: {
      Order: {
        type: 'object',
        required: ['id', 'state'],
        additionalProperties: false,
        properties: {
          id: { type: 'integer' },
          state: { enum: ['open', 'paid'] },
          total: { type: 'number', minimum: 0 },
          placed: { type: 'string', format: 'date-time' },
          sku: { type: 'string', pattern: '^[a-z]{3}-\\d+$' },
          payment: {
            oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Cash' }],
            discriminator: {
              propertyName: 'kind',
              mapping: { card: '#/components/schemas/Card', cash: '#/components/schemas/Cash' },
            },
          },
        },
      },
      Card: {
        type: 'object',
        required: ['kind', 'last4'],
        properties: { kind: { const: 'card' }, last4: { type: 'string' } },
      },
      Cash: { type: 'object', required: ['kind'], properties: { kind: { const: 'cash' } } },
    },
  },
};

/** What a client sends, and what the API answers. */
export interface Exchanged {
  method?: string;
  path: string;
  /** Without the key of the shop. */
  isAnonymous?: boolean;
  body?: object;
  status: number;
  headers?: { [name: string]: string };
  answer?: unknown;
}

const order = { id: 7, state: 'open' };
const listed = { 'content-type': 'application/json', 'x-total': '1' };
const one = (answer: unknown): Exchanged => ({ path: '/orders/7', status: 200, answer });
const many = (answer: unknown, headers: { [name: string]: string } = listed): Exchanged => ({
  path: '/orders?limit=2',
  status: 200,
  headers,
  answer,
});

/** Exchanges that keep to the contract. */
export const faithful: readonly Exchanged[] = [
  one({ ...order, total: 1.5, placed: '2026-01-31T12:00:00Z', sku: 'abc-1', payment: { kind: 'cash' } }),
  many([order]),
  { path: '/v1/orders/7', status: 200, answer: order },
  { path: '/orders?limit=0', status: 400, answer: { message: 'no' } },
  { path: '/orders', isAnonymous: true, status: 401, answer: { message: 'no' } },
  { path: '/orders/8', status: 404, answer: { message: 'no' } },
  { path: '/nowhere', status: 404, answer: 'no' },
  { method: 'HEAD', path: '/orders/7', status: 200 },
  { method: 'POST', path: '/orders', body: { sku: 'abc' }, status: 202, headers: {} },
];

/** Exchanges that differ in one way each, and what is reported. */
export const deviations: readonly (Exchanged & { reported: string })[] = [
  {
    ...one(order),
    status: 203,
    reported: 'getOrder response: Status 203 is not documented. Expected one of 200, 404.',
  },
  {
    ...one(order),
    status: 302,
    reported: 'getOrder response: Status 302 is not documented. Expected one of 200, 404.',
  },
  {
    ...one('<order/>'),
    headers: { 'content-type': 'text/xml' },
    reported:
      'getOrder response: Content-Type: "text/xml" is not documented for status 200. Expected application/json.',
  },
  {
    ...one(order),
    headers: {},
    reported: 'getOrder response: Content-Type: is missing. Expected application/json.',
  },
  { ...one(undefined), reported: 'getOrder response: Status 200 has no body. Expected application/json.' },
  { ...one('{"id":'), reported: 'getOrder response: Body: it is not JSON' },
  {
    ...one([order]),
    reported: 'getOrder response: body: [{"id":7,"state":"open"}] is not allowed. Expected an object.',
  },
  { ...one({ id: 7 }), reported: 'getOrder response: body.state: is missing. Expected open or paid.' },
  {
    ...one({ ...order, id: '7' }),
    reported: 'getOrder response: body.id: "7" is not allowed. Expected an integer.',
  },
  {
    ...one({ ...order, state: 'lost' }),
    reported: 'getOrder response: body.state: "lost" is not allowed. Expected open or paid.',
  },
  { ...one({ ...order, total: -1 }), reported: 'getOrder response: body.total: -1 is not allowed.' },
  { ...one({ ...order, total: null }), reported: 'getOrder response: body.total: null is not allowed.' },
  {
    ...one({ ...order, placed: '31/01/2026' }),
    reported: 'getOrder response: body.placed: "31/01/2026" is not allowed.',
  },
  { ...one({ ...order, sku: 'ABC' }), reported: 'getOrder response: body.sku: "ABC" is not allowed.' },
  {
    ...one({ ...order, stat: 'open' }),
    reported: 'getOrder response: body.stat: "open" is not allowed, since there is no such property.',
  },
  {
    ...one({ ...order, payment: { kind: 'cheque' } }),
    reported: 'getOrder response: body.payment.kind: "cheque" is not allowed. Expected card or cash.',
  },
  {
    ...many([order, { ...order, id: 8 }, { ...order, id: 9 }, { ...order, id: 10 }]),
    reported: 'listOrders response: body: 4 items are not allowed.',
  },
  {
    ...many([order, order]),
    reported: 'listOrders response: body[1]: {"id":7,"state":"open"} is a repetition of item 0.',
  },
  {
    ...many([order], { 'content-type': 'application/json' }),
    reported: 'listOrders response: Header X-Total is missing. Expected an integer.',
  },
  {
    ...many([order], { ...listed, 'x-total': 'one' }),
    reported: 'listOrders response: Header X-Total: "one" is not allowed.',
  },
  {
    path: '/orders/7',
    status: 404,
    answer: { error: 'no' },
    reported: 'getOrder response: body.message: is missing. Expected a string.',
  },
  {
    ...many([order]),
    path: '/orders?limit=0',
    reported:
      'listOrders request: limit: 0 is not allowed. Expected an integer from 1 to 50. The API accepted it with 200.',
  },
  {
    ...many([order]),
    path: '/orders?limt=2',
    reported:
      'listOrders request: limt: 2 is not allowed, since there is no such parameter. Did you mean limit?',
  },
  {
    ...many([order]),
    isAnonymous: true,
    reported:
      'listOrders request: X-Shop: is missing. Expected an API key in the header X-Shop. The API accepted it with 200.',
  },
  {
    path: '/orders?limit=9',
    status: 400,
    answer: { message: 'no' },
    reported: 'listOrders request: The request is valid by the contract, but the API refused it with 400.',
  },
  {
    method: 'POST',
    path: '/orders',
    body: { sku: 'a' },
    status: 202,
    headers: {},
    reported: 'createOrder request: body.sku: "a" is not allowed.',
  },
  {
    method: 'POST',
    path: '/orders',
    body: { sku: 'abc' },
    status: 202,
    answer: order,
    reported: 'createOrder response: Status 202 has a body, which is not documented.',
  },
  {
    path: '/customers',
    status: 200,
    answer: [],
    reported:
      'GET /customers response: GET /customers is not in the contract, but the API answered it with 200.',
  },
  {
    method: 'DELETE',
    path: '/orders/7',
    status: 204,
    headers: {},
    reported:
      'DELETE /orders/7 response: DELETE /orders/7 is not in the contract, but the API answered it with 204.',
  },
];
