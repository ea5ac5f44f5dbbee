import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json, type Path } from '../json.ts';

/** One reason why a document is not a valid overlay. */
export interface OverlayProblem {
  /** Where in the overlay. */
  path: Path;
  message: string;
  expected: string;
}

const ROOT = ['overlay', 'info', 'extends', 'actions'];
const INFO = ['title', 'version', 'description'];
const ACTION = ['target', 'description', 'update', 'remove', 'copy'];

/** The feature set of a version string: `1.0`, `1.1`, or undefined when this tool does not know it. */
export function featureSet(version: unknown): '1.0' | '1.1' | undefined {
  if (typeof version !== 'string') return undefined;
  const match = /^(1\.[01])\.\d+$/.exec(version);
  return match?.[1] === '1.0' || match?.[1] === '1.1' ? match[1] : undefined;
}

/**
 * Why a value is not an Overlay 1.0 or 1.1 document; an empty list when it is one.
 * The JSONPath of a target is checked when it is used, as in the schemas of the specification.
 */
export function validateOverlay(value: Json): OverlayProblem[] {
  const problems: OverlayProblem[] = [];
  const wrong = (path: Path, message: string, expected: string) => problems.push({ path, message, expected });
  if (!isObject(value)) {
    wrong([], 'The overlay is not an object', 'an Overlay document: overlay, info, actions');
    return problems;
  }
  const features = featureSet(value['overlay']);
  if (!features) {
    const found = value['overlay'] === undefined ? 'missing' : JSON.stringify(value['overlay']);
    wrong(['overlay'], `The field "overlay" is ${found}`, '"overlay": "1.0.x" or "1.1.x"');
  }
  unknown(value, ROOT, [], 'the overlay', wrong);
  info(value['info'], features, wrong);
  if (value['extends'] !== undefined && typeof value['extends'] !== 'string') {
    wrong(['extends'], 'The field "extends" is not a string', 'the URI of the contract');
  }
  actions(value['actions'], features, wrong);
  return problems;
}

type Wrong = (path: Path, message: string, expected: string) => void;

function unknown(value: object, known: readonly string[], path: Path, where: string, wrong: Wrong): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key) || key.startsWith('x-')) continue;
    wrong(
      [...path, key],
      `Unknown field "${key}" in ${where}`,
      `${known.join(', ')}, or a name that begins with x-`,
    );
  }
}

function info(value: Json | undefined, features: string | undefined, wrong: Wrong): void {
  if (!isObject(value)) {
    wrong(
      ['info'],
      `The field "info" is ${value === undefined ? 'missing' : 'not an object'}`,
      'title and version',
    );
    return;
  }
  for (const key of ['title', 'version']) {
    if (typeof value[key] === 'string') continue;
    wrong(
      ['info', key],
      `info.${key} is ${value[key] === undefined ? 'missing' : 'not a string'}`,
      'a string',
    );
  }
  if (features !== '1.0' && value['description'] !== undefined && typeof value['description'] !== 'string') {
    wrong(['info', 'description'], 'info.description is not a string', 'a string');
  }
  const known = features === '1.0' ? INFO.slice(0, 2) : INFO;
  unknown(value, known, ['info'], 'info', wrong);
}

function actions(value: Json | undefined, features: string | undefined, wrong: Wrong): void {
  if (!Array.isArray(value)) {
    wrong(
      ['actions'],
      `The field "actions" is ${value === undefined ? 'missing' : 'not a list'}`,
      'a list of actions',
    );
    return;
  }
  if (value.length === 0) wrong(['actions'], 'The list "actions" is empty', 'at least one action');
  const seen = new Map<string, Json[]>();
  for (const [index, action] of value.entries()) {
    const path = ['actions', index];
    if (!isObject(action)) {
      wrong(path, 'The action is not an object', 'an object with a target');
      continue;
    }
    const target = action['target'];
    if (typeof target !== 'string') {
      wrong(
        [...path, 'target'],
        `The target is ${target === undefined ? 'missing' : 'not a string'}`,
        'a JSONPath',
      );
    } else {
      if (!target.startsWith('$')) {
        wrong(
          [...path, 'target'],
          `The target ${JSON.stringify(target)} does not begin with $`,
          'a JSONPath from $',
        );
      }
      const same = seen.get(target) ?? [];
      if (same.some((other) => isDeepStrictEqual(other, action))) {
        wrong(path, 'The same action is listed twice', 'each action once');
      }
      seen.set(target, [...same, action]);
    }
    if (action['description'] !== undefined && typeof action['description'] !== 'string') {
      wrong([...path, 'description'], 'The description of the action is not a string', 'a string');
    }
    if (action['remove'] !== undefined && typeof action['remove'] !== 'boolean') {
      wrong([...path, 'remove'], 'The field "remove" is not a boolean', 'true or false');
    }
    if (features === '1.1' && action['copy'] !== undefined && typeof action['copy'] !== 'string') {
      wrong([...path, 'copy'], 'The field "copy" is not a string', 'a JSONPath');
    }
    const known = features === '1.0' ? ACTION.filter((key) => key !== 'copy') : ACTION;
    unknown(action, known, path, 'the action', wrong);
  }
}
