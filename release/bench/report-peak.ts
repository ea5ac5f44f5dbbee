/** Preloaded into each Node.js process that is measured: appends its peak of resident memory, in MB, to a file. */
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { MEASURED_PEAKS: file } = process.env;
if (file && isMainThread)
  process.on('exit', () => appendFileSync(file, `${Math.round(process.resourceUsage().maxRSS / 1024)}\n`));
