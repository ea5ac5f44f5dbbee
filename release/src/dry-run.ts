/**
 * Dry run of a release against a local registry: version, publish, install, use.
 * It does not change the working tree, and sends nothing to any other registry. If a step fails, prints its output and exits with 1.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { engines } from './consumers/engines.ts';
import { products } from './consumers/products.ts';
import { prepare, type Use } from './consumers/use.ts';
import { expectPackageFiles, expectPublished, taggedVersion } from './published.ts';
import { commit, linkedCopy, run } from './scratch.ts';
import { startRegistry } from './verdaccio.ts';
import { publicPackages } from './workspace.ts';

/** Runs one step and prints its duration. The error of a failed step contains its name. */
async function step<T>(name: string, action: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    const result = await action();
    console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    throw new Error(`Dry run failed at: ${name}`, { cause: error });
  }
}

/** Publishes everything in a versioned copy: first one package, as if the release had failed half-way, then the rest, then again. */
async function publish(cwd: string, registry: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const packages = publicPackages(cwd);
  const expected = packages.map(({ name, version }) => `${name}@${version}`);
  const release = () => run('pnpm', ['publish-packages', '--no-git-tag'], { cwd, env, seconds: 240 });
  const [first] = packages;
  if (first === undefined) throw new Error('There is no public package.');
  await step('build it', () =>
    run('pnpm', ['turbo', 'run', 'build', '--filter=./openapi', '--filter=./packages/*'], {
      cwd,
      seconds: 240,
    }),
  );
  await step(`publish ${first.name} alone, as an interrupted release does`, async () => {
    run('pnpm', ['publish', '--no-git-checks', '--access', 'public', '--registry', registry], {
      cwd: join(cwd, first.folder),
      env,
    });
    await expectPublished(registry, [`${first.name}@${first.version}`]);
  });
  await step('run the release again: it publishes the others', async () => {
    release();
    await expectPublished(registry, expected);
  });
  await step('publish again: nothing to do', async () => {
    release();
    await expectPublished(registry, expected);
  });
  return expected;
}

/** The oldest Node.js that the packages name in `engines`, and the newest that the registry has as a package. */
const NODES = ['20.19.0', '26.10.0'] as const;

/** Unpacks other versions of Node.js into a folder; returns the folders of their binaries. */
function fetchNodes(folder: string): string[] {
  const name = `node-${process.platform}-${process.arch}`;
  const packages = NODES.map((version) => `${name}@${version}`);
  run('npm', ['pack', '--prefer-offline', ...packages], { cwd: folder, seconds: 240 });
  return NODES.map((version) => {
    const target = join(folder, version);
    mkdirSync(target);
    // An installation would unpack thousands of other files.
    run('tar', ['-xzf', `../${name}-${version}.tgz`, 'package/bin/node'], { cwd: target });
    return join(target, 'package/bin');
  });
}

/** Publishes a snapshot of one package, and checks that installs without a tag still get the release. */
async function publishSnapshot(cwd: string, registry: string, env: NodeJS.ProcessEnv): Promise<void> {
  const name = '@session-series/client';
  const before = await taggedVersion(registry, name, 'latest');
  writeFileSync(join(cwd, '.changeset/snapshot.md'), `---\n"${name}": patch\n---\n\nSomething to try.\n`);
  commit(cwd, 'Announce something');
  run('pnpm', ['publish-snapshot'], { cwd, env, seconds: 240 });
  const snapshot = await taggedVersion(registry, name, 'snapshot');
  if (!/^0\.0\.0-\d{14}$/.test(snapshot ?? '')) throw new Error(`The tag "snapshot" points to ${snapshot}.`);
  const after = await taggedVersion(registry, name, 'latest');
  if (after !== before) throw new Error(`The snapshot moved the tag "latest" from ${before} to ${after}.`);
}

/** Tries all uses, two at a time: most of an installation is waiting. Throws the first error when all have ended. */
async function allOf(uses: readonly Use[], attempt: (use: Use) => Promise<void>): Promise<void> {
  const left = uses.values();
  const worker = async () => {
    for (const use of left) await attempt(use);
  };
  const outcomes = await Promise.allSettled([worker(), worker()]);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** The whole dry run. Throws if a step fails. */
export async function dryRun(): Promise<void> {
  const names = publicPackages().map(({ name }) => name);
  const uplink = run('npm', ['config', 'get', 'registry'], { cwd: tmpdir() }).trim();
  await using registry = await step('start a registry on loopback', () => startRegistry(uplink, names));

  const outside = mkdtempSync(join(tmpdir(), 'dry-run-'));
  using _removed = { [Symbol.dispose]: () => rmSync(outside, { recursive: true, force: true }) };
  const settings = join(outside, 'npmrc');
  // Anyone may publish to the registry, but npm and pnpm require a token.
  writeFileSync(settings, `registry=${registry.url}\n${registry.url.slice(5)}:_authToken=dry-run\n`);
  const env = {
    // npm reads the first, pnpm the second; nothing must be sent to another registry.
    npm_config_registry: registry.url,
    pnpm_config_registry: registry.url,
    NPM_CONFIG_USERCONFIG: settings,
    npm_config_cache: join(outside, 'cache'),
    npm_config_provenance: 'false',
    // A later installation takes from the cache, which is empty at first, what an earlier one fetched.
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };

  using scratch = await step('copy the repository, and link its dependencies', linkedCopy);
  const cwd = scratch.folder;
  await step('version it', () => {
    run('pnpm', ['version-packages'], { cwd });
    commit(cwd, 'Version packages');
  });
  const released = await publish(cwd, registry.url, env);
  await step('publish a snapshot next to it', () => publishSnapshot(cwd, registry.url, env));

  const binaries = await step(`fetch Node.js ${NODES.join(' and ')}`, () => fetchNodes(outside));
  await allOf([...products, ...engines], (use) =>
    step(use.title, async () => {
      const installed = await prepare(use, outside, env);
      expectPackageFiles(
        installed,
        use.packages.filter((name) => names.includes(name)),
      );
      await use.checkOnce?.(installed, env);
      for (const binary of binaries) {
        const folder = use.packages.length > 0 ? installed : await prepare(use, outside, env);
        await use.check(folder, { ...env, PATH: [binary, process.env['PATH']].join(delimiter) });
      }
    }),
  );
  console.log(`Published and used: ${released.join(', ')}`);
}

if (import.meta.main) {
  try {
    await dryRun();
  } catch (error) {
    const { message, cause } = error as Error;
    console.error(`${message}\n${cause instanceof Error ? cause.message : String(cause ?? '')}`);
    process.exitCode = 1;
  }
}
