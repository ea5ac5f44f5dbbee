const humanText = new Set(['title', 'summary', 'description', 'x-displayName', 'label', 'source']);

/**
 * Returns the contract as a TypeScript type: names, numbers and wire values as literals, human-readable texts as `string`,
 * so that the English and the French bundle have the same type.
 *
 * @param value the bundle or a part of it.
 * @param indent indentation in spaces.
 * @param texts whether every string in `value` is a human-readable text.
 */
export function contractType(value: unknown, indent = 0, texts = false): string {
  const inner = ' '.repeat(indent + 2);
  const end = ' '.repeat(indent);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => `${inner}${contractType(item, indent + 2)},\n`).join('')}${end}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => {
    const isText = typeof member === 'string' && (texts || humanText.has(key));
    const type = isText ? 'string' : contractType(member, indent + 2, key === 'x-enumDescriptions');
    return `${inner}${JSON.stringify(key)}: ${type};\n`;
  });
  return members.length === 0 ? '{}' : `{\n${members.join('')}${end}}`;
}
