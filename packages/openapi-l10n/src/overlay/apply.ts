import { InputError, type Place } from '../errors.ts';
import type { Json, JsonObject, Path } from '../json.ts';
import { ActionRun } from './action.ts';
import { TextIndex } from './text-target.ts';
import { featureSet, validateOverlay } from './validate.ts';

/** The result of applying an overlay. */
export interface Applied {
  /** The changed document; the input is not modified. */
  document: Json;
  /** For each action, how many places its target selected. Zero is not an error. */
  matches: number[];
  /** Actions that update a primitive value, which requires 1.1, in an overlay of version 1.0. */
  beyondVersion: number[];
}

/** Options of {@link applyOverlay}. */
export interface ApplyOptions {
  /** Finds the place of a value in the overlay, for messages. */
  locate?: (path: Path) => Place;
}

/**
 * Applies an Overlay 1.0 or 1.1 document: its actions in order, each to the result of the previous one.
 *
 * We have our own implementation because the maintained ones deviate from the specification: they lack `copy`,
 * use JSONPath dialects other than RFC 9535, silently replace values of another type instead of failing, or
 * append an array as one entry where 1.1 concatenates.
 *
 * @throws {InputError} when the overlay is not valid, a target is not a JSONPath, or an update does not fit its target.
 */
export function applyOverlay(document: Json, overlay: Json, options: ApplyOptions = {}): Applied {
  const [problem] = validateOverlay(overlay);
  if (problem) {
    throw new InputError(problem.message, {
      place: options.locate?.(problem.path),
      expected: problem.expected,
      help: 'See https://spec.openapis.org/overlay/latest.html.',
    });
  }
  const root = overlay as JsonObject; // validated above
  const features = featureSet(root['overlay']) ?? '1.1';
  let result = structuredClone(document);
  const matches: number[] = [];
  const beyondVersion: number[] = [];
  const actions = root['actions'] as JsonObject[]; // validated above
  const texts = new TextIndex(actions.map((action) => String(action['target'])));
  for (const [index, item] of actions.entries()) {
    const run = new ActionRun(item, { features, texts }, (...path) =>
      options.locate?.(['actions', index, ...path]),
    );
    result = run.on(result);
    matches.push(run.matches);
    if (run.updatesPrimitive) beyondVersion.push(index);
  }
  return { document: result, matches, beyondVersion };
}
