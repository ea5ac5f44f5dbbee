import { pass } from '../answer/lane.ts';
import type { Lane } from '../mock.ts';
import type { PrismEngine } from './engine.ts';
import { loadPrism } from './load.ts';

/** Which requests go through Prism: those that the fast lane does not answer with 200, or all of them. */
export type EngineChoice = 'fast' | 'prism';

/** The lanes of a server: common requests are answered at once, all others by Prism, which is loaded for the first of them. */
export function createServerLane(choice: EngineChoice = 'fast'): Lane {
  let engine: Promise<PrismEngine> | undefined;
  const prism: Lane = async (request, context) => {
    engine ??= loadPrism();
    return (await engine)(request, context);
  };
  if (choice === 'prism') return prism;
  return (request, context) => {
    const passed = pass(request, context);
    return 'answer' in passed && passed.answer.status === 200 ? passed.answer : prism(request, context);
  };
}
