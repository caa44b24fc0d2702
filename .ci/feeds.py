"""Feeds and calendars of a tree, read by libraries that others wrote: `feeds.py TREE`."""
import datetime
import pathlib
import sys

import feedparser
from icalendar import Calendar


def of_feed(text, folder):
    """What a feed reader would trip over."""
    feed = feedparser.parse(text)
    if feed.bozo:
        yield f"not well-formed: {feed.bozo_exception}"
    if feed.version != "atom10":
        yield f"it is read as {feed.version!r}"
    if feed.feed.get("language") != folder.name:
        yield f"its language is {feed.feed.get('language')}"
    if len(feed.entries) != text.count(b"<entry>") or not feed.entries:
        yield f"{len(feed.entries)} entries are read"
    if len({entry.get("id") for entry in feed.entries}) != len(feed.entries):
        yield "ids are not unique"
    for entry in [feed.feed, *feed.entries]:
        for name in "id", "title", "updated_parsed", "link":
            if not entry.get(name):
                yield f"no {name} in {entry.get('id')}"
        if not (folder / entry.get("link", "")).is_file():
            yield f"the link {entry.get('link')} leads nowhere"


def of_calendar(text, _):
    """What a calendar program would trip over."""
    calendar = Calendar.from_ical(text)
    events = list(calendar.walk("VEVENT"))
    if len(events) != text.count(b"BEGIN:VEVENT") or not events:
        yield f"{len(events)} events are read"
    if len({str(event.get("UID")) for event in events}) != len(events):
        yield "ids are not unique"
    for component in calendar.walk():
        yield from (f"{name}: {error}" for name, error in component.errors)
    for event in events:
        missing = [name for name in ("UID", "DTSTART", "DTSTAMP", "SUMMARY") if not event.get(name)]
        if missing:
            yield f"no {missing} in {event.get('UID')}"
        elif event["DTSTART"].params.get("VALUE") != "DATE" or type(event.decoded("DTSTART")) is not datetime.date:
            yield f"not a whole day: {event['DTSTART'].to_ical()}"


def faults(kind, text, folder):
    try:
        return list(kind(text, folder))
    except ValueError as error:
        return [f"not read at all: {error}"]


KINDS = {".xml": of_feed, ".ics": of_calendar}
PLANTED = [
    (".xml", b"</title>", b""),
    (".xml", b"2005/Atom", b"2005/Other"),
    (".xml", b"<entry>\n<id>", b"<entry>\n<id></id><was>"),
    (".xml", b'href="people/', b'href="persons/'),
    (".ics", b"UID:", b"UID:same\r\nX-WAS:"),
    (".ics", b"DTSTART;VALUE=DATE:", b"DTSTART:"),
    (".ics", b"RRULE:FREQ=YEARLY", b"RRULE:FREQ=SOMETIMES"),
    (".ics", b"DTSTAMP:", b"X-STAMP:"),
]

root = pathlib.Path(sys.argv[1])
passed = failed = 0


def check(name, found):
    global passed, failed
    if found:
        failed += 1
        print(f"FAIL: {name}", *found, sep="\n      ")
    else:
        passed += 1


for file in sorted(file for ending in KINDS for file in root.glob(f"*/*{ending}")):
    check(file.relative_to(root), faults(KINDS[file.suffix], file.read_bytes(), file.parent))
for ending, whole, broken in PLANTED:
    files = sorted(root.glob(f"*/{'feed' if ending == '.xml' else 'birthdays'}{ending}"))
    text = files[0].read_bytes()
    is_changed = whole in text
    found = faults(KINDS[ending], text.replace(whole, broken), files[0].parent)
    check(f"a planted fault, {broken.decode()!r}, is found", [] if is_changed and found else ["it is not"])
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
