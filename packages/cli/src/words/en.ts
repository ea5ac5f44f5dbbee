import { connection } from './en/connection.ts';
import { help } from './en/help.ts';
import { series } from './en/series.ts';
import { services } from './en/services.ts';

/** What the command line says, in English. */
export const en = { ...help, ...series, ...connection, ...services };

/** Everything the command line says, in one language. */
export type Words = typeof en;
