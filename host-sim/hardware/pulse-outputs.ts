// Pulse-width modulated signals (shared-bindings/pwmio/PWMOut.c,
// ports/espressif/common-hal/pwmio/PWMOut.c).
import { checkRange, DeviceError } from "./device-error";
import { Handles } from "./handles";
import type { PinTable } from "./pins";
import type { Wires } from "./wires";

/** LEDC_TIMER_MAX and LEDC_CHANNEL_MAX of the ESP32-S3 (hal/ledc_types.h). */
const timerCount = 4;
const channelCount = 8;
/** APB_CLK_FREQ */
const clockHertz = 80_000_000;
const mostBits = 13;

interface PulseOutput {
  readonly gpio: string;
  readonly timer: Timer;
  bits: number;
  /** As it was set, of 65 535. */
  dutyCycle: number;
}

/** Outputs of one frequency share one, unless the frequency may change. */
interface Timer {
  frequency: number;
  readonly isVariable: boolean;
}

/** calculate_duty_cycle: the bits that are left at this frequency. 0: it can't be had. */
function bitsAt(frequency: number): number {
  const bits = frequency > 0 ? Math.floor(Math.log2(Math.floor(clockHertz / frequency))) : 0;
  return Math.max(0, Math.min(bits, mostBits));
}

/** @throws DeviceError ValueError "Invalid frequency" */
function checkedBits(frequency: number): number {
  const bits = bitsAt(frequency);
  if (bits === 0) throw new DeviceError("ValueError", "Invalid frequency");
  return bits;
}

export class PulseOutputs {
  private readonly open = new Handles<PulseOutput>();

  constructor(
    private readonly pins: PinTable,
    private readonly wires: Wires,
  ) {}

  construct(gpio: string, duty: number, frequency: number, isVariable: boolean): number {
    this.pins.checkFree([gpio]);
    const bits = checkedBits(frequency);
    const timer = this.timerFor(frequency, isVariable);
    this.pins.claim([gpio]);
    // PWMOut.c keeps 16 bits of what the constructor is given, without a check.
    const output = { gpio, timer, bits, dutyCycle: duty & 0xffff };
    this.show(output);
    return this.open.add(output);
  }

  deinit(handle: number): void {
    const output = this.open.remove(handle);
    if (output === undefined) return;
    this.wires.reset(output.gpio);
    this.pins.release([output.gpio]);
  }

  endOfProgram(): void {
    this.open.clear();
  }

  /** What the hardware has of it: bits that the frequency leaves no room for are lost. */
  dutyCycle(handle: number): number {
    const { dutyCycle, bits } = this.open.get(handle);
    return (dutyCycle >> (16 - bits)) << (16 - bits);
  }

  setDutyCycle(handle: number, dutyCycle: number): void {
    const output = this.open.get(handle);
    checkRange("duty_cycle", dutyCycle, 0, 0xffff);
    output.dutyCycle = dutyCycle;
    this.show(output);
  }

  frequency(handle: number): number {
    return this.open.get(handle).timer.frequency;
  }

  setFrequency(handle: number, frequency: number): void {
    const output = this.open.get(handle);
    if (!output.timer.isVariable) {
      throw new DeviceError("AttributeError", "Invalid variable_frequency");
    }
    output.bits = checkedBits(frequency);
    output.timer.frequency = frequency;
    this.show(output);
  }

  private timerFor(frequency: number, isVariable: boolean): Timer {
    const outputs = this.open.all();
    const timers = new Set(outputs.map(({ timer }) => timer));
    const shared = [...timers].find(
      (timer) => timer.frequency === frequency && !timer.isVariable && !isVariable,
    );
    if (outputs.length >= channelCount || (shared === undefined && timers.size >= timerCount)) {
      // PWMOUT_INTERNAL_RESOURCES_IN_USE
      throw new DeviceError("RuntimeError", "Conflicting settings for shared resource");
    }
    return shared ?? { frequency, isVariable };
  }

  private show({ gpio, dutyCycle, timer: { frequency } }: PulseOutput): void {
    this.wires.set(gpio, { pulses: { dutyCycle, frequency } });
  }
}
