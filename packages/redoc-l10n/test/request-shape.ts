import type { ParameterShape, RequestShape } from '../src/samples/request.ts';

const parameter = (
  name: string,
  place: ParameterShape['in'],
  more: Partial<ParameterShape> = {},
): ParameterShape => ({
  name,
  in: place,
  style: place === 'query' || place === 'cookie' ? 'form' : 'simple',
  explode: place === 'query',
  type: 'string',
  ...more,
});

/** A request with a parameter of each place and style, and a key. */
export const shape: RequestShape = {
  method: 'GET',
  path: '/pets/{id}/visits',
  parameters: [
    parameter('id', 'path'),
    parameter('limit', 'query', { type: 'integer' }),
    parameter('since', 'query'),
    parameter('tags', 'query', { type: 'array' }),
    parameter('filter', 'query', { type: 'object', style: 'deepObject' }),
    parameter('X-Trace', 'header'),
    parameter('session', 'cookie'),
  ],
  auth: [{ in: 'header', name: 'Authorization', value: 'Bearer KEY' }],
  bodyTypes: [],
};
