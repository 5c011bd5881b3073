import type { MaintenanceCase } from "./play-case.ts";

/** 02:00 to 03:00 unless a case says otherwise; one check more has to agree before a change counts. */
const ENTERING: MaintenanceCase[] = [
  {
    name: "up, and up after it",
    script: "01:59 up | 02:00 duty | 02:30 up | 03:00 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "up, down inside, up after it: nobody hears of it",
    script: "01:59 up | 02:00 duty | 02:10 down | 02:11 down | 02:12 down | 03:00 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "up, and down after it: told at the end",
    script: "01:59 up | 02:00 duty | 02:10 down | 02:11 down | 03:00 duty | 03:01 down | 03:01:10 down",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 down",
    told: "opened",
    incidents: "03:01 to now",
  },
  {
    name: "up, and degraded after it",
    script: "01:59 up | 02:00 duty | 03:00 duty | 03:01 degraded | 03:01:10 degraded",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 degraded",
    told: "opened",
    incidents: "03:01 to now",
  },
  {
    name: "up, and one failure after it is not enough",
    script: "01:59 up | 02:00 duty | 03:00 duty | 03:01 down | 03:01:10 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01:10 up",
  },
  {
    name: "down with an incident: closed without a message, and up after it",
    script: "01:57 up | 01:58 down | 01:58:10 down | 02:00 duty | 03:00 duty | 03:01 up",
    history: "01:57 up, 01:58 down, 02:00 maintenance, 03:00 unknown, 03:01 up",
    told: "opened",
    incidents: "01:58 to 02:00 closed",
  },
  {
    name: "down, and still down after it: a new incident and its message",
    script:
      "01:57 up | 01:58 down | 01:58:10 down | 02:00 duty | 02:30 down | 02:31 down | 03:00 duty | 03:01 down | 03:01:10 down",
    history: "01:57 up, 01:58 down, 02:00 maintenance, 03:00 unknown, 03:01 down",
    told: "opened, opened",
    incidents: "01:58 to 02:00 closed, 03:01 to now",
  },
  {
    name: "down, recovered inside: nobody is told of that either",
    script: "01:57 up | 01:58 down | 01:58:10 down | 02:00 duty | 02:30 up | 02:31 up | 03:00 duty | 03:01 up",
    history: "01:57 up, 01:58 down, 02:00 maintenance, 03:00 unknown, 03:01 up",
    told: "opened",
    incidents: "01:58 to 02:00 closed",
  },
  {
    name: "degraded with an incident, and degraded after it",
    script: "01:57 up | 01:58 degraded | 01:58:10 degraded | 02:00 duty | 03:00 duty | 03:01 degraded | 03:01:10 degraded",
    history: "01:57 up, 01:58 degraded, 02:00 maintenance, 03:00 unknown, 03:01 degraded",
    told: "opened, opened",
    incidents: "01:58 to 02:00 closed, 03:01 to now",
  },
  {
    name: "degraded, and down after it",
    script: "01:57 up | 01:58 degraded | 01:58:10 degraded | 02:00 duty | 03:00 duty | 03:01 down | 03:01:10 down",
    history: "01:57 up, 01:58 degraded, 02:00 maintenance, 03:00 unknown, 03:01 down",
    told: "opened, opened",
    incidents: "01:58 to 02:00 closed, 03:01 to now",
  },
  {
    name: "unknown before it, because nothing was seen yet",
    script: "01:59 duty | 02:00 duty | 02:30 up | 03:00 duty | 03:01 up",
    history: "02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "unknown before it and after it",
    script: "01:58 up | 01:59 unknown | 01:59:10 unknown | 02:00 duty | 03:00 duty | 03:01 unknown | 03:01:10 unknown",
    history: "01:58 up, 01:59 unknown, 02:00 maintenance, 03:00 unknown",
  },
  {
    name: "a failure just before it waits for confirmation: it is forgotten",
    script: "01:58 up | 01:59:55 down | 02:00 duty | 02:00:05 down | 03:00 duty | 03:01 up",
    history: "01:58 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "a failure inside does not count for the one after it",
    script: "01:58 up | 02:00 duty | 02:59:58 down | 03:00 duty | 03:00:08 down | 03:00:18 up",
    history: "01:58 up, 02:00 maintenance, 03:00 unknown, 03:00:18 up",
  },
  {
    name: "a check that began inside and is written after it says nothing",
    script: "01:58 up | 02:00 duty | 03:00 duty | 03:00:01 late down 02:59:59 | 03:00:10 down | 03:00:20 up",
    history: "01:58 up, 02:00 maintenance, 03:00 unknown, 03:00:20 up",
  },
  {
    name: "a check that began before it and is written inside says nothing",
    script: "01:58 up | 01:59 down | 02:00 duty | 02:00:01 late down 01:59:59 | 03:00 duty | 03:01 up",
    history: "01:58 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "an incident that flickered before it does not come back by itself",
    script: "01:57 down | 01:57:10 down | 01:58 up | 01:58:10 up | 02:00 duty | 03:00 duty | 03:01 up",
    history: "01:57 down, 01:58 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
    told: "opened, resolved",
    incidents: "01:57 to 01:58:10",
  },
  {
    name: "a check at the very first instant is inside, one at the very last is after it",
    script: "01:59 up | 02:00 down | 02:01 down | 03:00 down | 03:00:10 down",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:00 down",
    told: "opened",
    incidents: "03:00 to now",
  },
];

