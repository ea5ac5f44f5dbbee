import { writeInstant } from './instant.ts';
import type { Operation } from './operation.ts';
import { formPairs, type GroupedParameters, textOf } from './parameters.ts';

/** A request body, ready to be sent as often as needed. */
export interface RequestBody {
  readonly body: string | Blob | ArrayBuffer | ArrayBufferView | FormData | undefined;
  /** `undefined` for none, and for multipart, whose boundary the platform chooses. */
  readonly contentType: string | undefined;
}

/**
 * Writes a body in its media type: JSON, form, multipart; anything else is sent as it is.
 *
 * @throws TypeError for a body that is missing, and for a media type that the contract does not know.
 */
export function serializeBody({ id, requestBody }: Operation, given: GroupedParameters): RequestBody {
  const { body } = given;
  if (body === undefined) {
    if (requestBody?.isRequired) throw new TypeError(`${id}: a body is required.`);
    return { body, contentType: undefined };
  }
  const mediaTypes = requestBody?.mediaTypes ?? [];
  const contentType = given.contentType ?? mediaTypes[0] ?? '';
  if (!mediaTypes.includes(contentType)) {
    throw new TypeError(`${id}: unknown contentType "${contentType}". Expected ${mediaTypes.join(', ')}.`);
  }
  if (isJson(contentType)) return { body: JSON.stringify(body), contentType };
  if (contentType === 'multipart/form-data')
    return { body: formData(body as object), contentType: undefined };
  if (contentType === 'application/x-www-form-urlencoded' && typeof body !== 'string') {
    const pairs = entriesOf(body as object).flatMap(([name, value]) =>
      formPairs(formField(name, value), value),
    );
    return { body: pairs.join('&'), contentType };
  }
  // The types let nothing else through.
  return { body: body as string | Blob, contentType };
}

/** Whether a media type is JSON: `application/json`, `application/problem+json`, … */
export function isJson(mediaType: string): boolean {
  return /[/+]json\b/i.test(mediaType);
}

/** How OpenAPI writes a property of a form unless `encoding` says otherwise: arrays item by item, objects as JSON. */
const formField = (name: string, value: unknown) =>
  ({
    name,
    in: 'query',
    isRequired: false,
    style: 'form',
    explode: true,
    isJson: typeof value === 'object' && !Array.isArray(value) && writeInstant(value) === undefined,
  }) as const;

function formData(body: object): FormData {
  if (body instanceof FormData) return body;
  const form = new FormData();
  for (const [name, value] of entriesOf(body)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      form.append(name, item instanceof Blob ? item : textOf(item));
    }
  }
  return form;
}

const entriesOf = (body: object) => Object.entries(body).filter(([, value]) => value !== undefined);
