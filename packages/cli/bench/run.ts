import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Starts a mock in another process, and returns its URL. */
export async function startServer(): Promise<{ url: string; stop: () => void }> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('mock-server.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) =>
    server.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  return { url, stop: () => server.kill() };
}

/** The resources that a run of the command used. */
export interface Measurement {
  seconds: number;
  /** Processor time in seconds. */
  processor: number;
  /** The peak memory of the process, in MB. */
  megabytes: number;
}

/** The command as it is installed. */
export const command = fileURLToPath(new URL('../dist/bin/session-series.js', import.meta.url));

/** Runs a script and measures it. At its end, it reports the usage that the operating system counted. */
export async function measure(args: readonly string[], url?: string): Promise<Measurement> {
  const report = `data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write('\\ntook '+maxRSS+' '+(userCPUTime+systemCPUTime))})`;
  const start = performance.now();
  const child: ChildProcess = spawn(process.execPath, ['--import', report, ...args], {
    env: {
      PATH: process.env['PATH'],
      SESSION_SERIES_API_KEY: 'bench-key',
      ...(url && { SESSION_SERIES_INSTANCE: url }),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  const [, kilobytes, microseconds] = /took (\d+) (\d+)/.exec(stderr) ?? [];
  return { seconds, processor: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1024 };
}

/** A folder for files of a benchmark, removed at the end. */
export function scratchFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'session-series-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
