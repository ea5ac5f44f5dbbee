import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The result of a program. */
export interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program without blocking, because the mock runs in this process.
 *
 * @param environment variables in addition to those of the test.
 */
export function run(
  program: string,
  args: string[],
  environment: Record<string, string> = {},
  cwd = fileOfContract('.'),
): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', ...environment };
    execFile(program, args, { cwd, env }, (error, stdout, stderr) => {
      const status = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
      const missing =
        error?.code === 'ENOENT' ? `${program} was not found: these tests need it installed.` : '';
      resolve({ status, stdout, stderr: stderr + missing });
    });
  });
}

/** The absolute path of a file of the contract package. */
export const fileOfContract = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));
