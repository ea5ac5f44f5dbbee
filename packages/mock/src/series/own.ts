/** What the handlers of this contract need besides the request: the rest of the mock only knows these names. */
import { createModel } from './model.ts';
import type { SessionSource } from './source.ts';

/** Where session counts come from. */
export type Source = SessionSource;

/** A model of three apps and three segments. */
export const createSource: (seed?: number) => Source = createModel;

/** The apps and segments with a name, which the control API shows. */
export const aboutOf = ({ apps, segments }: Source) => ({ apps, segments });
