const ASIDE: Readonly<Record<string, string>> = {
  '，': ',',
  '．': '.',
  '٬': ',',
  '٫': '.',
  '：': ':',
  '％': '%',
  '٪': '%',
  '﹪': '%',
};

/** A text with the digits of every script, and the separators between them, replaced with ASCII. Its length does not change. */
export function withAsciiDigits(text: string): string {
  if (!/(?![0-9])\p{Nd}|[٬٫：％٪﹪]/u.test(text)) return text;
  // Between ASCII digits, a full-width comma separates two numbers.
  return text
    .replaceAll(/(?<=[０-９])[，．：](?=[０-９])/g, (sign) => ASIDE[sign] ?? sign)
    .replaceAll(/(?=[^0-9])\p{Nd}/gu, (digit) => (digit.length === 1 ? String(digitOf(digit)) : digit))
    .replaceAll(/(?<=\d)[٬٫：](?=\d)|[％٪﹪]/g, (sign) => ASIDE[sign] ?? sign);
}

/** The digits of a script are consecutive, and zero follows a non-digit. */
function digitOf(digit: string): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - value - 1))) value++;
  return value;
}
