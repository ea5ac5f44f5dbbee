import type { Handler } from '../handler.ts';

/** Answers like an operation with a body, although 204 has none. */
export const deleteBerth: Handler<'deleteBerth'> = () => ({
  status: 204,
  headers: { 'X-Handler': 'deleteBerth' },
});
