import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One option of the mock, as its help shows it. */
export interface MockOption {
  /** With its short form and its argument: `-p, --port <port>`. */
  usage: string;
  /** As Markdown, without the default. */
  meaning: string;
  /** '' when there is none. */
  byDefault: string;
  /** What the help adds to the default. */
  remark: string;
}

let read: MockOption[] | undefined;

/** The options that `session-series-mock --help` prints, each with its meaning and default. */
export function mockOptions(): MockOption[] {
  read ??= parseHelp(execFileSync(process.execPath, [mockCommand(), '--help'], { encoding: 'utf8' }));
  return read;
}

/** The file that the mock's command runs. */
export function mockCommand(): string {
  const manifest = import.meta.resolve('@session-series/mock/package.json');
  const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(new URL(manifest), 'utf8'));
  return fileURLToPath(new URL(Object.values(bin)[0] ?? '', manifest));
}

/** Reads a help text, which has an option a line. */
export function parseHelp(help: string): MockOption[] {
  const lines = help.matchAll(/^ {2}((?:-\w, )?--[\w-]+(?: <[^>]+>)?) {2,}(.+)$/gm);
  return [...lines].map(([, usage = '', text = '']) => {
    const [, meaning = '', byDefault = '', remark = ''] = /^(.*?) ?\(default: ([^,)]+)(?:, (.*))?\)$/.exec(
      text,
    ) ?? ['', text];
    // What is in quotes is to be typed.
    return { usage, meaning: meaning.replace(/"([^"]*)"/g, '`$1`'), byDefault, remark };
  });
}
