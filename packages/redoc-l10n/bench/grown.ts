import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Tree = Record<string, unknown>;

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const entries = (node: unknown): [string, Tree][] => Object.entries((node ?? {}) as Record<string, Tree>);

/** A description with as many operations as wanted: those of a file, repeated under other paths, twenty to a tag. */
export function grown(file: string, size: number): Tree {
  const document: Tree = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 });
  const operations = entries(document['paths']).flatMap(([path, item]) =>
    entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({ path, method, operation, shared: item['parameters'] })),
  );
  const paths: Record<string, Tree> = {};
  const tags: Tree[] = [];
  for (let i = 0; i < size; i++) {
    const { path, method, operation, shared } = operations[i % operations.length] ?? raise(file);
    const tag = `Tag ${Math.floor(i / 20) + 1}`;
    if (i % 20 === 0) tags.push({ name: tag, description: `Operations from ${i + 1} on.` });
    const copy: Tree = { ...operation, tags: [tag], summary: `${operation['summary'] ?? path} ${i + 1}` };
    if (operation['operationId'] !== undefined) copy['operationId'] = `${operation['operationId']}${i + 1}`;
    paths[`/v${i + 1}${path}`] = { [method]: copy, ...(shared === undefined ? {} : { parameters: shared }) };
  }
  const { webhooks, 'x-tagGroups': groups, ...rest } = document;
  return { ...rest, tags, paths };
}

/** A translation of every summary, description and title into a language of accented letters. */
export function pseudoOverlay(document: Tree): Tree {
  const actions: Tree[] = [];
  const walk = (node: unknown, target: string) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'example' || key === 'examples' || key === 'x-codeSamples') continue;
      const at = `${target}[${Array.isArray(node) ? key : `'${key.replaceAll("'", "\\'")}'`}]`;
      if (typeof value === 'string') {
        if (['summary', 'description'].includes(key) && !target.endsWith("['properties']"))
          actions.push({ target, update: { [key]: pseudo(value) } });
      } else walk(value, at);
    }
  };
  walk(document, '$');
  return {
    overlay: '1.0.0',
    info: { title: 'Pseudo-translation', version: '1' },
    'x-l10n-language': 'fr',
    actions,
  };
}

/** Prose with accents; code, links and HTML stay as they are. */
const pseudo = (text: string): string =>
  text
    .split(/(`[^`]*`|\]\([^)]*\)|<[^>]*>|```[\s\S]*?```|https?:\S+|&\w+;)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[aeiou]/g, (letter) => accents[letter] ?? letter)))
    .join('');

const accents: Record<string, string> = { a: 'à', e: 'é', i: 'ï', o: 'ô', u: 'ù' };

function raise(file: string): never {
  throw new Error(`${file} has no operations`);
}
