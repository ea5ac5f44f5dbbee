import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTable } from './marked-table.ts';
import { publicPackages, root, type WorkspacePackage } from './workspace.ts';

/** The READMEs with the table, and its column headers. */
const READMES = [
  { file: 'README.md', language: 'en', titles: ['package', 'version', 'description'] },
  { file: 'README.fr.md', language: 'fr', titles: ['paquet', 'version', 'description'] },
] as const;

/** The French descriptions, with the English text that they translate. */
type French = Record<string, { source: string; text: string }>;

function describe(item: WorkspacePackage, language: 'en' | 'fr', french: French): string {
  if (language === 'en') return item.description;
  const entry = french[item.name];
  if (entry?.source !== item.description) {
    throw new Error(
      `release/descriptions.fr.json: the French of ${item.name} is missing or stale. Its package.json says ` +
        `"${item.description}": write that as "source", its translation as "text", then run: pnpm table`,
    );
  }
  return entry.text;
}

/** The text of a README with an up-to-date table of packages. */
export interface FreshReadme {
  readonly file: string;
  readonly text: string;
  readonly stale: boolean;
}

/** The expected READMEs; nothing is written. Throws if a README has lost its marks. */
export function freshReadmes(repository: string = root): FreshReadme[] {
  const packages = publicPackages(repository);
  const french: French = JSON.parse(readFileSync(join(repository, 'release/descriptions.fr.json'), 'utf8'));
  return READMES.map(({ file, language, titles }) => {
    const before = readFileSync(join(repository, file), 'utf8');
    const rows = packages.map((item) => [
      `[${item.name}](${item.folder}/README.md)`,
      item.version,
      describe(item, language, french),
    ]);
    const text = withTable(file, before, 'packages', [titles, ...rows]);
    return { file, text, stale: text !== before };
  });
}

if (import.meta.main) {
  for (const { file, text, stale } of freshReadmes()) {
    if (stale) writeFileSync(join(root, file), text);
    console.log(`${file}: ${stale ? 'table written' : 'table was fresh'}`);
  }
}
