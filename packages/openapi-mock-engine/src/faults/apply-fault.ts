import type { MockAnswer } from '../message.ts';
import type { Fault } from './parse.ts';

/** Faults that are applied to the connection. */
export type TransportFault = 'reset' | 'stall' | 'cut' | 'dribble' | 'garbage';

/** An answer, with the delay in milliseconds and the connection fault to apply. */
export interface Outcome {
  answer: MockAnswer;
  delay: number;
  fault: TransportFault | undefined;
}

/** Whether a fault applies to the connection. */
export function isTransportFault(fault: Fault | undefined): fault is TransportFault {
  return (
    fault === 'reset' || fault === 'stall' || fault === 'cut' || fault === 'dribble' || fault === 'garbage'
  );
}

/** Applies a fault to the content of an answer. */
export function applyFault(answer: MockAnswer, fault: Fault | undefined): MockAnswer {
  const { body } = answer;
  switch (fault) {
    case 'truncate':
      return { ...answer, body: body.slice(0, Math.max(1, Math.floor(body.length / 2))) };
    case 'invalid-json':
      return typeof body === 'string' ? { ...answer, body: `${body.slice(0, -1)},]` } : answer;
    case 'html':
      return {
        status: answer.status < 400 ? 502 : answer.status,
        headers: { ...answer.headers, 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1><p>The mock was asked for this page.</p>',
      };
    default:
      return answer;
  }
}
