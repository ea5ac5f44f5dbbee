import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../src/cli/main.ts';

/** A small contract of an invented vendor. */
export const CONTRACT = `openapi: 3.1.1
info: { title: Lockers, version: 1.0.0 }
paths:
  /lockers:
    get:
      operationId: listLockers
      summary: List lockers
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 50 } }
      responses:
        "200": { description: The lockers. }
`;

/** A Git repository in a temporary folder, with two packages and Changesets. */
export class Repository implements Disposable {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'openapi-gate-repository-')));

  constructor() {
    this.write('package.json', JSON.stringify({ name: 'acme', private: true, workspaces: ['packages/*'] }));
    this.write('package-lock.json', '{}');
    for (const name of ['client', 'contract'])
      this.write(
        `packages/${name}/package.json`,
        JSON.stringify({ name: `@acme/${name}`, version: '1.2.3' }),
      );
    this.write('.changeset/config.json', '{}');
    this.write('openapi.yaml', CONTRACT);
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit('Start');
    this.git('checkout', '--quiet', '-b', 'topic');
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Replace the first match in a file. @throws Error when there is none */
  edit(file: string, before: string, after: string): void {
    const text = this.read(file);
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
    this.write(
      file,
      text.replace(before, () => after),
    );
  }

  git(...argv: string[]): string {
    const identity = [
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.org',
      '-c',
      'commit.gpgsign=false',
    ];
    return execFileSync('git', [...identity, ...argv], { cwd: this.folder, encoding: 'utf8' });
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--no-verify', '--allow-empty', '-m', message);
  }

  /** Changes the contract: a request for more lockers is now allowed. */
  raiseLimit(): void {
    this.edit('openapi.yaml', 'maximum: 50', 'maximum: 60');
  }

  /** Writes a changeset with a bump for each of the two packages. */
  announce(client: string, contract: string): void {
    this.write(
      '.changeset/news.md',
      `---\n"@acme/client": ${client}\n"@acme/contract": ${contract}\n---\n\nLists more lockers.\n`,
    );
  }

  /** Runs the command `check` for both packages. */
  check(): { code: number; out: string; err: string } {
    const packages = '@acme/client,@acme/contract';
    return gate(this.folder, 'check', '--contract', 'openapi.yaml', '--base', 'main', '--packages', packages);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Run the command line in a folder; returns the exit code and the output. */
export function gate(cwd: string, ...argv: string[]): { code: number; out: string; err: string } {
  let [out, err] = ['', ''];
  const code = main(argv, {
    cwd,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
