import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The paths at which `PATH` may have one of these commands, in its order. */
export const inPath = (commands: readonly string[]): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((command) => join(folder, command)));

/** Whether a file exists that this process may execute. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}

/**
 * Makes sure that this script was started by pnpm, which installs the tools that it needs and adds them to `PATH`.
 * Otherwise prints what to run, and exits with code 2.
 *
 * @param script name of the script in the root package.json, such as `start`
 */
export function needPnpm(script: string): void {
  if (inPath(process.platform === 'win32' ? ['turbo.cmd'] : ['turbo']).some(isExecutable)) return;
  console.error(
    `turbo was not found, because this script was not started by pnpm. Run it with: npx -y pnpm@12.21.0 ${script}`,
  );
  process.exit(2);
}
