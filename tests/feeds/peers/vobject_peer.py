"""Prints what vobject reads in a feed, one event a line: see peers.ts for the columns."""

import sys
from datetime import datetime

import vobject


def written(value):
    return str(int(value.timestamp())) if isinstance(value, datetime) else value.isoformat()


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    calendar = vobject.readOne(file.read())
calendar.validate(raiseException=True)
for event in calendar.contents.get("vevent", []):
    times = [written(event.dtstart.value), written(event.dtend.value)]
    print(
        event.uid.value, *times, event.sequence.value, event.status.value, event.summary.value, sep="\t"
    )
