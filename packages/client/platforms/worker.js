/** An edge worker that responds with the result. `?mock=` is the URL of the mock. */
import { smoke } from './smoke.js';

export default {
  /** @param {Request} request */
  fetch: async (request) => {
    const answer = smoke(new URL(request.url).searchParams.get('mock') ?? '');
    return new Response(await answer.catch((error) => `${error.stack}\n${error.cause}`));
  },
};
