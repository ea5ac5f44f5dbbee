import { nearest } from '../model/nearest.ts';

/** The faults of an answer or of its connection. */
export const faultNames = [
  'reset',
  'stall',
  'truncate',
  'cut',
  'dribble',
  'garbage',
  'invalid-json',
  'html',
] as const;
export type Fault = (typeof faultNames)[number];

/** One fault, and how often it happens: a rate from 0 to 1. */
export type Directive = { operationId: string | undefined } & (
  | { kind: 'latency'; from: number; to: number; rate: number }
  | { kind: 'status'; status: number; rate: number }
  | { kind: 'sequence'; steps: readonly (number | Fault | 'ok')[] }
  | { kind: 'limit'; requests: number; window: number | undefined }
  | { kind: 'fault'; fault: Fault; rate: number }
);

/** A text that does not follow the grammar; the message is for users. */
export class FaultSyntaxError extends Error {
  override readonly name = 'FaultSyntaxError';
}

const names = ['latency', 'status', 'sequence', 'limit', ...faultNames];

/** The maximum length of directives. */
const longest = 4_000;

/** Reads directives such as `latency=50..400; getPet: status=503@0.1`. @throws FaultSyntaxError */
export function parseFaults(text: string): Directive[] {
  if (text.length > longest)
    throw new FaultSyntaxError(
      `The faults are too long. Expected at most ${longest.toLocaleString('en')} characters.`,
    );
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'none')
    .map(parseDirective);
}

function parseDirective(text: string): Directive {
  // For one operation: `getPet: status=503`.
  const [, operationId, rest = text] = /^([A-Za-z_][\w./-]*)\s*:\s*(\S.*)$/s.exec(text) ?? [];
  const {
    name = '',
    value,
    rate: written,
  } = /^(?<name>[a-z-]+)(?:=(?<value>[^@]*))?(?:@(?<rate>.*))?$/i.exec(rest)?.groups ?? {};
  const rate = Number(written ?? '1');
  if (!(rate >= 0 && rate <= 1) || written === '') throw wrong(text, 'a rate from 0 to 1 after the @');
  const fault = faultNames.find((known) => known === name);
  if (fault !== undefined) {
    if (value !== undefined) throw wrong(text, `${fault} without a value`);
    return { operationId, kind: 'fault', fault, rate };
  }
  switch (name) {
    case 'latency': {
      const match = /^(\d{1,6})(?:\.\.(\d{1,6}))?$/.exec(value ?? '');
      const from = Number(match?.[1]);
      const to = Number(match?.[2] ?? match?.[1]);
      if (match === null || to < from)
        throw wrong(text, 'milliseconds, such as latency=200 or latency=50..400');
      return { operationId, kind: 'latency', from, to, rate };
    }
    case 'status':
      return { operationId, kind: 'status', status: status(text, value ?? ''), rate };
    case 'sequence':
      if (written !== undefined) throw wrong(text, 'a sequence without a rate');
      return {
        operationId,
        kind: 'sequence',
        steps: (value ?? '').split('|').map((step) => sequenceStep(text, step.trim())),
      };
    case 'limit': {
      if (written !== undefined) throw wrong(text, 'a limit without a rate');
      if (operationId !== undefined) throw wrong(text, 'a limit for all operations');
      const match = /^(\d{1,9})(?:\/(\d{1,6})s)?$/.exec(value ?? '');
      if (match === null || match[2] === '0')
        throw wrong(text, 'requests, and maybe a window, such as limit=5 or limit=5/10s');
      return {
        operationId,
        kind: 'limit',
        requests: Number(match[1]),
        window: match[2] === undefined ? undefined : Number(match[2]),
      };
    }
    default:
      throw wrong(text, `one of ${names.join(', ')}`, nearest(name || text, names));
  }
}

function sequenceStep(text: string, step: string): number | Fault | 'ok' {
  if (step === 'ok') return step;
  return faultNames.find((known) => known === step) ?? status(text, step);
}

function status(text: string, value: string): number {
  if (!/^[2-5]\d\d$/.test(value)) throw wrong(text, 'a status from 200 to 599');
  return Number(value);
}

function wrong(text: string, expected: string, suggestion?: string): FaultSyntaxError {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  const question = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  return new FaultSyntaxError(`${JSON.stringify(shown)} is not a fault.${question} Expected ${expected}.`);
}
