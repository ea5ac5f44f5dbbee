/**
 * `pnpm parts [file]` lists what the published packages are made of, as a CycloneDX bill of materials: every package that
 * is installed with them, its version, licence and hash. Default file: reports/parts.cdx.json, which git ignores.
 */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { run } from './scratch.ts';
import { publicPackages, root } from './workspace.ts';

/** Write the list to a file; its folder is made. */
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
