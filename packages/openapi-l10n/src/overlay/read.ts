import type { SourceFile } from '../document/source-file.ts';
import { InputError } from '../errors.ts';
import { isObject, type Json, type JsonObject, type Path } from '../json.ts';
import { validateOverlay } from './validate.ts';

/** The extension fields in which this tool stores its data. Other overlay tools ignore them. */
export const SOURCE = 'x-l10n-source';
export const STALE = 'x-l10n-stale';
/** Who wrote a translation that has not been reviewed: `machine`. */
export const REVIEW = 'x-l10n-review';
export const SUPPRESS = 'x-l10n-suppress';
export const REMOVED = 'x-l10n-removed';
export const LANGUAGE = 'x-l10n-language';

/** A valid overlay. */
export interface Overlay {
  source: SourceFile;
  root: JsonObject;
  actions: JsonObject[];
  /** The language of the overlay, from `x-l10n-language`. */
  language: string | undefined;
}

/** @throws {InputError} at the first place where the document is not a valid overlay. */
export function readOverlay(source: SourceFile): Overlay {
  const [problem] = validateOverlay(source.value);
  if (problem) {
    throw new InputError(problem.message, {
      place: source.locate(problem.path),
      expected: problem.expected,
      help: 'An overlay is made by "openapi-l10n extract".',
    });
  }
  const root = source.value as JsonObject; // validated above
  const language = root[LANGUAGE];
  return {
    source,
    root,
    actions: root['actions'] as JsonObject[], // validated above
    language: typeof language === 'string' ? language : undefined,
  };
}

/** A value that is neither an object nor a list, with its path. */
export interface Leaf {
  path: Path;
  value: Json;
}

/** The leaves of a value: strings, numbers, …, whole lists, and empty objects. */
export function leaves(value: Json | undefined, path: Path = []): Leaf[] {
  if (value === undefined) return [];
  const members = isObject(value) ? Object.entries(value) : [];
  if (members.length === 0) return [{ path, value }];
  return members.flatMap(([key, child]) => leaves(child, [...path, key]));
}