const PAUSED: MaintenanceCase[] = [
  {
    name: "paused all the time: maintenance passes by",
    script: "01:00 up | 01:30 pause | 02:00 duty | 03:00 duty | 03:30 resume | 03:31 up",
    history: "01:00 up, 01:30 paused, 03:30 unknown, 03:31 up",
  },
  {
    name: "paused before it and resumed inside",
    script: "01:00 up | 01:30 pause | 02:00 duty | 02:30 resume | 02:31 down | 02:32 down | 03:00 duty | 03:01 up",
    history: "01:00 up, 01:30 paused, 02:30 unknown, 02:30 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "paused inside and resumed after it",
    script: "01:59 up | 02:00 duty | 02:30 pause | 03:00 duty | 03:30 resume | 03:31 up",
    history: "01:59 up, 02:00 maintenance, 02:30 paused, 03:30 unknown, 03:31 up",
  },
  {
    name: "paused and resumed inside",
    script: "01:59 up | 02:00 duty | 02:20 pause | 02:40 resume | 03:00 duty | 03:01 down | 03:01:10 down",
    history: "01:59 up, 02:00 maintenance, 02:20 paused, 02:40 unknown, 02:40 maintenance, 03:00 unknown, 03:01 down",
    told: "opened",
    incidents: "03:01 to now",
  },
  {
    name: "paused late, after a start that nobody had noticed",
    script: "01:59 up | 02:10 pause | 03:00 duty | 03:30 resume | 03:31 up",
    history: "01:59 up, 02:00 maintenance, 02:10 paused, 03:30 unknown, 03:31 up",
  },
];

const OVERLAPPING: MaintenanceCase[] = [
  {
    name: "two that overlap are one",
    plans: ["02:00 60", "02:30 60"],
    script: "01:59 up | 02:00 duty | 02:30 duty | 03:00 duty | 03:10 down | 03:11 down | 03:30 duty | 03:31 up",
    history: "01:59 up, 02:00 maintenance, 03:30 unknown, 03:31 up",
  },
  {
    name: "two that meet are one",
    plans: ["02:00 60", "03:00 30"],
    script: "01:59 up | 02:00 duty | 03:00 duty | 03:10 down | 03:11 down | 03:30 duty | 03:31 up",
    history: "01:59 up, 02:00 maintenance, 03:30 unknown, 03:31 up",
  },
  {
    name: "one inside another changes nothing",
    plans: ["02:00 60", "02:20 10"],
    script: "01:59 up | 02:00 duty | 02:20 duty | 02:30 duty | 02:31 down | 02:32 down | 03:00 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "two that begin together end with the longer one",
    plans: ["02:00 30", "02:00 60"],
    script: "01:59 up | 02:00 duty | 02:30 duty | 02:40 down | 02:41 down | 03:00 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "two with time between them are two",
    plans: ["02:00 30", "02:33 30"],
    script: "01:59 up | 02:00 duty | 02:30 duty | 02:31 up | 02:33 duty | 03:03 duty | 03:04 up",
    history: "01:59 up, 02:00 maintenance, 02:30 unknown, 02:31 up, 02:33 maintenance, 03:03 unknown, 03:04 up",
  },
  {
    name: "by tag and by name at once",
    plans: ["02:00 60", "02:30 60 for berlin"],
    script: "01:00 tag berlin | 01:59 up | 02:00 duty | 03:00 duty | 03:30 duty | 03:31 up",
    history: "01:59 up, 02:00 maintenance, 03:30 unknown, 03:31 up",
  },
  {
    name: "occurrences of one plan that overlap are one",
    plans: ["02:00 1500 FREQ=DAILY;COUNT=2"],
    script: "01:59 up | 02:00 duty | 11T02:00 duty | 11T03:00 duty | 11T10:00 down | 11T10:01 down | 12T03:00 duty | 12T03:01 up",
    history: "01:59 up, 02:00 maintenance, 12T03:00 unknown, 12T03:01 up",
  },
];

