import { parameters } from '../generated/contract.ts';
import type { Rule } from './validate.ts';

/** Names of the operation's parameters, as on the wire. */
export type ParameterName = keyof typeof parameters;

/** Values that the contract lists for the time between two points. */
export type Unit = (typeof parameters.unit.schema.enum)[number];

/** All parameters in the contract's order. */
export const parameterNames = Object.values(parameters).map(({ name }) => name);

/** The contract's rule for one parameter. */
export const rule = (name: ParameterName): Rule => parameters[name];

/** Seconds of one unit. A unit that the contract gains must be given its length here to compile. */
export const secondsOf: Record<Unit, number> = { day: 86_400, hour: 3_600 };

/** The shortest unit that the contract lists. */
export const finestUnit = parameters.unit.schema.enum.reduce((finest: Unit, unit) =>
  secondsOf[unit] < secondsOf[finest] ? unit : finest,
);

/** True for a unit of the contract. */
export const isUnit = (text: string): text is Unit =>
  parameters.unit.schema.enum.some((known) => known === text);
