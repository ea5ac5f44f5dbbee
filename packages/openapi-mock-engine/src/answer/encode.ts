import { essence, isJson, serializeForm } from '../model/index.ts';
import { isObject } from '../model/json.ts';

/** Writes a value by a media type. JSON for everything that has a structure and no other way to be written. */
export function encodeBody(value: unknown, mediaType: string): string {
  const name = essence(mediaType);
  if (isJson(mediaType) || mediaType === '') return JSON.stringify(value) ?? '';
  if (typeof value === 'string') return value;
  if (name === 'application/x-www-form-urlencoded') return serializeForm(value);
  if (name === 'text/csv') return csv(value);
  if (name.endsWith('/xml') || name.endsWith('+xml')) return `<?xml version="1.0"?>\n${xml('root', value)}`;
  if (/ndjson|jsonl|json-seq/.test(name) && Array.isArray(value))
    return value.map((item) => `${JSON.stringify(item)}\n`).join('');
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
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

function xml(name: string, value: unknown): string {
  const tag = /^[A-Za-z_][\w.-]*$/.test(name) ? name : 'item';
  if (Array.isArray(value)) return `<${tag}>${value.map((item) => xml('item', item)).join('')}</${tag}>`;
  if (isObject(value)) {
    return `<${tag}>${Object.entries(value)
      .map(([key, member]) =>
        Array.isArray(member) ? member.map((item) => xml(key, item)).join('') : xml(key, member),
      )
      .join('')}</${tag}>`;
  }
  return `<${tag}>${String(value ?? '').replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)}</${tag}>`;
}
