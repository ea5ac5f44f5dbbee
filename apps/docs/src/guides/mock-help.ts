import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One option of the mock, from its help. */
export interface MockOption {
  /** With its short form and its argument: `-p, --port <port>`. */
  usage: string;
  /** As Markdown, without the default. */
  meaning: string;
  /** '' when there is none. */
  byDefault: string;
  /** The note on the default. */
  remark: string;
}

let read: MockOption[] | undefined;

/** The options in `session-series-mock --help`, with their meaning and default. */
export function mockOptions(): MockOption[] {
  read ??= parseHelp(execFileSync(process.execPath, [mockCommand(), '--help'], { encoding: 'utf8' }));
  return read;
}

/** The script of the mock's command. */
export function mockCommand(): string {
  const manifest = import.meta.resolve('@session-series/mock/package.json');
  const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(new URL(manifest), 'utf8'));
  return fileURLToPath(new URL(Object.values(bin)[0] ?? '', manifest));
}

/** Parses a help text with one option per line. */
export function parseHelp(help: string): MockOption[] {
  const lines = help.matchAll(/^ {2}((?:-\w, )?--[\w-]+(?: <[^>]+>)?) {2,}(.+)$/gm);
  return [...lines].map(([, usage = '', text = '']) => {
    const [, meaning = '', byDefault = '', remark = ''] = /^(.*?) ?\(default: ([^,)]+)(?:, (.*))?\)$/.exec(
      text,
    ) ?? ['', text];
    // Quoted text is code.
    return { usage, meaning: meaning.replace(/"([^"]*)"/g, '`$1`'), byDefault, remark };
  });
}
