// Dates and times as the app says them, worked out from the wall clock in the API's answers
// and not from the zone of the phone or of this machine.

const WEEKDAYS = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];
const MONTHS = [
  "januar",
  "februar",
  "marts",
  "april",
  "maj",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "december",
];

/** "10.15" of "2026-12-08T10:15:00+01:00". */
export function clock(startsAt: string): string {
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(startsAt) ?? [];
  return `${Number(hour)}.${minute}`;
}

/** "tirsdag den 8. december". */
export function day(date: string): string {
  const [year, month, number] = date.slice(0, 10).split("-").map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, number)).getUTCDay();
  return `${WEEKDAYS[weekday]} den ${number}. ${MONTHS[month - 1]}`;
}

/** "tirsdag den 8. december kl. 10.15". */
export function dayAndClock(startsAt: string): string {
  return `${day(startsAt)} kl. ${clock(startsAt)}`;
}
