import {
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE_DOUBLE_QUOTED,
  SCALAR_STYLE_FOLDED_BLOCK,
  SCALAR_STYLE_LITERAL_BLOCK,
  SCALAR_STYLE_SINGLE_QUOTED,
  type ScalarEvent,
} from 'js-yaml';
import { type Path, toPointer } from '../json.ts';

/**
 * The offsets of some values of a YAML text without anchors, by JSON pointer, found in one pass. The parser that keeps
 * comments and order would find all of them, but takes ten times as long.
 */
export function yamlOffsets(text: string, wanted: readonly Path[]): Map<string, number> {
  const open = new Set<string>();
  for (const path of wanted) for (let n = 0; n <= path.length; n++) open.add(toPointer(path.slice(0, n)));
  const events = parseEvents(text, {});
  const found = new Map<string, number>();
  let next = 1; // the first event is that of the document

  const skip = () => {
    let depth = 0;
    do {
      const { type } = events[next++] ?? { type: EVENT_POP };
      if (type === EVENT_MAPPING || type === EVENT_SEQUENCE) depth++;
      else if (type === EVENT_POP) depth--;
    } while (depth > 0 && next < events.length);
  };
  const value = (pointer: string, keyOffset: number) => {
    const event = events[next];
    if (!event) return;
    found.set(pointer, offsetOf(event, text) ?? keyOffset);
    if (event.type !== EVENT_MAPPING && event.type !== EVENT_SEQUENCE) return skip();
    next++;
    for (let index = 0; next < events.length; index++) {
      const first = events[next];
      if (first?.type === EVENT_POP) {
        next++;
        return;
      }
      let key = String(index);
      let offset = keyOffset;
      if (event.type === EVENT_MAPPING) {
        // JSON only has scalar keys.
        key = first?.type === EVENT_SCALAR ? keyOf(first, text) : '';
        offset = (first && offsetOf(first, text)) ?? keyOffset;
        skip();
      }
      const child = `${pointer}${toPointer([key])}`;
      if (open.has(child)) value(child, offset);
      else skip();
    }
  };
  value('', 0);
  return found;
}

const keyOf = (scalar: ScalarEvent, text: string) =>
  scalar.valueStart < 0 ? '' : getScalarValue(text, scalar);

/** Where a value begins, with its quotation mark or the sign of its block; undefined for an empty one. */
function offsetOf(event: Event, text: string): number | undefined {
  if (event.type === EVENT_MAPPING || event.type === EVENT_SEQUENCE) return event.start;
  if (event.type !== EVENT_SCALAR || event.valueStart < 0) return undefined;
  switch (event.style) {
    case SCALAR_STYLE_DOUBLE_QUOTED:
    case SCALAR_STYLE_SINGLE_QUOTED:
      return event.valueStart - 1;
    case SCALAR_STYLE_LITERAL_BLOCK:
    case SCALAR_STYLE_FOLDED_BLOCK: {
      const start = text.lastIndexOf('\n', event.valueStart - 2) + 1;
      const sign = /[|>][-+\d]*[ \t]*(?:#.*)?\r?\n?$/.exec(text.slice(start, event.valueStart));
      return start + (sign?.index ?? 0);
    }
    default:
      return event.valueStart;
  }
}
