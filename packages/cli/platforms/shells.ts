import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Types a line into an interactive zsh, presses the tab key, and returns the result. @throws when it is not
 * completed.
 */
export async function completeInZsh(folder: string, path: string): Promise<string> {
  const env = { PATH: path, HOME: folder, TERM: 'dumb' };
  const { stdout: script } = await run('session-series', ['completion', 'zsh'], { env });
  writeFileSync(join(folder, 'completion.zsh'), script);
  const typing = `
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell 'autoload -U compinit; compinit -u -d ${folder}/dump; source ${folder}/completion.zsh; print REA""DY'
    zpty -m -r shell output '*READY*'
    zpty -w -n shell $'session-series export --unit h\\t'
    zpty -m -r shell output '*--unit hour*'
    print -r -- $output
    zpty -d shell`;
  const { stdout } = await run('zsh', ['-f', '-c', typing], { env, timeout: 30_000 });
  if (!stdout.includes('--unit hour')) throw new Error(`zsh shows ${JSON.stringify(stdout)}`);
  return 'session-series export --unit hour';
}

/** Asks fish for the completions of a line. @throws when it offers something else. */
export async function completeInFish(folder: string, path: string): Promise<string> {
  const env = { PATH: path, HOME: folder };
  const { stdout: script } = await run('session-series', ['completion', 'fish'], { env });
  writeFileSync(join(folder, 'completion.fish'), script);
  const asking = `source ${folder}/completion.fish; complete -C 'session-series export --unit '`;
  const { stdout } = await run('fish', ['--no-config', '-c', asking], { env, timeout: 30_000 });
  const offered = stdout.trim().split('\n');
  if (offered.join() !== 'day,hour') throw new Error(`fish offers ${JSON.stringify(offered)}`);
  return offered.join(', ');
}
