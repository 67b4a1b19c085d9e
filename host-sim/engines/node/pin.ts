// `microcontroller.Pin` and enumerations for programs in JavaScript.

/** A pin; two names of one GPIO are one object. */
export class Pin {
  constructor(
    readonly gpio: string,
    private readonly shown: string,
  ) {}

  toString(): string {
    return this.shown;
  }
}

/** A member of an enumeration: compared by identity, as CircuitPython's. */
export class Choice {
  constructor(
    readonly name: string,
    private readonly shown = name,
  ) {}

  toString(): string {
    return this.shown;
  }
}

export function choices(names: readonly string[]): Record<string, Choice> {
  return Object.fromEntries(names.map((name) => [name, new Choice(name)]));
}
