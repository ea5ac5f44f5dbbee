import { type Contract, readContract } from 'openapi-mock-engine/model';
import type { Locale } from '../i18n/locale.ts';

/** The whole contract in one language, loaded when an operation's form is opened. */
export const contractIn: Record<Locale, () => Promise<Contract>> = {
  en: async () => readContract((await import('@session-series/contract/openapi.en.json')).default),
  fr: async () => readContract((await import('@session-series/contract/openapi.fr.json')).default),
};
