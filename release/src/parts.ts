/**
 * `pnpm parts [file]` writes a CycloneDX bill of materials of the published packages: all installed dependencies with
 * version, licence and hash. Default file: reports/parts.cdx.json, which git ignores.
 */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { run } from './scratch.ts';
import { publicPackages, root } from './workspace.ts';

/** Writes the list to a file, creating its folder. */
export function listParts(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const published = publicPackages().flatMap(({ name }) => ['--filter', name]);
  const form = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6'];
  run('pnpm', [...published, 'sbom', ...form, '--prod', '--out', file], { cwd: root });
}

if (import.meta.main) {
  const file = resolve(process.argv[2] ?? 'reports/parts.cdx.json');
  listParts(file);
  console.log(`Written: ${file}`);
}
