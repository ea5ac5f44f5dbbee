/** The version bumps, from lowest to highest. */
export const BUMPS = ['none', 'patch', 'minor', 'major'] as const;

/** `none`: no release is needed. The others are those of Semantic Versioning. */
export type Bump = (typeof BUMPS)[number];

/** The highest of some bumps; `none` if there are none. */
export function highest(bumps: Iterable<Bump>): Bump {
  let most: Bump = 'none';
  for (const bump of bumps) if (atLeast(bump, most)) most = bump;
  return most;
}

/** Whether a bump is at least as high as another. */
export const atLeast = (bump: Bump, other: Bump): boolean => BUMPS.indexOf(bump) >= BUMPS.indexOf(other);

/**
 * The next version. A pre-release part is dropped.
 *
 * @example
 * raise('0.1.4', 'minor'); // '0.2.0'
 */
export function raise(version: string, bump: Bump): string {
  const [major, minor, patch] = numbers(version);
  const raised = {
    none: [major, minor, patch],
    patch: [major, minor, patch + 1],
    minor: [major, minor + 1, 0],
    major: [major + 1, 0, 0],
  };
  return raised[bump].join('.');
}

/**
 * The bump between two versions.
 *
 * @example
 * stepBetween('0.1.4', '0.2.0'); // 'minor'
 */
export function stepBetween(from: string, to: string): Bump {
  const [before, after] = [numbers(from), numbers(to)];
  const changed = after.findIndex((number, place) => number !== before[place]);
  return (['major', 'minor', 'patch'] as const)[changed] ?? 'none';
}

function numbers(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = (version.split(/[-+]/)[0] ?? '').split('.').map(Number);
  return [major, minor, patch];
}
