import type { MockAnswer } from '../answer/message.ts';
import type { Fault } from './parse.ts';

/** Applies a fault to an answer's content. Resets and stalls are the business of whoever holds the connection. */
export function applyFault(answer: MockAnswer, fault: Fault | undefined): MockAnswer {
  switch (fault) {
    case 'truncate':
      return { ...answer, body: answer.body.slice(0, Math.max(1, Math.floor(answer.body.length / 2))) };
    case 'invalid-json':
      return { ...answer, body: `${answer.body.slice(0, -1)},]` };
    case 'html':
      return {
        status: answer.status === 200 ? 502 : answer.status,
        headers: { ...answer.headers, 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1><p>This page was asked of the mock.</p>',
      };
    default:
      return answer;
  }
}
