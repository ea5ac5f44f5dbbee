const url = new URL('https://rest.iad-01.braze.com/sessions/data_series');
url.search = new URLSearchParams({
  length: '14',
  unit: 'day',
  ending_at: '2018-06-28T23:59:59-05:00',
}).toString();

const response = await fetch(url, {
  headers: { Authorization: 'Bearer YOUR-REST-API-KEY' },
});
const body = await response.json();
if (!response.ok) throw new Error(`${response.status}: ${body.message}`);

for (const { time, sessions } of body.data) {
  console.log(time, sessions);
}
