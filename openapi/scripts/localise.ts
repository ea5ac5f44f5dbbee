/**
 * Writes the bundle of each language that has an overlay: `l10n/fr.overlay.yaml` produces `dist/openapi.fr.json`,
 * `dist/openapi.fr.yaml`, and `dist/fr.overlay.yaml`, which applied to `dist/openapi.en.json` gives the same document.
 *
 * Checks the translation against `openapi.yaml` first, so that findings point to the lines that people edit. If the check
 * fails (a missing text, a target that matches nothing, a translated name), prints the report of `openapi-l10n`, writes
 * nothing, and exits with its exit code.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inlineParameters } from './inline-parameters.ts';
import { fromPackageRoot, writeJsonAndYaml, writePackageFile } from './package-files.ts';
import { publishedOverlay } from './published-overlay.ts';

const scratch = mkdtempSync(join(tmpdir(), 'contract-localise-'));
try {
  const folder = fromPackageRoot('l10n');
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const language = /^(.+)\.overlay\.yaml$/.exec(file)?.[1];
    if (language) process.exitCode ||= localise(language, `l10n/${file}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function localise(language: string, overlay: string): number {
  const glossary = `l10n/glossary.${language}.yaml`;
  const agreed = existsSync(fromPackageRoot(glossary)) ? ['--glossary', glossary] : [];
  const localised = join(scratch, `openapi.${language}.json`);
  const status =
    l10n('check', 'openapi.yaml', overlay, ...agreed) ||
    l10n('apply', 'generated/openapi.json', overlay, '-o', localised);
  if (status === 0) {
    writeJsonAndYaml(
      inlineParameters(JSON.parse(readFileSync(localised, 'utf8'))),
      `dist/openapi.${language}`,
      `openapi.yaml and ${overlay}`,
    );
    const contract = JSON.parse(readFileSync(fromPackageRoot('generated/openapi.json'), 'utf8'));
    const words = readFileSync(fromPackageRoot(overlay), 'utf8');
    writePackageFile(`dist/${language}.overlay.yaml`, publishedOverlay(words, contract, 'openapi.en.json'));
  }
  return status;
}

function l10n(...args: string[]): number {
  // On Windows, only a shell finds the command's .cmd file.
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync('openapi-l10n', args, {
    cwd: fromPackageRoot('.'),
    stdio: 'inherit',
    shell,
  });
  if (error) console.error(`openapi-l10n did not start: ${error.message}`);
  return status ?? 1;
}
