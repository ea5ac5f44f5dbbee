/** The first line of each generated file. */
export const header = '// Generated from the contract. Do not edit: the next build overwrites it.\n';

/** A value as TypeScript source. */
export function literal(value: unknown): string {
  return JSON.stringify(value);
}

/** A doc comment; its text cannot end it. */
export function docComment(lines: readonly string[], indent = ''): string {
  const text = lines.join('\n').replaceAll('*/', '*\\/').trimEnd().split('\n');
  return [`${indent}/**`, ...text.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`, ''].join(
    '\n',
  );
}

/** `get_pets-petId` becomes `getPetsPetId`, or `GetPetsPetId`. */
export function camelCase(name: string, first: 'lower' | 'upper'): string {
  const words = name.split(/[^\p{L}\p{N}$]+/u).filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 && first === 'lower' ? word : upperFirst(word)))
    .join('');
  return /^\p{N}/u.test(joined) ? `_${joined}` : joined;
}

const upperFirst = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
