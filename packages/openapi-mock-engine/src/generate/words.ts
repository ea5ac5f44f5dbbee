const firstNames = ['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara', 'Ken', 'Radia', 'Tim', 'Margaret', 'Donald'];
const lastNames = [
  'Lovelace',
  'Hopper',
  'Turing',
  'Dijkstra',
  'Liskov',
  'Thompson',
  'Perlman',
  'Berners-Lee',
  'Hamilton',
  'Knuth',
];
const cities = ['Lyon', 'Oslo', 'Porto', 'Quito', 'Kyoto', 'Turin', 'Leeds', 'Accra', 'Lima', 'Pune'];
const countries = [
  'France',
  'Norway',
  'Portugal',
  'Ecuador',
  'Japan',
  'Italy',
  'Ghana',
  'Peru',
  'India',
  'Canada',
];
const nouns = [
  'river',
  'lantern',
  'harbor',
  'meadow',
  'anchor',
  'compass',
  'orchard',
  'summit',
  'garden',
  'signal',
];
const adjectives = [
  'bright',
  'quiet',
  'early',
  'steady',
  'northern',
  'gentle',
  'rapid',
  'silver',
  'open',
  'warm',
];

type Draw = (items: readonly string[]) => string;

/** What a text is likely to be by its name; the first match counts. */
const byName: readonly (readonly [
  pattern: RegExp,
  make: (draw: Draw, digits: (count: number) => string) => string,
])[] = [
  [/e-?mail/, (draw) => `${draw(firstNames).toLowerCase()}@example.com`],
  [/^(?:first|given)/, (draw) => draw(firstNames)],
  [/^(?:last|family|sur)/, (draw) => draw(lastNames)],
  [/(?:^|_)(?:user|login|handle|nick)(?:_?name)?$/, (draw) => draw(firstNames).toLowerCase()],
  [/(?:full|display|author|owner|contact)_?name/, (draw) => `${draw(firstNames)} ${draw(lastNames)}`],
  [/phone|mobile|fax/, (_draw, digits) => `+1555${digits(7)}`],
  [/avatar|image|photo|picture|logo|icon/, (draw) => `https://example.com/images/${draw(nouns)}.png`],
  [/(?:^|_)(?:url|uri|link|href|website|homepage)$|_url$/, (draw) => `https://example.com/${draw(nouns)}`],
  [/host|domain/, (draw) => `${draw(nouns)}.example.com`],
  [/(?:^|_)ip(?:_|$)/, (_draw, digits) => `192.0.2.${Number(digits(2))}`],
  [/city|town/, (draw) => draw(cities)],
  [/country_?code/, (draw) => draw(['FR', 'NO', 'PT', 'JP', 'IT', 'CA'])],
  [/country/, (draw) => draw(countries)],
  [/currency/, (draw) => draw(['EUR', 'USD', 'JPY', 'GBP'])],
  [/language|locale/, (draw) => draw(['en', 'fr', 'de', 'ja'])],
  [/zip|postal/, (_draw, digits) => digits(5)],
  [/street|address/, (draw, digits) => `${Number(digits(2)) + 1} ${capital(draw(nouns))} Street`],
  [/time_?zone/, (draw) => draw(['Europe/Paris', 'Asia/Tokyo', 'America/Lima'])],
  [/color|colour/, (draw) => draw(['red', 'green', 'blue', 'amber'])],
  [/version/, (_draw, digits) => `1.${Number(digits(1))}.${Number(digits(1))}`],
  [/(?:^|_)(?:sku|code|reference|number)$/, (_draw, digits) => `${digits(3)}-${digits(4)}`],
  [/(?:^|_)(?:id|uid|key|token|hash)$/, (_draw, digits) => digits(8)],
  [
    /(?:_at|_on|date|time|timestamp)$/,
    (_draw, digits) => `2026-01-${String(1 + (Number(digits(2)) % 28)).padStart(2, '0')}T12:00:00Z`,
  ],
  [
    /description|summary|comment|note|message|body|text|content/,
    (draw) => `The ${draw(adjectives)} ${draw(nouns)} by the ${draw(nouns)}.`,
  ],
  [/title|subject|name|label/, (draw) => `${capital(draw(adjectives))} ${draw(nouns)}`],
  [/status|state/, (draw) => draw(['active', 'pending', 'closed'])],
  [/type|kind|category/, (draw) => draw(['standard', 'basic', 'premium'])],
];

/** A plausible text for a property of this name. */
export function plausibleText(name: string, random: () => number): string {
  const draw: Draw = (items) => items[Math.floor(random() * items.length)] ?? '';
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
  const [, make] = byName.find(([pattern]) => pattern.test(snake)) ?? [];
  return make === undefined ? `${draw(adjectives)} ${draw(nouns)}` : make(draw, digits);
}

/** A plausible range for a number of this name. */
export function plausibleRange(name: string): readonly [least: number, most: number] {
  const lower = name.toLowerCase();
  if (/lat(?:itude)?$/.test(lower)) return [-60, 60];
  if (/(?:lon|lng|longitude)$/.test(lower)) return [-120, 120];
  if (/year/.test(lower)) return [2015, 2026];
  if (/month/.test(lower)) return [1, 12];
  if (/day/.test(lower)) return [1, 28];
  if (/age$/.test(lower)) return [18, 80];
  if (/percent|rate|ratio|score/.test(lower)) return [0, 100];
  if (/port$/.test(lower)) return [1024, 65_535];
  if (/page$/.test(lower)) return [1, 3];
  if (/timestamp|_at$|epoch/.test(lower)) return [1_760_000_000, 1_780_000_000];
  return [1, 1_000];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
