/** A value as it was received, for a message: control characters escaped, and not longer than a line. */
export function quote(value: string): string {
  if (/^-?\d{1,15}$/.test(value)) return value;
  const short = value.length > 80 ? `${value.slice(0, 80)}…` : value;
  return JSON.stringify(short);
}
