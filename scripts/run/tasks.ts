import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** How many lines of a failed task's output are shown. */
const LINES = 30;

/** Where Turborepo writes one summary for each run with `--summarize`. */
const SUMMARIES = '.turbo/runs';

/** A task that ended with another exit code than 0. */
export interface FailedTask {
  /** Such as `@session-series/docs#build`. */
  id: string;
  /** Folder of its package. */
  package: string;
  script: string;
  exitCode: number;
  /** The end of its output, or only what Turborepo says of it: without a cache, it keeps no log. */
  output: string;
}

/** Removes the summaries of earlier runs of Turborepo. */
export function clearSummaries(root = '.'): void {
  rmSync(join(root, SUMMARIES), { recursive: true, force: true });
}

/** The tasks that failed in the runs that {@link clearSummaries} has not removed. */
export function failedTasks(root = '.'): FailedTask[] {
  return globSync(`${SUMMARIES}/*.json`, { cwd: root }).flatMap((file) => {
    const { tasks }: Summary = JSON.parse(readFileSync(join(root, file), 'utf8'));
    return tasks.flatMap(({ taskId, task, directory, logFile, execution }) =>
      execution?.exitCode
        ? [
            {
              id: taskId,
              package: directory,
              script: task,
              exitCode: execution.exitCode,
              output: logFile === undefined ? execution.error : end(join(root, logFile)),
            },
          ]
        : [],
    );
  });
}

/** What is read of Turborepo's summary. A task that never started has no `execution`. */
interface Summary {
  tasks: {
    taskId: string;
    task: string;
    directory: string;
    logFile?: string;
    execution?: { exitCode: number; error: string };
  }[];
}

const end = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LINES).join('\n') : '';
