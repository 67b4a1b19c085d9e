// What microcontroller.cpu tells, and the reasons and modes of its resets
// (shared-bindings/microcontroller, ports/espressif/common-hal/microcontroller/Processor.c).
import { DeviceError } from "./device-error";

export const resetReasons = [
  ...["POWER_ON", "BROWNOUT", "SOFTWARE", "DEEP_SLEEP_ALARM", "RESET_PIN", "WATCHDOG"],
  ...["UNKNOWN", "RESCUE_DEBUG"],
] as const;

export const runModes = ["NORMAL", "SAFE_MODE", "UF2", "BOOTLOADER"] as const;

/** get_valid_cpu_frequency: what is between two of them becomes the lower. */
const megahertz = [20, 40, 80, 160, 240];

export class Processor {
  /** CONFIG_ESP_DEFAULT_CPU_FREQ_MHZ */
  private hertz = 240_000_000;
  /** Of a board that has nothing to do, about. */
  readonly celsius = 40;
  /** Of the chip's fuses, COMMON_HAL_MCU_PROCESSOR_UID_LENGTH bytes. */
  readonly uid: Uint8Array = Uint8Array.of(0x74, 0x61, 0x69, 0x70, 0x61, 0x6e);

  get frequency(): number {
    return this.hertz;
  }

  /** Which changes nothing here: no program takes longer. @throws DeviceError ValueError */
  set frequency(frequency: number) {
    if (frequency < 0) throw new DeviceError("ValueError", "frequency must be >= 0");
    const found = megahertz.findLast((valid) => frequency >= valid * 1_000_000);
    if (found === undefined) throw new DeviceError("ValueError", "Invalid frequency");
    this.hertz = found * 1_000_000;
  }

  /** @throws DeviceError */
  setNextRunMode(mode: string): void {
    if (mode === "NORMAL") return;
    const text = "only microcontroller.RunMode.NORMAL is simulated";
    throw new DeviceError("NotImplementedError", text);
  }
}