const SUNDAYS = "FREQ=WEEKLY;BYDAY=SU";
const RECURRING: MaintenanceCase[] = [
  {
    name: "Berlin, the night the clocks go forward: half past two is left out",
    day: "2026-03-28",
    zone: "Europe/Berlin",
    plans: ["02:30 30 FREQ=DAILY"],
    script:
      "01:29 up | 01:30 duty | 02:00 duty | 02:01 up | 29T01:30 duty | 29T01:31 up | 30T00:30 duty | 30T01:00 duty | 30T01:01 up",
    history:
      "01:29 up, 01:30 maintenance, 02:00 unknown, 02:01 up, 02:02 unknown, 29T01:31 up, 29T01:32 unknown, 30T00:30 maintenance, 30T01:00 unknown, 30T01:01 up",
  },
  {
    name: "Berlin, the night the clocks go back: the first of the two half past twos",
    day: "2026-10-25",
    zone: "Europe/Berlin",
    plans: ["02:30 30 FREQ=DAILY"],
    script: "00:29 up | 00:30 duty | 01:00 duty | 01:01 up | 01:30 duty | 01:31 up",
    history: "00:29 up, 00:30 maintenance, 01:00 unknown, 01:01 up, 01:02 unknown, 01:31 up",
  },
  {
    name: "Berlin, across the hour that is left out: an hour is an hour",
    day: "2026-03-29",
    zone: "Europe/Berlin",
    plans: ["01:30 60 FREQ=DAILY"],
    script: "00:29 up | 00:30 duty | 01:15 down | 01:16 down | 01:30 duty | 01:31 up",
    history: "00:29 up, 00:30 maintenance, 01:30 unknown, 01:31 up",
  },
  {
    name: "Berlin, every Sunday, the one before the change and the one after it",
    day: "2026-03-22",
    zone: "Europe/Berlin",
    plans: [`03:00 60 ${SUNDAYS}`],
    script: "01:59 up | 02:00 duty | 03:00 duty | 03:01 up | 29T00:59 up | 29T01:00 duty | 29T02:00 duty | 29T02:01 up",
    history:
      "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up, 03:02 unknown, 29T00:59 up, 29T01:00 maintenance, 29T02:00 unknown, 29T02:01 up",
  },
  {
    name: "New York, forward",
    day: "2026-03-08",
    zone: "America/New_York",
    plans: ["07T02:30 30 FREQ=DAILY;COUNT=2"],
    script:
      "07T07:29 up | 07T07:30 duty | 07T08:00 duty | 07T08:01 up | 07:29 up | 07:30 duty | 07:31 up | 09T06:29 up | 09T06:30 duty | 09T07:00 duty | 09T07:01 up",
    history:
      "07T07:29 up, 07T07:30 maintenance, 07T08:00 unknown, 07T08:01 up, 07T08:02 unknown, 07:29 up, 07:32 unknown, 09T06:29 up, 09T06:30 maintenance, 09T07:00 unknown, 09T07:01 up",
  },
  {
    name: "New York, back",
    day: "2026-11-01",
    zone: "America/New_York",
    plans: ["01:30 30 FREQ=DAILY"],
    script: "05:29 up | 05:30 duty | 06:00 duty | 06:01 up | 06:30 duty | 06:31 up",
    history: "05:29 up, 05:30 maintenance, 06:00 unknown, 06:01 up, 06:02 unknown, 06:31 up",
  },
  {
    name: "Lord Howe, where clocks move by half an hour",
    day: "2026-10-03",
    zone: "Australia/Lord_Howe",
    plans: ["04T02:15 30 FREQ=DAILY"],
    script: "15:44 up | 15:45 duty | 15:46 up | 04T15:14 up | 04T15:15 duty | 04T15:45 duty | 04T15:46 up",
    history: "15:44 up, 15:47 unknown, 04T15:14 up, 04T15:15 maintenance, 04T15:45 unknown, 04T15:46 up",
  },
  {
    name: "Santiago, where the day begins at one",
    day: "2026-09-06",
    zone: "America/Santiago",
    plans: ["05T00:30 30 FREQ=DAILY"],
    script: "04:29 up | 04:30 duty | 04:31 up | 07T03:29 up | 07T03:30 duty | 07T04:00 duty | 07T04:01 up",
    history: "04:29 up, 04:32 unknown, 07T03:29 up, 07T03:30 maintenance, 07T04:00 unknown, 07T04:01 up",
  },
  {
    name: "Kathmandu, without a change, a quarter of an hour off",
    zone: "Asia/Kathmandu",
    plans: ["07:45 60 FREQ=DAILY"],
    script: "01:59 up | 02:00 duty | 02:30 down | 02:31 down | 03:00 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "the second Tuesday of the month, and not the first or third",
    plans: ["02:00 60 FREQ=MONTHLY;BYDAY=2TU"],
    script:
      "03T01:59 up | 03T02:00 duty | 03T02:01 up | 01:59 up | 02:00 duty | 03:00 duty | 03:01 up | 17T02:00 duty | 17T02:01 up",
    history: "03T01:59 up, 03T02:02 unknown, 01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up, 03:02 unknown, 17T02:01 up",
  },
  {
    name: "after as many times as it says there are no more",
    plans: ["02:00 60 FREQ=DAILY;COUNT=1"],
    script: "01:59 up | 02:00 duty | 03:00 duty | 03:01 up | 11T01:59 up | 11T02:00 duty | 11T02:01 down | 11T02:01:10 down",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up, 03:02 unknown, 11T01:59 up, 11T02:01 down",
    told: "opened",
    incidents: "11T02:01 to now",
  },
];

