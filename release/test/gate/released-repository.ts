import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bump, changeSince } from 'openapi-gate';
import { findings } from '../../src/gate/findings.ts';
import { writeInfoVersion } from '../../src/info-version.ts';
import { commit, restore, run, scratchCopy } from '../../src/scratch.ts';

/** A copy of the repository as it is right after a release: nothing is pending, and every package has version 1.2.3. */
export class ReleasedRepository {
  readonly #scratch = scratchCopy();
  readonly folder = this.#scratch.folder;

  constructor() {
    for (const file of globSync('.changeset/*.md', { cwd: this.folder })) rmSync(join(this.folder, file));
    for (const file of globSync(
      ['openapi', 'packages/*', 'apps/*'].map((path) => `${path}/package.json`),
      { cwd: this.folder },
    ))
      this.edit(file, /"version": ".*"/, '"version": "1.2.3"');
    writeInfoVersion(this.folder);
    commit(this.folder, 'Release everything');
    run('git', ['tag', 'released'], { cwd: this.folder });
  }

  /** Undo what was done and committed since the release. */
  reset(): void {
    run('git', ['reset', '--quiet', '--hard', 'released'], { cwd: this.folder });
    restore(this.folder);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** Replace the first match in a file. @throws Error when there is none */
  edit(file: string, before: string | RegExp, after: string): void {
    const text = this.read(file);
    const edited = text.replace(before, after);
    if (edited === text) throw new Error(`${file} has no ${before}`);
    this.write(file, edited);
  }

  /** Write a changeset, and the resulting version into the contract. */
  announce(bumps: Readonly<Record<string, Bump>>): void {
    const lines = Object.entries(bumps).map(([name, bump]) => `"${name}": ${bump}\n`);
    this.write('.changeset/news.md', `---\n${lines.join('')}---\n\nSomething is new.\n`);
    writeInfoVersion(this.folder);
  }

  /** The findings of the gate. */
  findings(since = 'main'): string[] {
    return findings(changeSince(this.folder, since));
  }

  [Symbol.dispose](): void {
    this.#scratch[Symbol.dispose]();
  }
}
