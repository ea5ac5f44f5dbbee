import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import type { Json } from '../json.ts';
import { DEPTH } from './source-file.ts';

const schema = CORE_SCHEMA.withTags(mergeTag);

/**
 * The value of a YAML text, many times faster than with comments, order and places. It is the same value as that of `yaml`
 * (`test/yaml-value.test.ts`),
 * except for numbers too large for JavaScript, which stay texts.
 *
 * @returns undefined for whatever is out of the ordinary: anchors, an empty text, several documents, an error. It is then read with
 * the parser that knows places, which says what is wrong.
 */
export function yamlValue(text: string): Json | undefined {
  try {
    // YAML 1.2 core schema: JSON values only
    return load(text, { schema, maxDepth: DEPTH, maxAliases: 0 }) as Json;
  } catch {
    return undefined;
  }
}
