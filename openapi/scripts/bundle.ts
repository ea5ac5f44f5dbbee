/**
 * Bundles the English contract: `openapi.yaml` with its code samples, as JSON and as YAML.
 *
 * Writes `dist/openapi.en.json` and `dist/openapi.en.yaml`, which hold the same document, and the type of its JSON
 * in every language, `dist/openapi.d.ts` (`.d.cts` for `require`). A second run writes the same bytes. When the contract cannot be read, Redocly's own report (file, line, reason) is shown, nothing
 * is written, and the exit code is 1.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCodeSamples } from './code-samples.ts';
import type { ContractDocument } from './contract-document.ts';
import { contractType } from './contract-types.ts';
import { fromPackageRoot } from './package-root.ts';
import { writeJsonAndYaml, writeWhole } from './write-document.ts';

const scratch = mkdtempSync(join(tmpdir(), 'contract-bundle-'));
try {
  const bundled = join(scratch, 'openapi.json');
  const redocly = spawnSync(
    'redocly',
    ['bundle', 'session-series', '--config', '../redocly.yaml', '-o', bundled],
    {
      cwd: fromPackageRoot('.'),
      encoding: 'utf8',
      // Windows finds the command's .cmd file through a shell only.
      shell: process.platform === 'win32',
    },
  );
  if (redocly.status !== 0) {
    process.stderr.write(
      redocly.stderr || redocly.stdout || `redocly did not start: ${redocly.error?.message}\n`,
    );
    process.exitCode = 1;
  } else {
    // The bundler has validated the file's form; only `paths` and the like are read from it here.
    const contract = JSON.parse(readFileSync(bundled, 'utf8')) as ContractDocument;
    addCodeSamples(contract, fromPackageRoot('samples'));
    writeJsonAndYaml(contract, fromPackageRoot('dist/openapi.en'), 'openapi.yaml and samples/');
    const header = '// Generated from openapi.yaml. Do not edit: the next build overwrites it.';
    const type = `${header}\ndeclare const contract: ${contractType(contract)};\n`;
    writeWhole(fromPackageRoot('dist/openapi.d.ts'), `${type}export default contract;\n`);
    writeWhole(fromPackageRoot('dist/openapi.d.cts'), `${type}export = contract;\n`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
