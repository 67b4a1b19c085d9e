/** shared-bindings/time */
declare module "time" {
  /** @py struct_time */
  export class StructTime {
    /** Year, month, day, hour, minute, second, weekday (Monday is 0), day of the year, -1 */
    constructor(value: [int, int, int, int, int, int, int, int, int]);
    readonly tmYear: int;
    readonly tmMon: int;
    readonly tmMday: int;
    readonly tmHour: int;
    readonly tmMin: int;
    readonly tmSec: int;
    readonly tmWday: int;
    readonly tmYday: int;
    readonly tmIsdst: int;
  }
  /** Seconds since start. Loses its milliseconds after about an hour on a board. */
  export function monotonic(): float;
  /** Nanoseconds since start. */
  export function monotonicNs(): int;
  /** To the millisecond. @throws ValueError "seconds must be >= 0" */
  export function sleep(seconds: number): void;
  /** Seconds since 1970: from 946684800, 2000-01-01, until somebody sets the clock (rtc). */
  export function time(): int;
  /** Of the clock, or of so many seconds since 1970. @throws OverflowError before 2000 */
  export function localtime(seconds?: int): StructTime;
  /** The other way round. @throws OverflowError before 2000 */
  export function mktime(time: StructTime): int;
}
