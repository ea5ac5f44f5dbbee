import json
from urllib.parse import urlencode
from urllib.request import Request, urlopen

query = urlencode({
    "length": 14,
    "unit": "day",
    "ending_at": "2018-06-28T23:59:59-05:00",
})
request = Request(
    f"https://rest.iad-01.braze.com/sessions/data_series?{query}",
    headers={"Authorization": "Bearer YOUR-REST-API-KEY"},
)

with urlopen(request) as response:
    series = json.load(response)

for point in series["data"]:
    print(point["time"], point["sessions"])
