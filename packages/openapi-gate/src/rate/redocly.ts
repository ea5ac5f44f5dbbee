import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bump } from '../bump.ts';
import { GateError } from '../error.ts';

/** A place in a file, as Redocly reports it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly value?: unknown;
}

/** The part of a change in the report of `redocly diff` that is used here. */
export interface ReportedChange {
  /** JSON Pointer of the object, with references resolved. */
  readonly path: string;
  readonly typeName: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: Bump;
  /** The property that changed; missing when the whole object did. */
  readonly property?: string;
  readonly verdicts: readonly { readonly ruleId: string; readonly impact: Bump; readonly message: string }[];
  readonly base?: Place;
  readonly revision?: Place;
}

const REDOCLY = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
const CONFIG = fileURLToPath(new URL('../../redocly-diff.yaml', import.meta.url));

/**
 * The differences between two documents.
 * @throws GateError with Redocly's own report, when one of them is not an OpenAPI document
 */
export function diffDocuments(base: string, revision: string): ReportedChange[] {
  return withReport((report) => {
    redocly([
      'diff',
      base,
      revision,
      '--config',
      CONFIG,
      '--format',
      'json',
      '--fail-on',
      'none',
      '-o',
      report,
    ]);
    // Written by Redocly in its documented format, version 1.
    const { changes }: { changes: ReportedChange[] } = JSON.parse(readFileSync(report, 'utf8'));
    return changes;
  });
}

/** A document, including the files that it refers to. */
export function bundle(file: string): unknown {
  return withReport((report) => {
    redocly(['bundle', file, '--config', CONFIG, '--ext', 'json', '-o', report]);
    return JSON.parse(readFileSync(report, 'utf8'));
  });
}

function withReport<T>(read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-gate-'));
  try {
    return read(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function redocly(argv: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [REDOCLY, ...argv], {
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
  });
  if (status === 0) return;
  const output = `${stdout ?? ''}\n${stderr ?? ''}`.trim() || String(error);
  // Redocly prints a stack trace for a file that is not an OpenAPI document.
  const report = output.replace(/^ +at .*\n?/gm, '').trim();
  throw new GateError(
    `Redocly cannot read ${argv.slice(1, argv[0] === 'diff' ? 3 : 2).join(' or ')}:\n${report}`,
  );
}
