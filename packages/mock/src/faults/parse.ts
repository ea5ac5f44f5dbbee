import { contract } from '../generated/contract.ts';
import { nearest } from '../request/nearest.ts';

/** The ways in which an answer can be faulty. */
const faults = ['reset', 'stall', 'truncate', 'invalid-json', 'html'] as const;
export type Fault = (typeof faults)[number];

/** One way to faults, and how often: a rate from 0 to 1. */
export type Directive =
  | { kind: 'latency'; from: number; to: number; rate: number }
  | { kind: 'status'; status: number; rate: number }
  | { kind: 'sequence'; steps: readonly (number | Fault | 'ok')[] }
  | { kind: 'limit'; requests: number; window: number }
  | { kind: 'fault'; fault: Fault; rate: number };

/** A text that does not follow the grammar; the message is for people. */
export class FaultSyntaxError extends Error {
  override readonly name = 'FaultSyntaxError';
}

const names = ['latency', 'status', 'sequence', 'limit', ...faults];

/** Reads directives such as `latency=50..400; status=503@0.1`. @throws FaultSyntaxError */
export function parseFaults(text: string): Directive[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'none')
    .map(parseDirective);
}

function parseDirective(text: string): Directive {
  const {
    name = '',
    value = '',
    rate: written = '1',
  } = /^(?<name>[a-z-]+)(=(?<value>[^@]*))?(@(?<rate>.*))?$/i.exec(text)?.groups ?? {};
  const rate = Number(written);
  if (!(rate >= 0 && rate <= 1) || written === '') {
    throw wrong(text, 'a rate from 0 to 1 after the @');
  }
  const fault = faults.find((known) => known === name);
  if (fault !== undefined) return { kind: 'fault', fault, rate };
  switch (name) {
    case 'latency': {
      const match = /^(\d{1,6})(?:\.\.(\d{1,6}))?$/.exec(value);
      if (match === null) throw wrong(text, 'milliseconds, such as latency=200 or latency=50..400');
      const [from, to = from] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
      return { kind: 'latency', from: from ?? 0, to: to ?? 0, rate };
    }
    case 'status':
      return { kind: 'status', status: status(text, value), rate };
    case 'sequence':
      return { kind: 'sequence', steps: value.split('|').map((step) => sequenceStep(text, step.trim())) };
    case 'limit': {
      const match = /^(\d{1,9})(?:\/(\d{1,6})s)?$/.exec(value);
      if (match === null) throw wrong(text, 'requests, and maybe a window, such as limit=5 or limit=5/10s');
      return {
        kind: 'limit',
        requests: Number(match[1]),
        window: Math.max(1, Number(match[2] ?? contract.rateLimitWindow)),
      };
    }
    default:
      throw wrong(text, `one of ${names.join(', ')}`, nearest(name || text, names));
  }
}

function sequenceStep(text: string, step: string): number | Fault | 'ok' {
  if (step === 'ok') return step;
  return faults.find((known) => known === step) ?? status(text, step);
}

function status(text: string, value: string): number {
  if (!/^[2-5]\d\d$/.test(value)) throw wrong(text, 'a status from 200 to 599');
  return Number(value);
}

function wrong(text: string, expected: string, suggestion?: string): FaultSyntaxError {
  const question = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  return new FaultSyntaxError(`${JSON.stringify(text)} is not a fault.${question} Expected ${expected}.`);
}
