import type { Handler } from '../handler.ts';

/** Answers as for an operation with a body of its own: 204 has none. */
export const deleteBerth: Handler<'deleteBerth'> = () => ({
  status: 204,
  headers: { 'X-Handler': 'deleteBerth' },
});
