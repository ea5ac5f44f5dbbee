/**
 * Whether ranges count right in every time zone that the platform knows: days and hours of some years against a calendar that
 * counts them one by one, half an hour at a time.
 *
 * `node bench/zones.ts [from] [to]` prints the zones that differ, and exits with 1 if there is one.
 */
import { windows } from '../src/range/windows.ts';

const [hour, day] = [3_600_000, 24 * 3_600_000];
const [from = '2010-01-01', to = '2027-01-01'] = process.argv.slice(2);
const ends = [Date.parse(from), Date.parse(to)] as const;

/**
 * The length of each calendar day, in half hours. A day begins with its first instant and ends with that of the next, also where
 * clocks were put back just after midnight and the day before had a second end.
 */
function calendarOf(timeZone: string): Map<string, number> {
  const calendar = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' });
  const days = new Map<string, number>();
  let current = '';
  for (let date = ends[0] - 2 * day; date < ends[1] + 2 * day; date += hour / 2) {
    const name = calendar.format(date);
    if (name > current) current = name;
    days.set(current, (days.get(current) ?? 0) + 1);
  }
  return days;
}

/** What differs, or why the zone is refused; nothing if everything agrees. */
function differenceOf(timeZone: string): string | undefined {
  const days = calendarOf(timeZone);
  const counted = new Map<string, number>();
  let next: number | undefined;
  for (const { unit, start, end, length, firstDay = 0, sumsUpTo } of windows(...ends, 'day', timeZone)) {
    if (next !== undefined && start !== next) return `a gap at ${new Date(start).toISOString()}`;
    next = end;
    if (unit === 'hour') counted.set(sumsUpTo ?? '', length * 2);
    for (let index = 0; unit === 'day' && index < length; index++) {
      counted.set(new Date(firstDay + index * day).toISOString().slice(0, 10), 48);
    }
  }
  for (const [name, halves] of counted) {
    if (days.get(name) !== halves) return `${name} has ${days.get(name)} half hours, counted ${halves}`;
  }
  let hours = 0;
  for (const { start, end, length } of windows(...ends, 'hour', timeZone)) {
    if ((end - start) / hour !== length) return `hours at ${new Date(start).toISOString()}`;
    hours += length;
  }
  return Math.abs(hours - (ends[1] - ends[0]) / hour) > 1 ? `${hours} hours` : undefined;
}

let wrong = 0;
const refused: string[] = [];
const zones = Intl.supportedValuesOf('timeZone');
for (const timeZone of zones) {
  try {
    const difference = differenceOf(timeZone);
    if (difference === undefined) continue;
    wrong++;
    console.log(`${timeZone}: ${difference}`);
  } catch (error) {
    refused.push(`${timeZone}: ${String(error)}`);
  }
}
console.log(`${zones.length} zones, ${wrong} wrong, ${refused.length} refused`);
for (const reason of refused) console.log(reason);
process.exitCode = wrong > 0 ? 1 : 0;
