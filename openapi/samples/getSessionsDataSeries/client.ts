import { createClient } from '@session-series/client';

const client = createClient({ instance: 'US-01', apiKey: 'YOUR-REST-API-KEY' });

const series = await client.getSessionsDataSeries({
  length: 14,
  unit: 'day',
  ending_at: '2018-06-28T23:59:59-05:00',
});

for (const { time, sessions } of series.data) {
  console.log(time, sessions);
}
