import { parentPort, Worker, workerData } from 'node:worker_threads';
import { InputError } from 'openapi-l10n';

/** A message from a thread. */
type Message<Step, Result> =
  | { step: Step }
  | { result: Result }
  | { error: string; input: undefined | Pick<InputError, 'place' | 'expected' | 'help'> };

/**
 * Runs a file of this package in a worker thread, whose memory is freed when it ends.
 *
 * @param name the file, such as `render-worker`: the same in `src`, which Node.js runs as it is, and in `dist`.
 * @param megabytes the memory limit; if that is not enough, the thread runs again without a limit.
 * @throws {InputError} from the thread.
 */
export async function inThread<Job, Step, Result>(
  name: string,
  job: Job,
  onStep: (step: Step) => void,
  megabytes?: number,
): Promise<Result> {
  try {
    return await started<Job, Step, Result>(name, job, onStep, megabytes);
  } catch (error) {
    if (megabytes === undefined || !isOutOfMemory(error)) throw error;
    return started(name, job, onStep, undefined);
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

function started<Job, Step, Result>(
  name: string,
  job: Job,
  onStep: (step: Step) => void,
  megabytes: number | undefined,
): Promise<Result> {
  const file = new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  // By default, the young generation grows far beyond what rendering page by page needs.
  const worker = new Worker(file, {
    workerData: job,
    resourceLimits: {
      maxYoungGenerationSizeMb: 16,
      ...(megabytes === undefined ? {} : { maxOldGenerationSizeMb: megabytes }),
    },
  });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message<Step, Result>) => {
      if ('step' in message) onStep(message.step);
      else if ('result' in message) resolve(message.result);
      else {
        const { place, expected, help } = message.input ?? {};
        const more = { place, ...(expected ? { expected } : {}), ...(help ? { help } : {}) };
        reject(message.input ? new InputError(message.error, more) : new Error(message.error));
      }
    });
    worker.on('error', reject);
    worker.on('exit', (code) =>
      reject(new Error(`The thread ${name} ended with the code ${code} and no result.`)),
    );
  });
}

/** The other side: runs the job of this thread, and reports its steps and result. */
export async function asThread<Job, Step, Result>(
  work: (job: Job, onStep: (step: Step) => void) => Result | Promise<Result>,
): Promise<void> {
  const post = (message: Message<Step, Result>) => parentPort?.postMessage(message);
  try {
    // Only `inThread` starts such a file.
    post({ result: await work(workerData as Job, (step) => post({ step })) });
  } catch (error) {
    const input = error instanceof InputError ? error : undefined;
    post({
      error: error instanceof Error ? error.message : String(error),
      input: input && { place: input.place, expected: input.expected, help: input.help },
    });
  }
}
