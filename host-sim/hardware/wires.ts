// What the chip's pins are wired to: on the one end the chip, on the other whoever holds the board.
// The wires outlive the chip: a button that is pressed stays pressed while the board restarts.

export type Pull = "up" | "down";

/** What the chip does with a pin. */
export interface PinState {
  /** The level that it drives; null where it only listens, or lets go of an open drain. */
  readonly output: boolean | null;
  readonly pull: Pull | null;
  /** A pulse-width modulated signal: its duty cycle of 65 535, and Hertz. */
  readonly pulses: { readonly dutyCycle: number; readonly frequency: number } | null;
  /** The bytes that were clocked out last in the protocol of NeoPixels. */
  readonly pixels: readonly number[];
}

export const idlePin: PinState = { output: null, pull: null, pulses: null, pixels: [] };

/** The supply, and what an ADC with its attenuation measures at most. */
export const supplyVolts = 3.3;
const threshold = supplyVolts / 2;

export class Wires {
  private readonly applied = new Map<string, number>();
  private readonly states = new Map<string, PinState>();

  constructor(private readonly changed: (gpio: string, state: PinState) => void = () => {}) {}

  /** Somebody outside holds the pin at this voltage; null: lets it go. */
  apply(gpio: string, volts: number | null): void {
    if (volts === null) this.applied.delete(gpio);
    else this.applied.set(gpio, volts);
  }

  /** What the chip measures at a pin that it does not drive. Nothing and nobody there: 0. */
  volts(gpio: string): number {
    const pulled = this.states.get(gpio)?.pull === "up" ? supplyVolts : 0;
    return this.applied.get(gpio) ?? pulled;
  }

  level(gpio: string): boolean {
    return this.volts(gpio) > threshold;
  }

  state(gpio: string): PinState {
    return this.states.get(gpio) ?? idlePin;
  }

  /** The pins that the chip holds low. */
  drivenLow(): string[] {
    return [...this.states].filter(([, { output }]) => output === false).map(([gpio]) => gpio);
  }

  set(gpio: string, change: Partial<PinState>): void {
    const state = { ...this.state(gpio), ...change };
    if (JSON.stringify(state) === JSON.stringify(this.state(gpio))) return;
    this.states.set(gpio, state);
    this.changed(gpio, state);
  }

  /** Pixels keep their colour: they have no reset. */
  reset(gpio: string): void {
    this.set(gpio, { ...idlePin, pixels: this.state(gpio).pixels });
  }

  /** The chip is reset, and lets go of every pin. */
  resetAll(): void {
    for (const gpio of this.states.keys()) this.reset(gpio);
  }
}
