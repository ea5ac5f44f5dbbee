/** What a user would write with only the client: the same rows as CSV, in one file. */
import { writeFileSync } from 'node:fs';
import { createClient } from '@session-series/client';
import { range } from '@session-series/client/range';

const [url = '', from = '', to = ''] = process.argv.slice(2);
const client = createClient({ baseUrl: url, apiKey: 'bench-key' });
const lines = ['time,sessions'];
for await (const { time, sessions } of range(client, { from, to, unit: 'hour', app_id: 'app-ios' })) {
  lines.push(`${time},${sessions}`);
}
writeFileSync('/dev/null', lines.join('\n'));
