/**
 * Replaces the only occurrence of a text.
 *
 * @throws Error when the text is absent, or there more than once; `reason` says what the change is for.
 */
export function replaceOnce(source: string, find: string, replace: string, reason: string): string {
  const found = source.split(find).length - 1;
  if (found !== 1)
    throw new Error(
      `redoc: expected to find \`${find}\` once, and found it ${found} times (${reason}). Adapt src/redoc/patched-redoc.ts to this version of Redoc.`,
    );
  return source.replace(find, () => replace);
}
