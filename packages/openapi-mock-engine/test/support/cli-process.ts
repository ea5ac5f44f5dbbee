import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const engine = fileURLToPath(new URL('../../bin/openapi-mock-engine.js', import.meta.url));

/** The built command line of a mock in a separate process: the engine's, unless a subclass says otherwise. */
export class CliProcess implements AsyncDisposable {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';

  /** The script that is run. */
  get script(): string {
    return engine;
  }

  constructor(...args: string[]) {
    this.child = spawn(process.execPath, [this.script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (chunk) => {
      this.stdout += chunk;
    });
    this.child.stderr?.on('data', (chunk) => {
      this.stderr += chunk;
    });
  }

  /** The address it prints once it listens. */
  async url(): Promise<string> {
    for (;;) {
      const [, url] = /listens on (https?:\S+)/.exec(this.stdout) ?? [];
      if (url !== undefined) return url;
      if (this.child.exitCode !== null) throw new Error(`The mock ended: ${this.stderr}`);
      await Promise.race([once(this.child.stdout ?? this.child, 'data'), once(this.child, 'exit')]);
    }
  }

  /** Its exit code and everything that it printed. */
  async end(): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const [code] = await once(this.child, 'close');
    return { code, stdout: this.stdout, stderr: this.stderr };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'close');
  }
}
