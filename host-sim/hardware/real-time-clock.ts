// The clock of the day (ports/espressif/common-hal/rtc/RTC.c: gettimeofday of the ESP-IDF). It goes
// on over soft reloads, microcontroller.reset and the watchdog, and begins anew where the power was
// off: "any resets (with the exception of power-on resets)", ESP-IDF, System Time.
import { seconds1970To2000 } from "./calendar";

export class RealTimeClock {
  /** When it showed the first moment of 2000, on the scale of `nowMs`. */
  private zeroMs: number;

  /** @param shownMs milliseconds since 2000 that it shows now */
  constructor(
    private readonly nowMs: () => number,
    shownMs = 0,
  ) {
    this.zeroMs = nowMs() - shownMs;
  }

  /** Since 2000: with zero a board without the time of the day begins. */
  get milliseconds(): number {
    return this.nowMs() - this.zeroMs;
  }

  /** Whole ones, since 1970. */
  get seconds(): number {
    return seconds1970To2000 + Math.floor(this.milliseconds / 1000);
  }

  set seconds(seconds: number) {
    this.zeroMs = this.nowMs() - (seconds - seconds1970To2000) * 1000;
  }

  losePower(atMs: number): void {
    this.zeroMs = atMs;
  }
}
