// A pin of a virtual board, with a test's hand on it: a button, a voltage, a look at an LED.
import type { BoardDefinition } from "../../boards/definition";
import { UserError } from "../../transpiler/cli/command";
import { idlePin, type PinState } from "../hardware/wires";
import type { ToWorld } from "../world/messages";

export class VirtualPin {
  private state: PinState = idlePin;
  private driven: number | null = null;

  constructor(
    private readonly gpio: string,
    private readonly tell: (message: ToWorld) => void,
  ) {}

  /** The level on the wire: what the board drives, or what the test does, or the pull. */
  get value(): boolean {
    const { output, pull } = this.state;
    return output ?? (this.driven === null ? pull === "up" : this.driven > volts(true) / 2);
  }

  /** Whether the board drives the pin; else it listens, or has let go of it. */
  get isDriven(): boolean {
    return this.state.output !== null || this.state.pulses !== null;
  }

  /** Of a pulse-width modulated signal, 0 to 65 535; null where there is none. */
  get dutyCycle(): number | null {
    return this.state.pulses?.dutyCycle ?? null;
  }

  /** Of a pulse-width modulated signal, in Hz; null where there is none. */
  get frequency(): number | null {
    return this.state.pulses?.frequency ?? null;
  }

  /** The bytes that neopixel_write sent here last. */
  get pixels(): readonly number[] {
    return this.state.pixels;
  }

  /** Holds the pin high or low, as a button does; null lets it go. */
  drive(level: boolean | null): void {
    this.applyVolts(level === null ? null : volts(level));
  }

  /** Holds the pin at a voltage, for an AnalogIn; null lets it go. */
  applyVolts(value: number | null): void {
    if (value !== null && !Number.isFinite(value)) {
      throw new UserError(`A pin is held at a number of volts: not at ${value}.`, 2);
    }
    this.driven = value;
    this.tell({ type: "wire", gpio: this.gpio, volts: value });
  }

  /** @internal */
  saw(state: PinState): void {
    this.state = state;
  }
}

const volts = (level: boolean): number => (level ? 3.3 : 0);

export class VirtualPins {
  private readonly pins = new Map<string, VirtualPin>();

  constructor(
    private readonly board: BoardDefinition,
    private readonly tell: (message: ToWorld) => void,
  ) {}

  /** @throws UserError for a name that `board` does not have */
  named(name: string): VirtualPin {
    return this.at(this.gpio(name));
  }

  /** @throws UserError for a name that `board` does not have */
  gpio(name: string): string {
    const gpio = this.board.pins[name] ?? (/^GPIO\d+$/.test(name) ? name : undefined);
    if (gpio !== undefined) return gpio;
    const known = Object.keys(this.board.pins).join(", ");
    throw new UserError(`${this.board.id} has no pin "${name}". It has ${known}, and GPIOn.`, 2);
  }

  at(gpio: string): VirtualPin {
    const pin = this.pins.get(gpio) ?? new VirtualPin(gpio, this.tell);
    this.pins.set(gpio, pin);
    return pin;
  }

  /** What was sent to each pin that NeoPixels hang on, by the board's first name of the pin. */
  get neopixels(): Record<string, readonly number[]> {
    const lit = [...this.pins].filter(([, { pixels }]) => pixels.length > 0);
    return Object.fromEntries(lit.map(([gpio, { pixels }]) => [this.name(gpio), pixels]));
  }

  private name(gpio: string): string {
    const { pins } = this.board;
    return Object.keys(pins).find((name) => pins[name] === gpio) ?? gpio;
  }
}
