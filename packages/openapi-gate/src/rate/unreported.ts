import { isDeepStrictEqual } from 'node:util';
import { member, tokensOf, valueAt } from './document.ts';
import type { ReportedChange } from './redocly.ts';

/**
 * Changes that `redocly diff` ignores: values of extensions and examples, and references to another, equal
 * component.
 * @param reported the changes found by Redocly, whose places are left out
 */
export function unreportedChanges(
  base: unknown,
  revision: unknown,
  reported: readonly ReportedChange[],
): ReportedChange[] {
  const known = new Set(reported.map(({ path, property }) => `${path}/${property}`));
  return [...walk(base, revision, '#', revision)].filter(
    ({ path, property }) => !known.has(`${path}/${property}`),
  );
}

function* walk(base: unknown, revision: unknown, path: string, document: unknown): Generator<ReportedChange> {
  if (!isObject(base) || !isObject(revision)) return;
  if (Array.isArray(base) && Array.isArray(revision)) {
    // Moved items have not changed; Redocly reports added and removed ones.
    const before = base.filter((item) => !revision.some((other) => isDeepStrictEqual(item, other)));
    const after = revision.filter((item) => !base.some((other) => isDeepStrictEqual(item, other)));
    if (before.length !== after.length) return;
    for (const [index, item] of after.entries())
      yield* walk(before[index], item, `${path}/${revision.indexOf(item)}`, document);
    return;
  }
  for (const key of new Set([...Object.keys(base), ...Object.keys(revision)])) {
    const [before, after] = [member(base, key), member(revision, key)];
    // A schema may have a property of that name: then it is an object in `properties`.
    const opaque =
      (key === '$ref' || key.startsWith('x-') || key === 'example' || key === 'examples') &&
      !path.endsWith('/properties');
    if (!opaque)
      yield* walk(before, after, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, document);
    else if (key === '$ref' ? isRetargeted(before, after, document) : !isDeepStrictEqual(before, after))
      yield {
        path,
        typeName: '',
        kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'modified',
        property: key,
        impact: 'patch',
        verdicts: [],
      };
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a reference has another target while the old one still exists; otherwise the component was renamed. */
const isRetargeted = (before: unknown, after: unknown, document: unknown): boolean =>
  typeof before === 'string' &&
  typeof after === 'string' &&
  before !== after &&
  valueAt(document, tokensOf(before)) !== undefined;
