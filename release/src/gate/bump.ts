/** How much a version rises, from least to most. */
export const BUMPS = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof BUMPS)[number];

/** The highest of some bumps; `none` of none. */
export function highest(bumps: readonly Bump[]): Bump {
  return bumps.reduce<Bump>((most, bump) => (atLeast(bump, most) ? bump : most), 'none');
}

/** Whether a bump is as high as another, or higher. */
export const atLeast = (bump: Bump, asked: Bump): boolean => BUMPS.indexOf(bump) >= BUMPS.indexOf(asked);

const numbers = (version: string): [number, number, number] => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
};

/** The version that follows a version without a pre-release part: `raise('0.1.4', 'minor')` is `0.2.0`. */
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

/** How much higher one version is than another: `stepBetween('0.1.4', '0.2.0')` is `minor`. */
export function stepBetween(from: string, to: string): Bump {
  const [before, after] = [numbers(from), numbers(to)];
  const changed = after.findIndex((number, place) => number !== before[place]);
  return (['major', 'minor', 'patch'] as const)[changed] ?? 'none';
}
