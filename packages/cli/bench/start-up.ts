/** How long `--help` takes, compared with a bare start of Node.js. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const limit = 150;
const command = fileURLToPath(new URL('../dist/bin/session-series.js', import.meta.url));
const time = (args: readonly string[]) => {
  const start = performance.now();
  if (spawnSync(process.execPath, args).status !== 0) throw new Error(args.join(' '));
  return performance.now() - start;
};
const median = (args: readonly string[]) => {
  const times = Array.from({ length: 15 }, () => time(args)).sort((a, b) => a - b);
  return times[7] ?? 0;
};
const [bare, help] = [median(['-e', '0']), median([command, '--help'])];
console.log(`node -e 0  ${bare.toFixed(0)} ms\n--help     ${help.toFixed(0)} ms (at most ${limit})`);
if (help > limit) process.exitCode = 1;
