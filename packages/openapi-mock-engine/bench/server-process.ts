import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request as send } from 'node:http';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Question } from './cases.ts';

/** A server under test: a Node.js program that gets its port as an argument. */
export interface Candidate {
  name: string;
  args(port: number): string[];
}

/**
 * The resources of a process: its current memory in bytes, and its processor time since the start in
 * microseconds.
 */
export interface Usage {
  rss: number;
  cpu: number;
}

const reporter = fileURLToPath(new URL('usage-reporter.js', import.meta.url));

/** The process of a candidate. */
export class ServerProcess implements AsyncDisposable {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  /** Starts it and waits for its first answer. @returns also the milliseconds until then */
  static async start(
    candidate: Candidate,
    question: Question,
  ): Promise<{ server: ServerProcess; milliseconds: number }> {
    const port = await freePort();
    const begun = performance.now();
    const child = spawn(process.execPath, ['--import', reporter, ...candidate.args(port)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const server = new ServerProcess(`http://127.0.0.1:${port}`, child);
    for (;;) {
      const status = await statusOf(server.url, question);
      if (status >= 200 && status < 300) break;
      if (child.exitCode !== null || status > 0) {
        child.kill('SIGKILL');
        throw new Error(`${candidate.name} answered ${status}, and ended with ${child.exitCode}.`);
      }
    }
    return { server, milliseconds: performance.now() - begun };
  }

  async usage(): Promise<Usage> {
    this.#child.send('usage');
    const [usage] = await once(this.#child, 'message');
    return usage;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL');
    await once(this.#child, 'close');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The status of one request; 0 while no server listens. */
function statusOf(url: string, { method, path, headers, body }: Question): Promise<number> {
  return new Promise((resolve) => {
    send(url + path, { method, headers, agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', () => setTimeout(resolve, 2, 0))
      .end(body);
  });
}
