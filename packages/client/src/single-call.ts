/**
 * The function of one operation, for the smallest bundle.
 *
 * @module @session-series/client/call
 */
export { createCall, type SingleCallOptions } from './create-call.ts';
export { createHooks } from './create-hooks.ts';
export type { CallHooks } from './hooks.ts';
