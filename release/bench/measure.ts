import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The resources that a command used. */
export interface Cost {
  readonly seconds: number;
  /** The peak memory of its largest Node.js process, in MB. */
  readonly megabytes: number;
}

/**
 * Run a command to its end and measure it.
 * @returns the last lines of its output if it failed or took longer than `limit` seconds
 */
export async function measured(argv: readonly string[], cwd: string, limit: number): Promise<Cost | string> {
  const folder = mkdtempSync(join(tmpdir(), 'measured-'));
  const peaks = join(folder, 'peaks');
  writeFileSync(peaks, '0\n');
  const [command = '', ...words] = argv;
  const start = performance.now();
  const child = spawn(command, words, {
    cwd,
    timeout: limit * 1000,
    env: {
      ...process.env,
      PATH: [join(cwd, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      MEASURED_PEAKS: peaks,
      NODE_OPTIONS: `--import=${join(import.meta.dirname, 'report-peak.ts')} --max-old-space-size=6000`,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed = (printed + chunk).slice(-2000);
    });
  const status = await new Promise<number | null>((ended) => child.once('close', ended));
  const seconds = (performance.now() - start) / 1000;
  try {
    if (status !== 0) return status === null ? `not within ${limit} s` : printed.trim();
    return { seconds, megabytes: Math.max(...readFileSync(peaks, 'utf8').trim().split('\n').map(Number)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
