import { isJson, type Operation } from 'openapi-mock-engine/model';
import { placeholderKey, placeholderOrigin, transportOf } from '../api/clients.ts';
import type { BackEnd } from '../api/config.ts';
import type { PreparedRequest } from './form-values.ts';

/** The response. */
export interface Received {
  /** 0 when no response came. */
  status: number;
  milliseconds: number;
  type: string;
  /** The text of the body, indented if it is JSON; undefined for binary data. */
  text: string | undefined;
  body: Blob | undefined;
}

/** Makes a function that sends requests to the back end. */
export function sender(
  backEnd: BackEnd,
): (operation: Operation, request: PreparedRequest, signal: AbortSignal) => Promise<Received> {
  const transport = transportOf(backEnd);
  // No page can send `Cookie` itself; both the mock and the demo's server take it under another name.
  const standInForCookie = backEnd.backEnd === 'real' ? 'x-cookie' : 'x-mock-cookie';
  return async (operation, { target, headers, cookie, body }, signal) => {
    const started = performance.now();
    try {
      const response = await transport(`${placeholderOrigin}${target}`, {
        method: operation.method,
        headers: {
          ...credentialsOf(operation),
          ...headers,
          ...(cookie !== '' && { [standInForCookie]: cookie }),
        },
        ...(body !== undefined && { body }),
        signal,
      });
      const type = response.headers.get('content-type') ?? '';
      const blob = await response.blob();
      const isText = blob.size === 0 || isJson(type) || /^text\/|xml|yaml/.test(type);
      const text = isText ? indented(await blob.text(), type) : undefined;
      return { status: response.status, milliseconds: performance.now() - started, type, text, body: blob };
    } catch (error) {
      if (signal.aborted) throw error;
      return {
        status: 0,
        milliseconds: performance.now() - started,
        type: '',
        text: undefined,
        body: undefined,
      };
    }
  };
}

/** The mock requires a key and accepts any; the proxy replaces it. */
function credentialsOf({ security }: Operation): Record<string, string> {
  const [scheme] = security[0]?.map((requirement) => requirement.scheme) ?? [];
  if (!scheme) return {};
  if (scheme.type === 'apiKey')
    return scheme.in === 'header' && scheme.parameter ? { [scheme.parameter]: placeholderKey } : {};
  const value =
    scheme.scheme === 'basic' ? `Basic ${btoa(`user:${placeholderKey}`)}` : `Bearer ${placeholderKey}`;
  return { authorization: value };
}

function indented(text: string, type: string): string {
  if (!isJson(type)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
