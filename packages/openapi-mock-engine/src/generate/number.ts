import type { JsonObject } from '../model/json.ts';
import { boundsOf } from '../model/schema/scalar.ts';
import type { Draw } from './draw.ts';
import { plausibleRange } from './words.ts';

/** A plausible number within the bounds of its schema. */
export function makeNumber(node: JsonObject, name: string, type: 'integer' | 'number', draw: Draw): number {
  const { minimum, maximum } = boundsOf(node, draw.isOpenApi30);
  const [usualLeast, usualMost] = plausibleRange(name);
  let least = minimum?.value ?? Math.min(usualLeast, maximum?.value ?? usualLeast);
  let most = maximum?.value ?? Math.max(usualMost, least + 100);
  if (minimum === undefined && maximum !== undefined && most - least > 1_000_000) least = most - 1_000;
  if (maximum === undefined && minimum !== undefined && minimum.value < usualMost)
    most = Math.max(usualMost, least);
  // The plausible part of the range of a format.
  if (least < usualLeast && most > usualMost && node.minimum === undefined && node.maximum === undefined)
    [least, most] = [usualLeast, usualMost];
  const step =
    typeof node.multipleOf === 'number' && node.multipleOf > 0
      ? node.multipleOf
      : type === 'integer'
        ? 1
        : (most - least) / 997 > 0.01
          ? 0.01
          : (most - least) / 997 || 1;
  const from = Math.ceil(least / step + (minimum?.exclusive === true && least % step === 0 ? 1 : 0));
  const to = Math.floor(most / step - (maximum?.exclusive === true && most % step === 0 ? 1 : 0));
  const drawn = (from + draw.below(Math.max(1, to - from + 1))) * step;
  return type === 'integer' ? Math.round(drawn) : Number(drawn.toPrecision(12));
}
