/** shared-bindings/rtc: the clock of the day, 2000-01-01 when the power comes. */
declare module "rtc" {
  import { StructTime } from "time";

  /** There is one: `new RTC()` gives it. */
  export class RTC {
    datetime: StructTime;
    /** 0, and not to be set. @throws NotImplementedError "calibration" */
    calibration: int;
  }
}
