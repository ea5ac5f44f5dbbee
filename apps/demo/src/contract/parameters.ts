import { parameters } from '../generated/contract.ts';

/** Names of the operation's parameters, as on the wire. */
export type ParameterName = keyof typeof parameters;

/** Units that the chart can lay out on a calendar. Other units in the contract are only available in the form. */
export type Unit = Extract<(typeof parameters.unit.schema.enum)[number], 'day' | 'hour'>;

/** All parameters in the contract's order. */
export const parameterNames = Object.values(parameters).map(({ name }) => name);

/** Fewest and most units that one call returns. */
export const { minimum: minimumLength, maximum: maximumLength }: { minimum: number; maximum: number } =
  parameters.length.schema;

/** Whether the contract has a unit that the chart can lay out. */
export const isUnit = (text: string): text is Unit =>
  (text === 'day' || text === 'hour') && parameters.unit.schema.enum.some((known) => known === text);
