import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { run } from '../scratch.ts';
import { root } from '../workspace.ts';
import { type Bump, highest } from './bump.ts';

/** One change of the contract. */
export interface ContractChange {
  readonly bump: Bump;
  /** Where and what, for people: `openapi/openapi.yaml:257:53 Upper bound changed from …`. */
  readonly text: string;
}

/** What `redocly diff` reports, as far as it is read here. */
interface ReportedChange {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: Bump;
  readonly property?: string;
  readonly verdicts: readonly { readonly message: string }[];
  readonly base?: Place;
  readonly revision?: Place;
}
interface Place {
  readonly line: number;
  readonly col: number;
  readonly value: unknown;
}

/** Properties that only people read. */
const WORDS = new Set(
  (
    'title summary description example examples externalDocs contact license tags termsOfService ' +
    'x-displayName x-enumDescriptions'
  ).split(' '),
);

/** A default decides the answer of those who leave the parameter out; an instance's name is a value of the client. */
const BREAKING = new Set(['default', 'x-instance']);

/**
 * The house's own rating, on top of Redocly's. Redocly rates what is merely allowed from now on (a wider bound, one
 * more value of an enum) as a patch; a caller can do something new with it, and so it is a minor.
 */
function rated({ kind, impact, property, path }: ReportedChange): Bump {
  if (impact !== 'patch') return impact;
  if (path === '#/info' && property === 'version') return 'none';
  if (property !== undefined && BREAKING.has(property)) return 'major';
  if (kind === 'modified' && property !== undefined && WORDS.has(property)) return 'patch';
  return 'minor';
}

function worded(change: ReportedChange): string {
  const { kind, property, path, verdicts, base, revision } = change;
  const place = revision ?? base;
  const where = `openapi/openapi.yaml:${place?.line}:${place?.col}`;
  const pointer = path.slice(2).replaceAll('/', ' ').replaceAll('~1', '/').replaceAll('~0', '~');
  const said = verdicts.map(({ message }) => message).join(' ');
  return `${where} ${kind}: ${pointer}${property ? ` ${property}` : ''}${said ? `. ${said}` : ''}`;
}

/**
 * Rate the way from one contract to another, both given as texts of openapi.yaml. Comments, layout and `info.version`
 * don't count.
 * @throws Error when Redocly cannot read one of them
 */
export function rate(base: string, revision: string): { bump: Bump; changes: ContractChange[] } {
  if (isDeepStrictEqual(withoutVersion(base), withoutVersion(revision))) return { bump: 'none', changes: [] };
  const changes = compare(base, revision)
    .map((change) => ({ bump: rated(change), text: worded(change) }))
    .filter(({ bump }) => bump !== 'none');
  // Redocly doesn't look into the values of examples; they are published all the same.
  if (changes.length === 0) changes.push({ bump: 'patch', text: 'openapi/openapi.yaml modified: examples' });
  return { bump: highest(changes.map(({ bump }) => bump)), changes };
}

function withoutVersion(contract: string): unknown {
  const { info, ...rest }: { info?: object } = parse(contract) ?? {};
  return { ...rest, info: { ...info, version: undefined } };
}

function compare(base: string, revision: string): ReportedChange[] {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'));
  try {
    const [from, to] = [join(folder, 'base.yaml'), join(folder, 'revision.yaml')];
    const report = join(folder, 'report.json');
    writeFileSync(from, base);
    writeFileSync(to, revision);
    const settings = ['--config', join(root, 'release/redocly-diff.yaml'), '--fail-on', 'none'];
    run('redocly', ['diff', from, to, '--format', 'json', '--output', report, ...settings], { cwd: root });
    const { changes }: { changes: ReportedChange[] } = JSON.parse(readFileSync(report, 'utf8'));
    return changes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
