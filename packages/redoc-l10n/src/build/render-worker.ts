import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from 'openapi-l10n';
import { type LanguageJob, renderLanguage } from './render-language.ts';
import type { WorkerMessage } from './workers.ts';

const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

try {
  renderLanguage(workerData as LanguageJob, (page) => tell({ page })); // the only thing that starts this file
} catch (error) {
  tell({ error: error instanceof Error ? error.message : String(error), input: error instanceof InputError });
}
