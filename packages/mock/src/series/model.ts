import { fraction, hashText, mix } from 'openapi-mock-engine/random';
import { knownApps, knownSegments, namesOf } from './catalogue.ts';
import { seasonalityOfDay, seasonalityOfYears } from './seasonality.ts';
import type { SessionSource } from './source.ts';

/** The model counts quarters of an hour, since there are offsets of 30 and 45 minutes. */
const minutesPerStep = 15;
const perDay = 96;

/** The maximum number of cached days, which take 5 MB in total. */
const keptDays = 12_000;

/** The maximum number of cached streams, so that invented identifiers do not exhaust the memory. */
const keptStreams = 1_000;

/** One app, all users or one segment of it, as a stream of sessions. */
interface Stream {
  appKey: number;
  base: number;
  phase: number;
  /** `undefined` for all users. */
  segment: { key: number; share: number } | undefined;
  /** The index of the sums of each day since the epoch. */
  days: Map<number, number>;
}

/**
 * A series that is a pure function of seed, app, segment and time.
 *
 * Each quarter of an hour has a whole number of sessions, and a segment has some of them, so it never exceeds
 * its app. Longer periods are sums, so days equal the sum of their hours, and overlapping requests agree.
 */
export function createModel(seed = 1): SessionSource {
  const streams = new Map<string, Map<string | undefined, Stream>>();
  let described = 0;
  /** For each cached day: the sessions from midnight UTC to each quarter of an hour, and to the next midnight. */
  const sums = new Uint32Array(keptDays * (perDay + 1));
  let computed = 0;

  const forgetDays = (): void => {
    for (const ofApp of streams.values()) for (const stream of ofApp.values()) stream.days.clear();
    computed = 0;
  };

  const streamOf = (app: string, segment: string | undefined): Stream => {
    const kept = streams.get(app)?.get(segment);
    if (kept !== undefined) return kept;
    if (described >= keptStreams) {
      forgetDays();
      streams.clear();
      described = 0;
    }
    const stream = createStream(seed, app, segment);
    // A thousand characters of names count as one more stream.
    described += 1 + (app.length + (segment?.length ?? 0)) / 1_000;
    const ofApp = streams.get(app) ?? new Map<string | undefined, Stream>();
    streams.set(app, ofApp.set(segment, stream));
    return stream;
  };

  /** The index of the sums of a day, valid until the next call. */
  const dayOf = (stream: Stream, day: number): number => {
    const kept = stream.days.get(day);
    if (kept !== undefined) return kept;
    if (computed === keptDays) forgetDays();
    const start = computed * (perDay + 1);
    computed += 1;
    const busy = seasonalityOfYears(day);
    let sum = 0;
    sums[start] = 0;
    for (let quarter = 0; quarter < perDay; quarter += 1) {
      sum += sessionsIn(stream, day * perDay + quarter, busy);
      sums[start + quarter + 1] = sum;
    }
    stream.days.set(day, start);
    return start;
  };

  /** Sessions from `from` to `to` in one stream. */
  const countIn = (stream: Stream, from: number, to: number): number => {
    const firstDay = Math.floor(from / 1440);
    const lastDay = Math.floor(to / 1440);
    let sum = upTo(stream, lastDay, to - lastDay * 1440) - upTo(stream, firstDay, from - firstDay * 1440);
    for (let day = firstDay; day < lastDay; day += 1) sum += sums[dayOf(stream, day) + perDay] ?? 0;
    return sum;
  };

  /** Sessions from midnight UTC to a minute of the day. */
  const upTo = (stream: Stream, day: number, minute: number): number => {
    if (minute === 0) return 0;
    const start = dayOf(stream, day);
    const quarter = Math.floor(minute / minutesPerStep);
    const whole = sums[start + quarter] ?? 0;
    const rest = minute - quarter * minutesPerStep;
    if (rest === 0) return whole;
    // An odd offset splits a quarter of an hour, so each session has a minute.
    const index = day * perDay + quarter;
    let before = 0;
    const sessions = (sums[start + quarter + 1] ?? 0) - whole;
    for (let session = 0; session < sessions; session += 1) {
      if (
        mix(stream.appKey ^ Math.imul(index, 0x27d4eb2f) ^ Math.imul(session + 1, 0x165667b1)) %
          minutesPerStep <
        rest
      )
        before += 1;
    }
    return whole + before;
  };

  return {
    apps: namesOf(knownApps),
    segments: namesOf(knownSegments),
    count(from, to, app, segment) {
      if (app !== undefined) return countIn(streamOf(app, segment), from, to);
      let sum = 0;
      for (const known of knownApps) sum += countIn(streamOf(known.id, segment), from, to);
      return sum;
    },
  };
}

function createStream(seed: number, app: string, segment: string | undefined): Stream {
  const appKey = hashText(app, mix(seed));
  const knownApp = knownApps.find(({ id }) => id === app);
  const knownSegment = knownSegments.find(({ id }) => id === segment);
  const segmentKey = segment === undefined ? 0 : hashText(segment, mix(seed + 1));
  return {
    appKey,
    base: knownApp?.base ?? 3 + (appKey % 13),
    phase: knownApp?.phase ?? (mix(appKey) % 60) - 30,
    segment:
      segment === undefined
        ? undefined
        : { key: appKey ^ segmentKey, share: knownSegment?.share ?? 0.05 + (segmentKey % 1000) / 2000 },
    days: new Map(),
  };
}

/** Whole sessions of a stream in a quarter of an hour since the epoch. */
function sessionsIn(stream: Stream, index: number, busy: number): number {
  const noise = 0.8 + 0.4 * fraction(stream.appKey, index);
  const dailyVariation = 0.92 + 0.16 * fraction(stream.appKey, Math.floor(index / perDay) ^ 0x5bd1e995);
  const mean = stream.base * busy * seasonalityOfDay(index + stream.phase) * noise * dailyVariation;
  const all = Math.floor(mean + fraction(stream.appKey ^ 0x1b873593, index));
  if (stream.segment === undefined) return all;
  const share = stream.segment.share * (0.85 + 0.3 * fraction(stream.segment.key, index));
  return Math.min(all, Math.floor(all * share + fraction(stream.segment.key ^ 0x1b873593, index)));
}
