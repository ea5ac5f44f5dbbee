import type { MockRequest } from '../message.ts';
import type { Guard } from '../pipeline.ts';
import type { Route } from '../route.ts';

/** What checks requests: the engine alone, or the engine and then Prism. */
export type EngineChoice = 'fast' | 'prism';

/**
 * Has Prism check each request that the engine found valid. Prism is loaded for the first of them. If it cannot be
 * loaded, as on older Node.js versions, the engine continues without it and says so once.
 */
export function createPrismGuard(document: unknown, warn: (warning: string) => void): Guard {
  let loaded: Promise<Guard> | undefined;
  const load = async (): Promise<Guard> => {
    try {
      const { createPrism } = await import('./prism.ts');
      return await createPrism(document);
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      warn(`Prism cannot be loaded (${reason}), so requests are checked by the engine's own checker alone.`);
      return () => undefined;
    }
  };
  return async (request: MockRequest, route: Route) => {
    loaded ??= load();
    return (await loaded)(request, route);
  };
}
