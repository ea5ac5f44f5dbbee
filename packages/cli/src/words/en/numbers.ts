/** Values in a sentence. */
export const list = (values: readonly string[]) => values.join(', ');
/** A number with its digits grouped. */
export const count = (value: number) => new Intl.NumberFormat('en').format(value);
/** A number with the form of the noun that it takes. */
export const plural = (value: number, one: string, many = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : many}`;

/** A clock difference, rounded for reading. */
export function duration(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 120) return plural(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? plural(hours, 'hour') : plural(Math.round(hours / 24), 'day');
}

/** The numbers that an option accepts. */
export const bounds = (minimum: number | undefined, maximum: number | undefined) =>
  minimum !== undefined && maximum !== undefined
    ? `a whole number from ${count(minimum)} to ${count(maximum)}`
    : 'a whole number';
