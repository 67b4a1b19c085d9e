// Enums: what they are at run time.
import { describe, expect, it } from "vitest";
import { emitText, runsAlike } from "./run-alike";

const enums: Record<string, string | Record<string, string>> = {
  "members that count": `enum Color { Red, Green = 5, Blue } console.log(Color.Red, Color.Green, Color.Blue);`,
  "members of text": `enum Level { Low = "low", High = "high" } console.log(Level.Low + Level.High);`,
  "negative values": `enum Side { Left = -1, Middle, Right } console.log(Side.Left, Side.Middle, Side.Right);`,
  "values of values": `enum Bits { One = 1 << 0, Two = 1 << 1, Both = One | Two } console.log(Bits.Both, Bits.Two & Bits.Both);`,
  "constant enums": `const enum Key { Up = 38, Down = 40 } function name(key: Key): string { return key === Key.Up ? "up" : "down"; } console.log(name(Key.Up), name(Key.Down));`,
  "names by value": `enum Color { Red, Green = 5, Blue } const all: Color[] = [Color.Red, Color.Green, Color.Blue]; for (const one of all) console.log(Color[one]); console.log(Color[5]);`,
  "the last name of a value": `enum E { A = 1, B = 1 } console.log(E[1], E.A === E.B ? "same" : "other");`,
  "values by name": `enum Color { Red, Green } console.log(Color["Green"]);`,
  "in a switch": `enum Color { Red, Green, Blue } function f(color: Color): string { switch (color) { case Color.Red: return "r"; case Color.Green: return "g"; default: return "b"; } } console.log(f(Color.Red), f(Color.Green), f(Color.Blue));`,
  "as keys": `enum Color { Red, Green } const count = new Map<Color, int>(); count.set(Color.Red, 2); console.log(count.get(Color.Red) ?? 0, count.get(Color.Green) ?? 0);`,
  "as defaults and fields": `enum Mode { Off, On } class Lamp { mode: Mode = Mode.Off; turn(mode: Mode = Mode.On): void { this.mode = mode; } } const lamp = new Lamp(); lamp.turn(); console.log(lamp.mode);`,
  "inside functions": `function f(): int { enum Local { A = 7 } return Local.A; } console.log(f());`,
  "comparison and arithmetic": `enum Level { Low, Middle, High } let level: Level = Level.Low; while (level < Level.High) { console.log(level); level++; }`,
  "as objects": `enum Dir { Up, Down = 5, Left } enum Color { Red = "RED", Green = "GREEN" } console.log(Object.keys(Color), Object.values(Color), Object.keys(Dir), Object.values(Dir)); for (const k in Color) console.log(k); console.log(Object.values(Dir).filter((v) => typeof v === "number"), "Red" in Color, "Blue" in Color); const key = "Green" as keyof typeof Color; console.log(Color[key], Dir); const n: number = 6; console.log(Dir[n], Dir[99]);`,
  computed: `enum Size { Name = "abc".length, Ten = 10 } console.log(Size.Name, Size.Ten); const enum Flag { A = 1 << 0, B = 1 << 1, C = A | B } console.log(Flag.C);`,
  "as objects of another file": {
    "main.ts": `import { Suit, label } from "./suit"; console.log(Suit[0], label(Suit.Spades), Object.keys(Suit).length);`,
    "suit.ts": `export enum Suit { Hearts, Spades } export function label(s: Suit): string { return Suit[s].toLowerCase(); }`,
  },
};

describe("enums", () => {
  it.each(Object.entries(enums))("%s", (_, source) => runsAlike(source));

  it("keep their comments", () => {
    const source = `/** Where it goes. */\nexport enum Side {\n  /** West. */\n  Left,\n  Right, // east\n}\n`;
    expect(emitText(source)).toBe(
      `class Side:\n    """Where it goes."""\n\n    # West.\n    Left = 0\n    Right = 1  # east\n`,
    );
  });
});
