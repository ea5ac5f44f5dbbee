/** What looks like code in a line of words, in any order. */
export const codeIn = (line: string): string =>
  (line.match(/[\x21-\x7E]+/g) ?? [])
    .map((chunk) => chunk.replaceAll(/^[("']+|[)"',.:;!?]+$/g, ''))
    .filter((chunk) => /[\d_=/\\{}$<>@#|&*+~^]|^--?\w|\w{2}\.\w{2}|[a-z][A-Z]|\(\)/.test(chunk))
    .toSorted()
    .join(' ');
