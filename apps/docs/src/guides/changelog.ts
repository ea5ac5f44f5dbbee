import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inLanguage } from './catalogue.ts';
import type { Language } from './contract.ts';
import { words } from './words.ts';

const repository = new URL('../../../../', import.meta.url);
const contractPackage = '@session-series/contract';
const bumps = ['major', 'minor', 'patch'] as const;
type Bump = (typeof bumps)[number];

/** One version of the contract; `version` is '' for unreleased changes. */
export interface Release {
  version: string;
  changes: { bump: Bump; text: string }[];
}

/** The versions of the contract, latest first: the pending changesets, then its changelog. */
function releases(): Release[] {
  const folder = new URL('.changeset/', repository);
  const pending = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .flatMap((name) => pendingChange(readFileSync(new URL(name, folder), 'utf8')));
  const changelog = new URL('openapi/CHANGELOG.md', repository);
  const released = existsSync(changelog) ? parseChangelog(readFileSync(changelog, 'utf8')) : [];
  return pending.length > 0 ? [{ version: '', changes: pending }, ...released] : released;
}

function pendingChange(changeset: string): Release['changes'] {
  const [, front = '', text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(changeset) ?? [];
  const bump = bumps.find((name) => new RegExp(`^["']${contractPackage}["']: ${name}$`, 'm').test(front));
  return bump ? [{ bump, text: oneLine(text) }] : [];
}

/** Parses a changelog of Changesets, without updated dependencies. */
export function parseChangelog(changelog: string): Release[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [version = '', ...rest] = part.split('\n');
      const changes = rest
        .join('\n')
        .split(/^### /m)
        .flatMap((section) => {
          const bump = bumps.find((name) => section.toLowerCase().startsWith(name));
          if (!bump) return [];
          return section
            .split(/^- /m)
            .slice(1)
            .map((item) => ({ bump, text: oneLine(item.replace(commitLink, '')) }))
            .filter(({ text }) => !/^Uses \S+ \d/.test(text));
        });
      return { version: version.trim(), changes };
    });
}

/** Where release/src/changelog.ts links to the commit. */
const commitLink = / \(\[[0-9a-f]{7}\]\(\S+\)\)/;

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ');

/** The changes of the contract as Markdown, in the given language. */
export function changelogMarkdown(language: Language, versions: readonly Release[] = releases()): string {
  const text = words[language];
  return versions
    .map(({ version, changes }) => {
      const kinds = bumps.flatMap((bump) => {
        const own = changes.filter((change) => change.bump === bump);
        if (own.length === 0) return [];
        const items = own.map(
          (change) => `- ${inLanguage(language, change.text, `a changeset of ${contractPackage}`)}`,
        );
        return [`### ${text.changes[bump]}`, items.join('\n')];
      });
      return [`## ${version || text.unreleased}`, ...kinds].join('\n\n');
    })
    .join('\n\n');
}
