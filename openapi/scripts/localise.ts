/** Stand-in until `openapi-l10n apply` is there: applies the overlay's text updates and nothing else. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fileFromRoom } from './room.ts';
import { writeJsonAndYaml } from './write-document.ts';

type Node = Record<string, unknown>;
const contract: Node = JSON.parse(readFileSync(fileFromRoom('dist/openapi.en.json'), 'utf8'));
const overlay: { actions: { target: string; update: Node }[] } = parse(
  readFileSync(fileFromRoom('l10n/fr.overlay.yaml'), 'utf8'),
);
for (const { target, update } of overlay.actions) {
  let node: unknown = contract;
  for (const [, key, quoted, field, value] of target.matchAll(
    /\.(\w+)|\['([^']+)'\]|\[\?@\.(\w+)=='([^']+)'\]/g,
  ))
    node = field
      ? Object.values(node as Node).find((item) => (item as Node)[field] === value)
      : (node as Node | undefined)?.[key ?? quoted ?? ''];
  if (!node) throw new Error(`l10n/fr.overlay.yaml: ${target} matches nothing`);
  Object.assign(node, update);
}
writeJsonAndYaml(contract, fileFromRoom('dist/openapi.fr'), 'openapi.yaml and l10n/fr.overlay.yaml');