const CHANGED: MaintenanceCase[] = [
  {
    name: "ended by hand while down: told soon after",
    script: "01:59 up | 02:00 duty | 02:10 down | 02:20 end | 02:21 down | 02:21:10 down | 03:00 duty",
    history: "01:59 up, 02:00 maintenance, 02:20 unknown, 02:21 down",
    told: "opened",
    incidents: "02:21 to now",
  },
  {
    name: "ended by hand, and it does not begin again at its former end",
    script: "01:59 up | 02:00 duty | 02:20 end | 02:21 up | 02:22 duty | 03:00 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 02:20 unknown, 02:21 up, 02:22 unknown, 03:01 up",
  },
  {
    name: "ended by hand, the next one comes",
    plans: ["02:00 60 FREQ=DAILY"],
    script: "01:59 up | 02:00 duty | 02:20 end | 02:21 up | 11T01:59 up | 11T02:00 duty | 11T03:00 duty | 11T03:01 up",
    history:
      "01:59 up, 02:00 maintenance, 02:20 unknown, 02:21 up, 02:22 unknown, 11T01:59 up, 11T02:00 maintenance, 11T03:00 unknown, 11T03:01 up",
  },
  {
    name: "ended by hand, and then only renamed: it stays ended",
    script: "01:59 up | 02:00 duty | 02:20 end | 02:21 up | 02:22 edit 02:00 60 | 02:23 up",
    history: "01:59 up, 02:00 maintenance, 02:20 unknown, 02:21 up",
  },
  {
    name: "one of two that overlap is ended by hand: the other goes on",
    plans: ["02:00 60", "02:10 60"],
    script: "01:59 up | 02:00 duty | 02:10 duty | 02:20 end | 02:30 down | 02:31 down | 03:10 duty | 03:11 up",
    history: "01:59 up, 02:00 maintenance, 03:10 unknown, 03:11 up",
  },
  {
    name: "deleted inside",
    script: "01:59 up | 02:00 duty | 02:20 delete | 02:21 up | 03:00 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 02:20 unknown, 02:21 up, 02:22 unknown, 03:01 up",
  },
  {
    name: "deleted before it",
    script: "01:58 up | 01:59 delete | 02:00 duty | 02:00:30 down | 02:00:40 down",
    history: "01:58 up, 02:00:30 down",
    told: "opened",
    incidents: "02:00:30 to now",
  },
  {
    name: "moved inside to later",
    script: "01:59 up | 02:00 duty | 02:20 edit 04:00 60 | 02:21 up | 04:00 duty | 05:00 duty | 05:01 up",
    history: "01:59 up, 02:00 maintenance, 02:20 unknown, 02:21 up, 02:22 unknown, 04:00 maintenance, 05:00 unknown, 05:01 up",
  },
  {
    name: "made longer inside: it goes on without a break",
    script: "01:59 up | 02:00 duty | 02:20 edit 02:00 120 | 03:00 duty | 03:10 down | 03:11 down | 04:00 duty | 04:01 up",
    history: "01:59 up, 02:00 maintenance, 04:00 unknown, 04:01 up",
  },
  {
    name: "made shorter inside than has passed already",
    script: "01:59 up | 02:00 duty | 02:20 edit 02:00 10 | 02:21 up | 02:22 duty",
    history: "01:59 up, 02:00 maintenance, 02:20 unknown, 02:21 up",
  },
  {
    name: "edited inside to be for other monitors",
    script: "01:59 up | 02:00 duty | 02:20 edit 02:00 60 for berlin | 02:21 up | 03:00 duty",
    history: "01:59 up, 02:00 maintenance, 02:20 unknown, 02:21 up",
  },
  {
    name: "made in the middle of itself: from then on",
    plans: [],
    script: "02:19 up | 02:20 make 02:00 60 | 02:30 down | 02:31 down | 03:00 duty | 03:01 up",
    history: "02:19 up, 02:20 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "made for all of the team's monitors",
    plans: ["02:00 60 for all"],
    script: "01:59 up | 02:00 duty | 03:00 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "tagged inside",
    plans: ["02:00 60 for berlin"],
    script: "01:59 up | 02:00 duty | 02:01 up | 02:02 tag berlin | 02:10 down | 02:11 down | 03:00 duty | 03:01 up",
    history: "01:59 up, 02:02 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "the tag taken away inside",
    plans: ["02:00 60 for berlin"],
    script: "01:30 tag berlin | 01:59 up | 02:00 duty | 02:20 tag | 02:21 down | 02:21:10 down | 03:00 duty",
    history: "01:59 up, 02:00 maintenance, 02:20 unknown, 02:21 down",
    told: "opened",
    incidents: "02:21 to now",
  },
  {
    name: "another tag changes nothing",
    plans: ["02:00 60 for berlin"],
    script: "01:30 tag paris | 01:59 up | 02:00 duty | 02:00:30 down | 02:00:40 down",
    history: "01:59 up, 02:00:30 down",
    told: "opened",
    incidents: "02:00:30 to now",
  },
];

