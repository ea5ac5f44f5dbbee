/**
 * How the cost grows: the commands on 10, 100 and all operations of GitHub's description (npm:
 * @octokit/openapi), with a pseudo-translation in every text, so that the rules of pairs have something to
 * read. Each command runs in a separate process; its time includes reading and writing the files, its memory
 * is the peak of the process. `parse` is JSON.parse of the same contract, the limit.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract, type JsonObject, parseSource, readSource } from '../src/index.ts';
import { translateAll } from './pseudo.ts';
import { countOperations, slice } from './slice.ts';

interface Cost {
  code: number;
  ms: number;
  processorMs: number;
  megabytes: number;
}

const measure = (...args: string[]): Cost => {
  const script = join(import.meta.dirname, 'measure.ts');
  return JSON.parse(execFileSync(process.execPath, [script, ...args], { encoding: 'utf8' })) as Cost; // its one line
};

const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
const whole = (await readSource(file)).value as JsonObject; // GitHub's description is an object
const folder = mkdtempSync(join(tmpdir(), 'growth-'));
const commands = ['parse', 'extract', 'extract again', 'check', 'fix', 'apply'] as const;
const rows: { texts: number; operations: number; megabytes: number; costs: Cost[] }[] = [];

try {
  const empty = measure('--version');
  for (const size of [10, 100, Number.POSITIVE_INFINITY]) {
    const at = (name: string) => join(folder, `${size}.${name}`);
    const [contract, fresh, overlay] = [at('openapi.json'), at('new.fr.yaml'), at('fr.yaml')];
    const part = slice(whole, size);
    const text = JSON.stringify(part, null, 2);
    writeFileSync(contract, text);
    const created = extract(parseSource(text, contract), undefined, { language: 'fr' });
    writeFileSync(overlay, translateAll(created.text));
    const costs = [
      measure('parse', contract),
      measure('extract', contract, '--overlay', fresh, '--language', 'fr'),
      measure('extract', contract, '--overlay', overlay),
      measure('check', contract, overlay),
      measure('fix', contract, overlay),
      measure('apply', contract, overlay, '-o', at('out.json')),
    ];
    const translated = (readFileSync(at('out.json'), 'utf8').match(/[àçéîôû]/g) ?? []).length;
    if (translated === 0 || costs.some(({ code }) => code > 1))
      throw new Error('A command did not do its work');
    rows.push({
      operations: countOperations(part),
      texts: created.counts.texts,
      megabytes: text.length / 2 ** 20,
      costs,
    });
  }
  console.log(`The tool alone, without a contract: ${Math.round(empty.megabytes)} MB\n`);
  print(['operations', 'texts', 'contract MB', ...commands.map((name) => `${name} ms`)], ({ costs }) =>
    costs.map(({ ms }) => ms.toFixed(0)),
  );
  print(['operations', 'texts', 'contract MB', ...commands.map((name) => `${name} CPU ms`)], ({ costs }) =>
    costs.map(({ processorMs }) => processorMs.toFixed(0)),
  );
  print(['operations', 'texts', 'contract MB', ...commands.map((name) => `${name} MB`)], ({ costs }) =>
    costs.map(({ megabytes }) => megabytes.toFixed(0)),
  );
  print(
    ['operations', 'texts', 'contract MB', ...commands.map((name) => `${name} µs/text`)],
    ({ costs, texts }) => costs.map(({ ms }) => ((1000 * ms) / texts).toFixed(0)),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(head: string[], cells: (row: (typeof rows)[number]) => string[]): void {
  const widths = head.map(({ length }) => length);
  const line = (values: string[]) => values.map((value, n) => value.padStart(widths[n] ?? 0)).join('  ');
  console.log(line(head));
  for (const row of rows) {
    console.log(line([`${row.operations}`, `${row.texts}`, row.megabytes.toFixed(1), ...cells(row)]));
  }
  console.log();
}
