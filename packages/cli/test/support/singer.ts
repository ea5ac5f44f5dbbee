import { Ajv } from 'ajv';
import { expect } from 'vitest';

/** A message of the Singer specification. */
export interface Message {
  type: 'SCHEMA' | 'RECORD' | 'STATE';
  stream?: string;
  schema?: { properties: Record<string, { description?: string }> };
  key_properties?: string[];
  bookmark_properties?: string[];
  record?: Record<string, string | number | null>;
  time_extracted?: string;
  value?: { bookmarks: Record<string, { complete_until: string }> };
}

/** Checks the output against the Singer specification, message by message. */
export function readMessages(output: string): Message[] {
  const messages = output
    .trim()
    .split('\n')
    .map((line): Message => JSON.parse(line));
  const ajv = new Ajv({
    strict: false,
    formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)), date: /^\d{4}-\d{2}-\d{2}$/ },
  });
  let validate: ReturnType<typeof ajv.compile> | undefined;
  for (const message of messages) {
    switch (message.type) {
      case 'SCHEMA':
        // "type", "stream", "schema" and "key_properties" are required; "bookmark_properties" is optional.
        expect(Object.keys(message)).toEqual([
          'type',
          'stream',
          'schema',
          'key_properties',
          'bookmark_properties',
        ]);
        validate = ajv.compile(message.schema ?? {});
        for (const name of [...(message.key_properties ?? []), ...(message.bookmark_properties ?? [])]) {
          expect(Object.keys(message.schema?.properties ?? {})).toContain(name);
        }
        break;
      case 'RECORD':
        // "A Tap must output a SCHEMA message before any RECORD messages of the stream."
        expect(validate?.(message.record), JSON.stringify(validate?.errors)).toBe(true);
        expect(message.stream).toBe('sessions');
        // RFC 3339 with a time zone.
        expect(message.time_extracted).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
        break;
      case 'STATE':
        expect(Object.keys(message)).toEqual(['type', 'value']);
        break;
      default:
        throw new Error(`The specification has no message ${JSON.stringify(message)}.`);
    }
  }
  return messages;
}

/** The records of the messages. */
export const recordsOf = (messages: readonly Message[]) =>
  messages.flatMap(({ record }) => (record ? [record] : []));
/** The value of the last STATE message. */
export const lastState = (messages: readonly Message[]) =>
  messages.findLast(({ type }) => type === 'STATE')?.value;
