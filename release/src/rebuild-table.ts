/**
 * The table of CONTRIBUTING.md that shows which edit rebuilds what, according to Turborepo. `pnpm table` writes it.
 * `turbo run build --dry=json` lists the files that each task is made of, and the tasks that come before it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTable } from './marked-table.ts';
import { scratchCopy } from './scratch.ts';
import { rebuilder } from './turbo.ts';
import { root } from './workspace.ts';

/** The rows of the table: what is edited, with an example. */
const EDITS = [
  ['the contract', 'openapi/openapi.yaml'],
  ['its French words', 'openapi/l10n/fr.overlay.yaml'],
  ['the glossary of the French words', 'openapi/l10n/glossary.fr.yaml'],
  ['a code sample', 'openapi/samples/getSessionsDataSeries/curl.sh'],
  ['the workflows', 'openapi/workflows.arazzo.yaml'],
  ['how the contract is bundled', 'openapi/scripts/bundle.ts'],
  ['how it is localised', 'openapi/scripts/localise.ts'],
  ['how the collection is made', 'openapi/scripts/postman-collection.ts'],
  ['the rules of the contract', 'redocly.yaml'],
  ['the checker of translations', 'packages/openapi-l10n/src/index.ts'],
  ['the client', 'packages/client/src/client.ts'],
  ['what the client takes of the contract', 'packages/client/scripts/generate.ts'],
  ['a handler of the mock', 'packages/mock/src/handlers/getSessionsDataSeries.ts'],
  ['the demo', 'apps/demo/src/main.tsx'],
  ['words of the demo', 'apps/demo/messages/fr.json'],
  ['the demo’s server', 'apps/demo/server/main.ts'],
  ['the docs', 'apps/docs/redoc-l10n.config.ts'],
  ['a guide of the docs', 'apps/docs/content/fr/1-getting-started.md'],
  ['a test', 'packages/client/test/retries.test.ts'],
  ['a README', 'packages/client/README.md'],
  ['the command `start`', 'scripts/start.ts'],
  ['a new changeset', '.changeset/news.md'],
  ['how TypeScript is compiled', 'tsconfig.base.json'],
] as const;

/** The packages in the order of the table: data flows from left to right. */
const PACKAGES = [
  '@session-series/contract',
  'openapi-l10n',
  'openapi-mock-engine',
  'redoc-l10n',
  'openapi-gate',
  '@session-series/client',
  '@session-series/mock',
  '@session-series/cli',
  '@session-series/demo',
  '@session-series/docs',
];

/** The build tasks that run after each edit, by edited file. */
export function rebuiltTasks(): Map<string, string[]> {
  using scratch = scratchCopy();
  for (const [what, file] of EDITS) {
    const path = join(scratch.folder, file);
    if (what.startsWith('a new ')) writeFileSync(path, '\n');
    else if (!existsSync(path))
      throw new Error(`${file} no longer exists. Name another file in release/src/rebuild-table.ts.`);
  }
  const rebuilt = rebuilder(scratch.folder);
  return new Map(EDITS.map(([, file]) => [file, rebuilt(file)]));
}

/** CONTRIBUTING.md with an up-to-date table; nothing is written. */
export function freshContributing(rebuilt: ReadonlyMap<string, readonly string[]>): {
  text: string;
  stale: boolean;
} {
  const before = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const rows = EDITS.map(([what, file]) => [
    `${what}, \`${file}\``,
    ...PACKAGES.map((name) => cell(name, rebuilt.get(file) ?? [])),
  ]);
  const titles = ['edit of', ...PACKAGES.map((name) => name.replace('@session-series/', ''))];
  const text = withTable('CONTRIBUTING.md', before, 'rebuilds', [titles, ...rows]);
  return { text, stale: text !== before };
}

/** The tasks of a package that run again; a package with one task has a mark instead. */
function cell(name: string, rebuilt: readonly string[]): string {
  const own = rebuilt
    .filter((task) => task.startsWith(`${name}#`))
    .map((task) => task.slice(name.length + 1));
  const named = own.filter((task) => task !== 'build');
  return named.length > 0 ? named.join(', ') : own.length > 0 ? '●' : '';
}

if (import.meta.main) {
  const { text, stale } = freshContributing(rebuiltTasks());
  if (stale) writeFileSync(join(root, 'CONTRIBUTING.md'), text);
  console.log(`CONTRIBUTING.md: ${stale ? 'table written' : 'table was fresh'}`);
}
