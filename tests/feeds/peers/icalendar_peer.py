"""Prints what python-icalendar reads in a feed, one event a line: see peers.ts for the columns."""

import sys
from datetime import datetime

from icalendar import Calendar


def written(value):
    return str(int(value.timestamp())) if isinstance(value, datetime) else value.isoformat()


with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
for event in calendar.walk("VEVENT"):
    if event.errors:
        sys.exit(f"{event['UID']}: {event.errors}")
    times = [written(event.decoded(name)) for name in ("DTSTART", "DTEND")]
    print(event["UID"], *times, event["SEQUENCE"], event["STATUS"], event["SUMMARY"], sep="\t")
