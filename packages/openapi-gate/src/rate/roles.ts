import type { ReportedChange } from './redocly.ts';

/** Whether a place is in a webhook or callback, where client and server swap roles. */
const isReversed = (path: string): boolean => path.startsWith('#/webhooks/') || path.includes('/callbacks/');

const inRequest = (path: string): boolean => /\/(requestBody|parameters)\//.test(path);
const inResponse = (path: string): boolean => path.includes('/responses/');

/** Whether clients send what is at a place. */
export const isSent = (path: string): boolean => (isReversed(path) ? inResponse(path) : inRequest(path));

/** Whether clients receive what is at a place. */
export const isReceived = (path: string): boolean => (isReversed(path) ? inRequest(path) : inResponse(path));

/** Whether a change is that of the schema of a body, a parameter or a header, or of the further properties of one. */
export const isWholeSchema = ({ path, property, typeName }: ReportedChange): boolean =>
  property === undefined &&
  typeName === 'Schema' &&
  /(?<!\/properties)\/(schema|additionalProperties)$/.test(path);

/** Whether a schema accepts every value. */
export const acceptsAnything = (schema: unknown): boolean =>
  schema === true || (typeof schema === 'object' && schema !== null && Object.keys(schema).length === 0);
