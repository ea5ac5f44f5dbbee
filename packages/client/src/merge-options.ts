/** Puts some values over others; `undefined` overrides nothing. */
export function mergeOptions<Base extends object, Over extends object>(
  base: Base,
  over: Over | undefined,
): Base & Over {
  const given = Object.entries(over ?? {}).filter(([, value]) => value !== undefined);
  // Each property is of one of the two types.
  return { ...base, ...Object.fromEntries(given) } as Base & Over;
}
