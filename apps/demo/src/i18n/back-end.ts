import type { BackEnd } from '../api/config.ts';
import { m } from '../generated/messages/messages.js';

/** Names the source of the figures. */
export function backEndText(backEnd: BackEnd): string {
  switch (backEnd.backEnd) {
    case 'browser':
      return m.back_end_browser();
    case 'mock':
      return m.back_end_mock({ host: new URL(backEnd.url).host });
    case 'real':
      return m.back_end_real({ instance: backEnd.instance });
  }
}