const LATE: MaintenanceCase[] = [
  {
    name: "the duty comes late at both ends: the instants are exact",
    script: "01:59 up | 02:00:07 duty | 03:00:42 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "a check comes before the duty does: it is inside",
    script: "01:59 up | 02:01 down | 02:01:10 down | 02:02 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "nobody was there for the whole of it",
    script: "01:59 up | 04:00 duty | 04:01 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 04:01 up",
  },
  {
    name: "nobody was there from long before it: what is not known is not said to be up",
    script: "01:00 up | 04:00 duty | 04:01 up",
    history: "01:00 up, 01:01 unknown, 02:00 maintenance, 03:00 unknown, 04:01 up",
  },
  {
    name: "silence is judged before the duty runs",
    script: "01:59 up | 02:10 duty | 03:30 silence | 03:31 duty | 03:32 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:32 up",
  },
  {
    name: "nobody was there for three of them",
    plans: ["02:00 60 FREQ=DAILY"],
    script: "01:59 up | 12T12:00 duty | 12T12:01 up",
    history:
      "01:59 up, 02:00 maintenance, 03:00 unknown, 11T02:00 maintenance, 11T03:00 unknown, 12T02:00 maintenance, 12T03:00 unknown, 12T12:01 up",
  },
  {
    name: "down when everybody went away, with an incident",
    script: "01:50 up | 01:58 down | 01:59 down | 03:30 duty | 03:31 down | 03:31:10 down",
    history: "01:50 up, 01:51 unknown, 01:58 down, 02:00 maintenance, 03:00 unknown, 03:31 down",
    told: "opened, opened",
    incidents: "01:58 to 02:00 closed, 03:31 to now",
  },
  {
    name: "results of before, inside and after are written at once",
    script: "01:57 batch up down down down down down | 03:00 duty | 03:01 up",
    history: "01:57 up, 01:58 down, 02:00 maintenance, 03:00 unknown, 03:01 up",
    told: "opened",
    incidents: "01:58 to 02:00 closed",
  },
  {
    name: "the duty runs again and again: once is all",
    script: "01:59 up | 02:00 duty | 02:00 duty | 02:30 duty | 03:00 duty | 03:00 duty | 03:01 up",
    history: "01:59 up, 02:00 maintenance, 03:00 unknown, 03:01 up",
  },
  {
    name: "edited late: what the former plan did up to then stays",
    script: "01:59 up | 02:30 edit 04:00 60 | 02:31 up | 02:32 duty",
    history: "01:59 up, 02:00 maintenance, 02:30 unknown, 02:31 up",
  },
];

export const CASES: readonly MaintenanceCase[] = [...ENTERING, ...PAUSED, ...OVERLAPPING, ...RECURRING, ...CHANGED, ...LATE];
