import { jsonAnswer, type MockAnswer } from '../message.ts';
import type { Contract, Schema } from '../model/index.ts';
import { isObject } from '../model/json.ts';

/** The titles of statuses. */
const titles: { readonly [status: number]: string } = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** Problem details (RFC 9457). */
export function problem(status: number, findings: readonly string[]): MockAnswer {
  const [detail] = findings;
  const body = {
    title: titles[status] ?? 'Error',
    status,
    detail,
    ...(findings.length > 1 ? { errors: findings } : {}),
  };
  return jsonAnswer(status, JSON.stringify(body), 'application/problem+json');
}

/** An error whose own `status` and `title` are those of the answer: an example of a range is about one of its statuses. */
export function agreeWithStatus(
  error: unknown,
  status: number,
  schema: Schema,
  { schemas }: Pick<Contract, 'schemas'>,
): unknown {
  if (!isObject(error) || typeof error.status !== 'number' || error.status === status) return error;
  const title = typeof error.title === 'string' ? { title: titles[status] ?? 'Error' } : {};
  const agreeing = { ...error, ...title, status };
  return schemas.isValid(schema, agreeing, 'response') ? agreeing : error;
}
