/** The body of a form's request. */
import { type Contract, essence, isJson, type MediaType, serializeForm } from 'openapi-mock-engine/model';

/** The texts and files of a body in a form. */
interface TypedBody {
  body: string;
  /** For a body that is not text. */
  file: Blob | undefined;
}

interface Body {
  /** As the contract's schema sees it. */
  value: unknown;
  content: BodyInit;
  /** Undefined if the browser sets the header. */
  type: string | undefined;
}

/** @returns undefined without a body */
export function bodyOf(contract: Contract, media: MediaType, { body, file }: TypedBody): Body | undefined {
  const type = essence(media.mediaType);
  if (isFile(media)) return file && { value: '', content: file, type: media.mediaType };
  if (body.trim() === '') return undefined;
  if (isJson(media.mediaType)) {
    const value = parsed(body);
    return { value, content: JSON.stringify(value), type: media.mediaType };
  }
  const fields = contract.resolve(media.schema)['type'] === 'object' ? parsed(body) : body;
  if (type === 'application/x-www-form-urlencoded')
    return { value: fields, content: serializeForm(fields), type: media.mediaType };
  if (type.startsWith('multipart/')) return { value: fields, content: formData(fields), type: undefined };
  return { value: body, content: body, type: media.mediaType };
}

/** Whether a body is uploaded as a file. */
export const isFile = ({ mediaType }: Pick<MediaType, 'mediaType'>): boolean =>
  !/json|xml|yaml|^text\/|x-www-form-urlencoded|^multipart\//.test(mediaType);

function formData(fields: unknown): FormData {
  const data = new FormData();
  if (typeof fields !== 'object' || fields === null) return data;
  for (const [name, value] of Object.entries(fields)) {
    const isText = typeof value === 'string';
    data.append(name, isText ? value : new Blob([JSON.stringify(value)], { type: 'application/json' }));
  }
  return data;
}

/** A text as JSON; other texts are returned unchanged. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The example of a body, as form text. */
export function exampleBody({ examples, mediaType }: MediaType): string {
  const value = examples[0]?.value;
  if (value === undefined) return isJson(mediaType) || /form/.test(mediaType) ? '{}' : '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
