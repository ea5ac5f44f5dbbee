/**
 * Rehearse a release from end to end against a registry of one's own: version, publish, install, run.
 * Needs built packages (`pnpm rehearse` builds them). Nothing of the working tree is changed, and nothing is
 * sent to any registry but the one on loopback. Exit code 1 and the failed step's output if anything fails.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, uses } from './consumers.ts';
import { commit, run, scratchCopy } from './scratch.ts';
import { startRegistry } from './verdaccio.ts';
import { publicPackages } from './workspace.ts';

/** Do one step, and say how long it took. The error of a failed step carries its name. */
async function step<T>(name: string, action: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    const result = await action();
    console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    throw new Error(`Rehearsal failed at: ${name}`, { cause: error });
  }
}

/** The names and versions that a registry has of the given packages. */
async function published(registry: string, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      const response = await fetch(registry + name.replace('/', '%2f'));
      if (response.status === 404) return [];
      // The form of a package's record is npm's.
      const { versions } = (await response.json()) as { versions: Record<string, unknown> };
      return Object.keys(versions).map((version) => `${name}@${version}`);
    }),
  );
  return found.flat().sort();
}

/** The whole rehearsal. Throws at the first step that fails. */
export async function rehearse(): Promise<void> {
  const packages = publicPackages();
  const names = packages.map(({ name }) => name);
  const uplink = run('npm', ['config', 'get', 'registry'], { cwd: tmpdir() }).trim();
  await using registry = await step('start a registry on loopback', () => startRegistry(uplink, names));

  const outside = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  using _removed = { [Symbol.dispose]: () => rmSync(outside, { recursive: true, force: true }) };
  const settings = join(outside, 'npmrc');
  // The registry lets anybody publish; npm and pnpm only want to see some token.
  writeFileSync(settings, `registry=${registry.url}\n${registry.url.slice(5)}:_authToken=rehearsal\n`);
  const env = {
    npm_config_registry: registry.url,
    NPM_CONFIG_USERCONFIG: settings,
    npm_config_cache: join(outside, 'cache'),
    npm_config_provenance: 'false',
  };

  const built = packages.map(({ folder }) => `${folder}/dist`);
  using scratch = await step('copy the repository', () => scratchCopy(built));
  const cwd = scratch.folder;
  await step('install the copy', () =>
    run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { cwd }),
  );
  await step('version it', () => {
    run('pnpm', ['exec', 'changeset', 'version'], { cwd });
    commit(cwd, 'Version packages');
  });
  const expected = publicPackages(cwd)
    .map(({ name, version }) => `${name}@${version}`)
    .sort();

  const publish = () => run('pnpm', ['exec', 'changeset', 'publish', '--no-git-tag'], { cwd, env });
  const [first] = publicPackages(cwd);
  if (first === undefined) throw new Error('There is no public package.');
  await step(`publish ${first.name} alone, as a release that dies half-way does`, () =>
    run('pnpm', ['publish', '--no-git-checks', '--access', 'public'], { cwd: join(cwd, first.folder), env }),
  );
  await step('run the release again: it publishes the others', async () => {
    publish();
    const now = await published(registry.url, names);
    if (now.join() !== expected.join()) throw new Error(`Expected ${expected}; the registry has ${now}.`);
  });
  await step('publish again: nothing to do', async () => {
    publish();
    const now = await published(registry.url, names);
    if (now.join() !== expected.join()) throw new Error(`Expected ${expected}; the registry has ${now}.`);
  });

  for (const use of uses) {
    await step(use.title, () => {
      const folder = mkdtempSync(join(outside, 'consumer-'));
      mkdirSync(folder, { recursive: true });
      install(folder, use, env);
      use.check(folder, env);
    });
  }
  console.log(`Published and used: ${expected.join(', ')}`);
}

if (import.meta.main) {
  try {
    await rehearse();
  } catch (error) {
    const { message, cause } = error as Error;
    console.error(`${message}\n${cause instanceof Error ? cause.message : String(cause ?? '')}`);
    process.exitCode = 1;
  }
}
