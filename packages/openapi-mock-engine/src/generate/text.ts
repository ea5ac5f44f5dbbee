import type { JsonObject } from '../model/json.ts';
import { formats } from '../model/schema/formats.ts';
import type { Draw } from './draw.ts';
import { makeMatchingText } from './pattern.ts';
import { plausibleText } from './words.ts';

/** A plausible text within the bounds of its schema. */
export function makeText(node: JsonObject, name: string, draw: Draw): string {
  const least = typeof node.minLength === 'number' ? node.minLength : 0;
  const most = typeof node.maxLength === 'number' ? node.maxLength : Number.POSITIVE_INFINITY;
  const fits = (text: string): boolean => text.length >= least && text.length <= most;
  if (typeof node.pattern === 'string') {
    const isValid = (text: string) => fits(text) && draw.isValid(node, text);
    const made = makeMatchingText(node.pattern, least, draw.random, isValid);
    if (made !== undefined) return made;
  }
  const known = formatted(node, name, draw);
  if (known !== undefined && fits(known)) return known;
  let text = plausibleText(name, draw.random);
  while (text.length < least) text += ` ${plausibleText('', draw.random)}`;
  return text.length > most ? text.slice(0, most).trimEnd().padEnd(Math.min(least, most), 'x') : text;
}

/** A text of the format of its schema. */
function formatted(node: JsonObject, name: string, draw: Draw): string | undefined {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => draw.below(16).toString(16)).join('');
  const day = String(1 + draw.below(28)).padStart(2, '0');
  switch (node.format) {
    case 'uuid':
      return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
    case 'date':
      return `2026-01-${day}`;
    case 'date-time':
      return `2026-01-${day}T12:00:00Z`;
    case 'email':
    case 'idn-email':
      return plausibleText('email', draw.random);
    case 'uri':
    case 'url':
    case 'iri':
      return plausibleText(/image|avatar|photo|logo|icon/i.test(name) ? name : 'url', draw.random);
    case 'byte':
      return 'aGVsbG8=';
    default:
      return formats.get(String(node.format))?.example;
  }
}
