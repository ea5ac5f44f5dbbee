/** The beginning of a text, in quotes, on one line. */
export function excerpt(text: string, length = 60): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return `“${line.length > length ? `${line.slice(0, length - 1)}…` : line}”`;
}
