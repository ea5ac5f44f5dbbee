import { isObject, type Json, type JsonObject, type Path, toPointer } from '../json.ts';
import { pairItems, pairMembers } from './pair.ts';

/** A place where a translated copy differs from its contract in something other than a text. */
export interface Difference {
  kind: 'missing' | 'extra' | 'changed' | 'renamed';
  /** The place in the contract; undefined for what only the copy has. */
  source: Path | undefined;
  /** The place in the copy; undefined for what the copy lacks. */
  copy: Path | undefined;
  message: string;
}

/** How two documents correspond. */
export interface Alignment {
  /** The place in the copy of each object and list of the contract, by its JSON pointer. */
  counterparts: Map<string, Path>;
  differences: Difference[];
}

/** Whether a place contains a text, which may differ. */
export interface TextPlaces {
  source(path: Path): boolean;
  copy(path: Path): boolean;
}

/** What else may differ. */
export interface AlignOptions {
  /** Whether texts inside of examples may be translated. @default false */
  translatedExamples?: boolean | undefined;
}

/** Compares a contract and its copy. Each difference is reported once, at the highest level where it occurs. */
export function alignDocuments(
  contract: JsonObject,
  copy: JsonObject,
  isText: TextPlaces,
  options: AlignOptions = {},
): Alignment {
  const counterparts = new Map<string, Path>();
  const differences: Difference[] = [];
  const add = (
    kind: Difference['kind'],
    source: Path | undefined,
    other: Path | undefined,
    message: string,
  ) => differences.push({ kind, source, copy: other, message });

  const value = (from: Json, to: Json, source: Path, other: Path) => {
    if (isObject(from) && isObject(to)) object(from, to, source, other);
    else if (Array.isArray(from) && Array.isArray(to)) list(from, to, source, other);
    else if (from !== to && !mayDiffer(from, to, source, options))
      add('changed', source, other, `${shown(from)} became ${shown(to)}`);
  };
  const object = (from: JsonObject, to: JsonObject, source: Path, other: Path) => {
    counterparts.set(toPointer(source), other);
    const pairs = pairMembers(from, to, String(source.at(-1) ?? ''));
    for (const [key, counterpart] of pairs.both) {
      const [a, b] = [
        [...source, key],
        [...other, counterpart],
      ] as const;
      if (key !== counterpart) add('renamed', a, b, `${shown(key)} became ${shown(counterpart)}`);
      const [own, translated] = [from[key], to[counterpart]];
      if (own === undefined || translated === undefined) continue;
      if (!(isText.source(a) && typeof translated === 'string')) value(own, translated, a, b);
    }
    for (const key of pairs.missing) {
      if (!isText.source([...source, key]) && from[key] !== '')
        add('missing', [...source, key], undefined, `${shown(key)} is missing`);
    }
    for (const key of pairs.extra) {
      if (!isText.copy([...other, key]) && to[key] !== '')
        add('extra', undefined, [...other, key], `${shown(key)} is not in the contract`);
    }
  };
  const list = (from: readonly Json[], to: readonly Json[], source: Path, other: Path) => {
    counterparts.set(toPointer(source), other);
    const pairs = pairItems(from, to, String(source.at(-1) ?? ''));
    for (const [index, counterpart] of pairs.both) {
      const [a, b] = [
        [...source, index],
        [...other, counterpart],
      ] as const;
      const [own, translated] = [from[index], to[counterpart]];
      if (own === undefined || translated === undefined) continue;
      if (!(isText.source(a) && typeof translated === 'string')) value(own, translated, a, b);
    }
    for (const index of pairs.missing)
      add('missing', [...source, index], undefined, `${shown(from[index])} is missing`);
    for (const index of pairs.extra)
      add('extra', undefined, [...other, index], `${shown(to[index])} is not in the contract`);
  };

  object(contract, copy, [], []);
  return { counterparts, differences };
}

/** Whether both are texts of an example that a project translates. */
const mayDiffer = (from: Json, to: Json, source: Path, { translatedExamples = false }: AlignOptions) =>
  translatedExamples &&
  typeof from === 'string' &&
  typeof to === 'string' &&
  source.some((step) => step === 'example' || step === 'examples');

const SHOWN = 60;

function shown(value: Json | undefined): string {
  const text =
    JSON.stringify(isObject(value) ? (value['name'] ?? value['$ref'] ?? value) : value) ?? 'nothing';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
