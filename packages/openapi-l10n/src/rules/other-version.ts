import type { Alignment } from '../alignment/types.ts';

/** In a text with more blocks than this, so few counterparts mean another version. */
const LONG = 8;
const SAME_VERSION = 0.7;

/** Whether a translation seems to belong to another version of its source. */
export const isOtherVersion = ({ size, share }: Alignment) => size > LONG && share < SAME_VERSION;
