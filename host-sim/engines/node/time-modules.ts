// `time` and `rtc` for programs in JavaScript.
import { calendarSeconds, calendarTime, seconds1970To2000 } from "../../hardware/calendar";
import type { Chip } from "../../hardware/chip";
import type { Realm } from "./realm";

type TimeTuple = [number, number, number, number, number, number, number, number, number];

/** time.struct_time: a tuple on a board, an object here, whose members have the same names. */
class StructTime {
  readonly tmYear: number;
  readonly tmMon: number;
  readonly tmMday: number;
  readonly tmHour: number;
  readonly tmMin: number;
  readonly tmSec: number;
  readonly tmWday: number;
  readonly tmYday: number;
  readonly tmIsdst: number;

  constructor(value: TimeTuple) {
    [this.tmYear, this.tmMon, this.tmMday, this.tmHour, this.tmMin, this.tmSec] = value;
    [this.tmWday, this.tmYday, this.tmIsdst] = [value[6], value[7], value[8]];
  }

  get seconds(): number {
    const { tmYear, tmMon, tmMday, tmHour, tmMin, tmSec } = this;
    return calendarSeconds([tmYear, tmMon, tmMday, tmHour, tmMin, tmSec]);
  }
}

const fromSeconds = (seconds: number) => new StructTime([...calendarTime(seconds), -1]);

/** Both, because rtc.set_time_source is where time.time looks. */
export function timeModules(realm: Realm, chip: Chip) {
  const { realTimeClock } = chip;
  class RealTime {
    get datetime(): StructTime {
      return fromSeconds(realTimeClock.seconds);
    }

    set datetime(time: StructTime) {
      realTimeClock.seconds = time.seconds;
    }

    get calibration(): number {
      return 0;
    }

    set calibration(_: number) {
      throw realm.exception("NotImplementedError", "calibration");
    }
  }
  const clock = new RealTime();
  let source: { readonly datetime: StructTime } = clock;
  /** There is one: `new RTC()` gives it. */
  const RTC = function () {
    return clock;
  };
  const rtc = { RTC, setTimeSource: (given: typeof source) => void (source = given) };
  return { rtc, time: timeModule(realm, chip, () => source.datetime.seconds) };
}

function timeModule(realm: Realm, chip: Chip, now: () => number) {
  const overflow = (text: string) => realm.exception("OverflowError", text);
  return {
    StructTime,
    monotonic: () => Math.floor(chip.uptimeMs()) / 1000,
    monotonicNs: () => Math.floor(chip.uptimeMs() * 1000) * 1000,
    sleep: (seconds: number) => void realm.checked(realm.device(() => chip.sleepSeconds(seconds))),
    time: now,
    localtime: (seconds: number | null = null) => {
      const whole = Math.trunc(seconds ?? now());
      if (whole < seconds1970To2000) {
        throw overflow("timestamp out of range for platform time_t");
      }
      return fromSeconds(whole);
    },
    mktime: (time: StructTime) => {
      if (time.tmYear < 2000) throw overflow("tm_year out of range");
      return time.seconds;
    },
  };
}
