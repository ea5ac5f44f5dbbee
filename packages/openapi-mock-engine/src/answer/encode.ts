import { type Contract, essence, isJson, type MediaType, serializeForm } from '../model/index.ts';
import { isObject } from '../model/json.ts';
import { isXml } from '../model/xml/names.ts';
import { writeXml } from '../model/xml/write.ts';

/**
 * Encodes a value for a media type: JSON for any structure without a specific format.
 *
 * @param media what the contract says about it: XML names its elements by the schema, forms have styles
 */
export function encodeBody(
  value: unknown,
  mediaType: string,
  { schemas }: Pick<Contract, 'schemas'>,
  { schema, encoding }: Pick<MediaType, 'schema' | 'encoding'> = { schema: true, encoding: {} },
): string {
  const name = essence(mediaType);
  if (isJson(mediaType) || mediaType === '') return JSON.stringify(value) ?? '';
  if (typeof value === 'string') return value;
  if (name === 'application/x-www-form-urlencoded') return serializeForm(value, name, encoding);
  if (name === 'text/csv') return csv(value);
  if (isXml(mediaType)) return writeXml(value, schema, schemas);
  if (/ndjson|jsonl|json-seq/.test(name) && Array.isArray(value))
    return value.map((item) => `${JSON.stringify(item)}\n`).join('');
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A concrete media type: for a range, one that it includes. */
export function concrete(mediaType: string): string {
  const name = essence(mediaType);
  if (!name.includes('*')) return mediaType;
  if (name === 'text/*') return 'text/plain';
  if (name === 'image/*') return 'image/png';
  return name.startsWith('application/') || name.startsWith('*')
    ? 'application/json'
    : `${name.split('/')[0]}/octet-stream`;
}

function csv(value: unknown): string {
  const rows = Array.isArray(value) ? value : [value];
  const columns = [...new Set(rows.filter(isObject).flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\r\n`;
  if (columns.length === 0) return rows.map((row) => line(Array.isArray(row) ? row : [row])).join('');
  return (
    line(columns) +
    rows.map((row) => line(columns.map((column) => (isObject(row) ? row[column] : '')))).join('')
  );
}

function cell(value: unknown): string {
  const text =
    value === undefined || value === null
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
