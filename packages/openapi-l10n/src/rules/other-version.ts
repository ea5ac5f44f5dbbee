import type { Alignment } from '../alignment/types.ts';

/** Of a text with more blocks than this, so few with a counterpart mean another version. */
const LONG = 8;
const SAME_VERSION = 0.7;

/** Whether a translation seems to be one of another version of its source. */
export const isOtherVersion = ({ size, share }: Alignment) => size > LONG && share < SAME_VERSION;
