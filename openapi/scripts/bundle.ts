/**
 * Bundles the English contract: `openapi.yaml` with its code samples, as JSON and as YAML.
 *
 * Writes `dist/openapi.en.json` and `dist/openapi.en.yaml`, which contain the same document, and `dist/openapi.d.ts`
 * (`.d.cts` for `require`), the type of the JSON in every language. `generated/openapi.json` still refers to its
 * parameters: translations are applied to it, so that each text is translated once. The output is deterministic. If the contract cannot be
 * read, prints Redocly's report (file, line, reason), writes nothing, and exits with 1.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCodeSamples, type ContractDocument } from './code-samples.ts';
import { contractType } from './contract-types.ts';
import { inlineParameters } from './inline-parameters.ts';
import { fromPackageRoot, writeJsonAndYaml, writePackageFile } from './package-files.ts';

const scratch = mkdtempSync(join(tmpdir(), 'contract-bundle-'));
try {
  const bundled = join(scratch, 'openapi.json');
  const redocly = spawnSync(
    'redocly',
    ['bundle', 'session-series', '--config', '../redocly.yaml', '-o', bundled],
    {
      cwd: fromPackageRoot('.'),
      encoding: 'utf8',
      // On Windows, only a shell finds the command's .cmd file.
      shell: process.platform === 'win32',
    },
  );
  if (redocly.status !== 0) {
    process.stderr.write(
      redocly.stderr || redocly.stdout || `redocly did not start: ${redocly.error?.message}\n`,
    );
    process.exitCode = 1;
  } else {
    // The bundler has validated the document; only `paths` and the like are read here.
    const contract = JSON.parse(readFileSync(bundled, 'utf8')) as ContractDocument;
    addCodeSamples(contract, fromPackageRoot('samples'));
    writePackageFile('generated/openapi.json', JSON.stringify(contract));
    const published = inlineParameters(contract);
    writeJsonAndYaml(published, 'dist/openapi.en', 'openapi.yaml and samples/');
    const header = '// Generated from openapi.yaml. Do not edit: the next build overwrites it.';
    const type = `${header}\ndeclare const contract: ${contractType(published)};\n`;
    writePackageFile('dist/openapi.d.ts', `${type}export default contract;\n`);
    writePackageFile('dist/openapi.d.cts', `${type}export = contract;\n`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
