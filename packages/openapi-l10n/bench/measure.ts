/**
 * Runs one command in a separate process, and prints its time in ms and the peak of its memory in MB as JSON.
 */
import { main } from '../src/cli/main.ts';

const quiet = { out: () => {}, err: () => {}, colour: false };
const start = performance.now();
const code = await main(process.argv.slice(2), quiet);
console.log(
  JSON.stringify({
    code,
    ms: performance.now() - start,
    megabytes: process.resourceUsage().maxRSS / 2 ** 10,
  }),
);
