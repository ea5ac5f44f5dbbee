import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { parseDocument } from 'yaml';
import { reason } from '../reason.ts';
import { FileError } from './served.ts';

/** Dates stay texts. If a name occurs twice, the last one counts. */
const yaml = { schema: CORE_SCHEMA.withTags(mergeTag), json: true };

/** The value of a text in YAML or JSON. @param source the file, for the error. @throws FileError if it is neither */
export function parseText(text: string, source: string): unknown {
  const json = parseJson(text);
  if (json !== undefined) return json;
  try {
    return load(text, yaml);
  } catch (error) {
    // The slower parser reads what this one refuses, such as a bracket that is not indented.
    const document = parseDocument(text, { uniqueKeys: false, merge: true });
    if (document.errors.length === 0 && text.trim() !== '') return document.toJS({ maxAliasCount: -1 });
    throw new FileError(`${source}: is neither YAML nor JSON: ${reason(error).split('\n')[0]}`);
  }
}

/** JSON is YAML too, but `JSON.parse` reads it many times faster. Undefined for anything else. */
function parseJson(text: string): unknown {
  if (!/^\uFEFF?\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
