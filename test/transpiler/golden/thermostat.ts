// A thermostat with hysteresis, and what it remembers.

/** Degrees, and when they were measured. */
interface Reading {
  celsius: number;
  /** Seconds since the start. */
  time: number;
}

type Listener = (heating: boolean, reading: Reading) => void;

class History {
  private readonly readings: Reading[] = [];

  constructor(private readonly limit: number) {}

  add(reading: Reading): void {
    this.readings.push(reading);
    if (this.readings.length > this.limit) this.readings.shift();
  }

  get average(): number {
    const total = this.readings.reduce((sum, { celsius }) => sum + celsius, 0);
    return total / Math.max(this.readings.length, 1);
  }

  warmest(count: number): Reading[] {
    return [...this.readings].sort((a, b) => b.celsius - a.celsius).slice(0, count);
  }
}

class Thermostat {
  /** Whether the heater is on. */
  heating = false;
  readonly history = new History(4);
  private readonly listeners: Listener[] = [];

  constructor(
    private readonly target: number,
    private readonly tolerance = 0.5,
  ) {}

  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Switches where the reading has left the tolerated range. */
  update(reading: Reading): void {
    this.history.add(reading);
    const isCold = reading.celsius < this.target - this.tolerance;
    const isWarm = reading.celsius > this.target + this.tolerance;
    if (this.heating ? !isWarm : !isCold) return; // nothing changes

    this.heating = !this.heating;
    for (const listener of this.listeners) listener(this.heating, reading);
  }
}

const thermostat = new Thermostat(21);
thermostat.onChange((heating, { time }) => {
  console.log(`${time} s: heater ${heating ? "on" : "off"}`);
});
[20.75, 20.25, 21, 21.25, 21.75, 20.5].forEach((celsius, index) => {
  thermostat.update({ celsius, time: index * 30 });
});
console.log(thermostat.history.average.toFixed(2));
console.log(
  thermostat.history
    .warmest(2)
    .map(({ time }) => time)
    .join(", "),
);
