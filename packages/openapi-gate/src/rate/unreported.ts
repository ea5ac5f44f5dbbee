import { isDeepStrictEqual } from 'node:util';
import { member } from './document.ts';
import type { ReportedChange } from './redocly.ts';

/**
 * Changes that `redocly diff` does not look at: the values of extensions and of examples.
 * @param reported what Redocly found; a place that it names is left out
 */
export function unreportedChanges(
  base: unknown,
  revision: unknown,
  reported: readonly ReportedChange[],
): ReportedChange[] {
  const known = new Set(reported.map(({ path, property }) => `${path}/${property}`));
  return [...walk(base, revision, '#')].filter(({ path, property }) => !known.has(`${path}/${property}`));
}

function* walk(base: unknown, revision: unknown, path: string): Generator<ReportedChange> {
  if (!isObject(base) || !isObject(revision)) return;
  for (const key of new Set([...Object.keys(base), ...Object.keys(revision)])) {
    const [before, after] = [member(base, key), member(revision, key)];
    // A schema may have a property of that name: then it is an object in `properties`.
    const opaque =
      (key.startsWith('x-') || key === 'example' || key === 'examples') && !path.endsWith('/properties');
    if (!opaque) yield* walk(before, after, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    else if (!isDeepStrictEqual(before, after))
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
