import type { Contract } from 'openapi-mock-engine/model';
import { header, literal } from './generator/source.ts';

/** The units that `src/range` can cut into windows. */
const knownUnits = ['day', 'hour'];

/**
 * Writes the bounds by which a range is split.
 *
 * @throws Error that says how to extend `src/range`, if it does not cover the contract.
 */
export function rangeFacts(contract: Contract): string {
  const parameters = contract.operation('getSessionsDataSeries')?.parameters ?? [];
  const parameter = (name: string) => {
    const found = parameters.find((each) => each.name === name);
    if (!found)
      throw new Error(
        `range is built on getSessionsDataSeries and its parameter "${name}", which the contract no longer has.`,
      );
    return contract.resolve(found.schema);
  };
  const { maximum } = parameter('length');
  const { enum: units, default: defaultUnit } = parameter('unit');
  if (
    !Array.isArray(units) ||
    units.length !== knownUnits.length ||
    !knownUnits.every((unit) => units.includes(unit))
  ) {
    throw new Error(
      `The contract has the units ${[units].flat().join(', ')}, but a range can only be cut into days and hours. ` +
        'Add the length of a window of the other units to src/range/windows.ts, and the units to scripts/range-facts.ts.',
    );
  }
  parameter('ending_at');
  const filters = parameters
    .map(({ name }) => name)
    .filter((name) => !['length', 'unit', 'ending_at'].includes(name));
  return `${header}
/** The most units that one call returns. */
export const maximumLength = ${literal(maximum)};

/** The units that can be counted. */
export const units = ${literal(units)} as const;

/** The unit of a call that names none. */
export const defaultUnit = ${literal(defaultUnit)};

/** The parameters that choose whose sessions are counted. */
export const filters = ${literal(filters)} as const;
`;
}
