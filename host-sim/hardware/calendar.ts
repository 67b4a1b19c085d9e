// Seconds since 1970 and dates (shared/timeutils/timeutils.c).

/** Year, month, day, hour, minute, second, weekday (Monday is 0), day of the year (from 1). */
export type CalendarTime = [
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  weekday: number,
  yearday: number,
];

/** 2000-01-01, the earliest time that CircuitPython's calendar knows. */
export const seconds1970To2000 = 946_684_800;

const dayMs = 86_400_000;

export function calendarTime(seconds: number): CalendarTime {
  const date = new Date(seconds * 1000);
  const year = date.getUTCFullYear();
  const yearday = Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / dayMs) + 1;
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return [year, month, day, hour, minute, second, (date.getUTCDay() + 6) % 7, yearday];
}

/** The weekday and the day of the year are not looked at. */
export function calendarSeconds(time: readonly number[]): number {
  const [year = 2000, month = 1, day = 1, hour = 0, minute = 0, second = 0] = time;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}
