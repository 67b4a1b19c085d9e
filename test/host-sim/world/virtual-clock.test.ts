// Virtual time: events in order, jumps, pauses, and programs that ask instead of waiting.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EventQueue } from "../../../host-sim/world/event-queue";
import { VirtualClock } from "../../../host-sim/world/virtual-clock";

describe("the queue of events", () => {
  test("gives them by time, and at one time in the order in which they came", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (times) => {
        const queue = new EventQueue();
        const happened: number[] = [];
        times.forEach((time, index) => queue.add(time, () => happened.push(index)));
        while (queue.nextMs < Infinity) queue.take()();
        const due = times.map((time, index) => ({ time, index }));
        due.sort((one, other) => one.time - other.time || one.index - other.index);
        expect(happened).toEqual(due.map(({ index }) => index));
      }),
    );
  });

  test("has nothing to take when it is empty", () => {
    expect(() => new EventQueue().take()).toThrow("There is no event to take.");
  });
});

/** A clock that pauses at these times, and notes when it did. */
function pausingAt(...pauses: number[]) {
  const paused: number[] = [];
  const clock = new VirtualClock((timeMs) => {
    paused.push(timeMs);
    return pauses.shift() ?? Infinity;
  });
  clock.start();
  return { clock, paused };
}

describe("the clock", () => {
  test("jumps to the deadline when nothing happens before", () => {
    const { clock } = pausingAt();
    clock.advance(1234.5);
    expect(clock.worldMs).toBe(1234.5);
  });

  test("stops where something happens", () => {
    const { clock } = pausingAt();
    const happened: number[] = [];
    clock.after(20, () => happened.push(clock.worldMs));
    clock.advance(100);
    expect([clock.worldMs, happened]).toEqual([20, [20]]);
  });

  test("lets everything of one instant happen", () => {
    const { clock } = pausingAt();
    const happened: string[] = [];
    clock.after(20, () => {
      happened.push("first");
      clock.after(0, () => happened.push("third"));
    });
    clock.after(20, () => happened.push("second"));
    clock.advance(Infinity);
    expect(happened).toEqual(["first", "second", "third"]);
  });

  test("pauses where it is told to, on the way to a deadline", () => {
    const { clock, paused } = pausingAt(10, 30);
    clock.advance(25);
    expect(paused).toEqual([0, 10]);
    clock.advance(50);
    expect(paused).toEqual([0, 10, 30]);
  });

  test("what comes in a pause can end a wait", () => {
    const clock: VirtualClock = new VirtualClock((timeMs) => {
      if (timeMs === 10) clock.after(5, () => {});
      return timeMs === 0 ? 10 : Infinity;
    });
    clock.start();
    clock.advance(Infinity);
    expect(clock.worldMs).toBe(15);
  });

  test("a program that asks for the time again and again sees it pass", () => {
    const { clock } = pausingAt();
    let asked = 0;
    while (clock.nowMs() < 1) asked += 1;
    expect(asked).toBeGreaterThan(200);
    expect(asked).toBeLessThan(300);
  });

  test("one that finds nothing to do again and again sees more pass", () => {
    const asked = pausingAt().clock;
    const idle = pausingAt().clock;
    for (let question = 0; question < 1000; question += 1) {
      asked.catchUp();
      idle.catchUp();
      idle.foundNothing();
    }
    expect(idle.worldMs).toBeGreaterThan(4 * asked.worldMs);
  });

  test("a program that waits pays nothing for asking", () => {
    const { clock } = pausingAt();
    for (let turn = 1; turn <= 100; turn += 1) {
      for (let question = 0; question < 100; question += 1) clock.catchUp();
      clock.advance(turn);
    }
    expect(clock.worldMs).toBe(100);
  });
});
