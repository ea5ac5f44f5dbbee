import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { afterAll, describe, expect, test } from 'vitest';
import { listParts } from '../src/parts.ts';
import { publicPackages } from '../src/workspace.ts';

interface Parts {
  readonly components: readonly { readonly purl: string; readonly externalReferences: readonly Source[] }[];
}
interface Source {
  readonly type: string;
  readonly hashes?: readonly { readonly alg: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'parts.cdx.json');
listParts(file);
const text = readFileSync(file, 'utf8');
const { components }: Parts = JSON.parse(text);
const nameOf = ({ purl }: { readonly purl: string }) => purl.replace(/^pkg:npm\/(.*)@.*$/, '$1');
const names = components.map(nameOf);

describe('the list of parts', () => {
  test('the list of parts is a valid CycloneDX document', async () => {
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
  });

  test('the list of parts names everything that is installed with a published package, and no development tools', () => {
    expect(names).toEqual(expect.arrayContaining(['openapi-fetch', 'yaml', '%40stoplight/prism-http']));
    expect(names).not.toContain('vitest');
    expect(names).not.toContain('redoc');
  });

  test('the list of parts has a hash for each part', () => {
    const bare = components.filter(
      ({ externalReferences }) =>
        !externalReferences.some(({ type, hashes }) => type === 'distribution' && hashes),
    );
    // Only the packages of this repository itself, which are published with provenance.
    const own = publicPackages().map(({ name }) => name.replace('@', '%40'));
    const others = bare.map(nameOf).filter((name) => !own.includes(name));
    expect(others).toEqual([]);
  });
});
