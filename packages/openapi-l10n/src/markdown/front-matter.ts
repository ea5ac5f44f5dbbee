import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type Block, blockOf } from './block.ts';
import type { Setting } from './types.ts';

/** The front matter of a page. */
export interface FrontMatter {
  /** The fields that are not shown to readers: layouts, orders, types. */
  settings: Setting[];
  /** The texts for readers, such as the title. */
  texts: Block[];
}

/** Fields that are shown to readers. */
const TEXT =
  /(?:title|description|summary|label|caption|excerpt|tagline|name|text|alt|lead|subtitle|details|heading|header|headline|question|answer|short|intro|abstract|message|content)$/i;
/** Fields that are shown to readers and need not be translated. */
const KEYWORDS = /(?:^|\.)(?:tags?|keywords|categories|category|topics)$/i;

/** Reads the YAML between the two lines of hyphens; invalid YAML is ignored. */
export function readFrontMatter(yaml: string, start: number): FrontMatter {
  const matter: FrontMatter = { settings: [], texts: [] };
  const walk = (node: unknown, path: string) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const name = path ? `${path}.${String(key.value)}` : String(key.value);
        walk(value, name);
      }
    } else if (isSeq(node)) {
      for (const item of node.items) walk(item, path);
    } else if (isScalar(node) && node.range) {
      const [from, to] = node.range;
      const place = { offset: start + from, length: Math.max(1, to - from) };
      if (KEYWORDS.test(path)) return;
      if (typeof node.value === 'string' && TEXT.test(path)) {
        const block = blockOf('label', node.value, yaml.slice(from, to), start + from);
        if (block) matter.texts.push(block);
      } else if (node.value !== null) {
        matter.settings.push({ name: path, value: String(node.value), ...place });
      }
    }
  };
  walk(parseDocument(yaml, { logLevel: 'silent' }).contents, '');
  return matter;
}
