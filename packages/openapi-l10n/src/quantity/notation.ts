import type { Language } from '../languages/types.ts';

/** India groups all digits but the last three by two: 1,00,000. */
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const SPACES = /[ \u00A0\u202F\u2009]/;

/** The values that the digits of a number may have in a language, without group separators and with a decimal point. */
export function valuesOf(digits: string, { groupSeparators, decimalSeparators }: Language): string[] {
  const values = new Set<string>();
  const whole = /^\d+$/.test(digits);
  if (whole) values.add(digits);
  if (groupSeparators.includes(',') && INDIAN.test(digits)) values.add(digits.replaceAll(',', ''));
  for (const group of groupSeparators) {
    const sign = literal(group);
    const match = new RegExp(`^(\\d{1,3}(?:${sign}\\d{3})+)(?:([.,])(\\d+))?$`).exec(digits);
    if (!match || match[2] === group || (match[2] && !decimalSeparators.includes(match[2]))) continue;
    const [, integer = '', , decimals] = match;
    values.add(integer.replaceAll(group, '') + (decimals ? `.${decimals}` : ''));
  }
  const decimal = /^(\d+)([.,])(\d+)$/.exec(digits);
  // Many translations keep the English decimal point, and it is correct in versions.
  if (decimal?.[2] && (decimal[2] === '.' || decimalSeparators.includes(decimal[2])))
    values.add(`${decimal[1]}.${decimal[3]}`);
  if (values.size === 0) values.add(digits.replace(',', '.').replaceAll(new RegExp(SPACES, 'g'), ''));
  return [...values];
}

/** The pattern of a number, with the group and decimal separators of a language. */
export function digitsPattern({ groupSeparators }: Language): string {
  const groups = groupSeparators.map(literal).join('');
  const indian = groupSeparators.includes(',') ? '\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)(?:\\.\\d+)?|' : '';
  return `${indian}\\d{1,3}(?:[${groups}]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?`;
}

/** The numbers between the spaces of a number. */
export function partsOf(digits: string): string[] {
  return SPACES.test(digits) ? digits.split(SPACES) : [];
}

const literal = (sign: string) => sign.replaceAll(/[.*+?^${}()|[\]\\-]/g, '\\$&');
