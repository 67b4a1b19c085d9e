// 5xxx: functions and asynchrony.
import type { CatalogueEntry } from "./entry";

export const functionRefusals = {
  floatingPromise: {
    code: "TPY5001",
    why: "Without `await` a coroutine never runs in Python.",
    instead: "`await` it, or start it with `createTask` of asyncio.",
    wrong: `
      import { run, sleep } from "asyncio";
      async function blink(): Promise<void> {
        sleep(0);
        console.log("on");
      }
      run(blink());
    `,
    right: `
      import { run, sleep } from "asyncio";
      async function blink(): Promise<void> {
        await sleep(0);
        console.log("on");
      }
      run(blink());
    `,
  },
  awaitOfValue: {
    code: "TPY5002",
    why: "Python cannot await a value that is no promise.",
    instead: "Remove the `await`, or make a promise of it: `new Promise((resolve) => …)`.",
    wrong: `
      interface Later {
        then(done: () => void): void;
      }
      async function wait(later: Later): Promise<void> {
        await later;
      }
      console.log(typeof wait === "function");
    `,
    right: `
      interface Later {
        then(done: () => void): void;
      }
      async function wait(later: Later): Promise<void> {
        await new Promise<void>((resolve) => later.then(resolve));
      }
      class Now implements Later {
        then(done: () => void): void {
          done();
        }
      }
      wait(new Now()).then(() => console.log("done"));
    `,
  },
  loopVariableCaptured: {
    code: "TPY5003",
    why: "`{0}` changes after this function was made; in JavaScript every turn of the loop has its own.",
    instead: "Keep its value in a `const` of the loop's body, and use that in the function.",
    wrong: `
      const readers: (() => int)[] = [];
      for (let [step, next] = [0, 1]; step < 20; [step, next] = [next, step + next])
        readers.push(() => step);
      for (const read of readers) console.log(read());
    `,
    right: `
      const readers: (() => int)[] = [];
      for (let step = 0, next = 1; step < 20; [step, next] = [next, step + next]) {
        const own = step;
        readers.push(() => own);
      }
      for (const read of readers) console.log(read());
    `,
  },
  optionsArgument: {
    code: "TPY5004",
    why: "Named arguments, of methods and of what is exported, have to be written down as an object literal.",
    instead: "Write `{ name: value }` here.",
    wrong: `
      export function blink({ times = 1 }: { times?: int } = {}): void {
        console.log(times);
      }
      const options = { times: 3 };
      blink(options);
    `,
    right: `
      export function blink({ times = 1 }: { times?: int } = {}): void {
        console.log(times);
      }
      blink({ times: 3 });
    `,
  },
  parameterCount: {
    code: "TPY5005",
    why: "`{0}` takes fewer arguments than it is called with; Python does not drop the rest.",
    instead: "Pass an arrow function, or declare all parameters.",
    wrong: `
      import { sleep } from "time";
      function run(handler: (seconds: number, name: string) => void): void {
        handler(0.5, "led");
      }
      run(sleep);
    `,
    right: `
      import { sleep } from "time";
      function run(handler: (seconds: number, name: string) => void): void {
        handler(0.5, "led");
      }
      run((seconds) => sleep(seconds));
    `,
  },
  optionsFunctionAsValue: {
    code: "TPY5006",
    why: "An exported function with named parameters can be called directly only.",
    instead: "Pass an arrow function that calls it.",
    wrong: `
      export function blink({ times = 1 }: { times?: int } = {}): void {
        console.log(times);
      }
      const action = blink;
      action();
    `,
    right: `
      export function blink({ times = 1 }: { times?: int } = {}): void {
        console.log(times);
      }
      const action = () => blink();
      action();
    `,
  },
  topLevelAwait: {
    code: "TPY5007",
    why: "Python has no `await` outside of functions.",
    instead: "Put it into `async function main()` and end with `asyncio.run(main())`.",
    wrong: `
      import { sleep } from "asyncio";
      await sleep(0);
      console.log("ready");
    `,
    right: `
      import { run, sleep } from "asyncio";
      async function main(): Promise<void> {
        await sleep(0);
        console.log("ready");
      }
      run(main());
    `,
  },
  asyncGenerator: {
    code: "TPY5008",
    why: "Asynchronous generators and `for await` wait for JavaScript's promises, not for asyncio.",
    instead: "Return a promise of an array, or take a callback.",
    wrong: `
      import "asyncio";
      async function* frames(): AsyncGenerator<int> {
        yield 1;
      }
      console.log(typeof frames === "function");
    `,
    right: `
      async function eachFrame(show: (frame: int) => void): Promise<void> {
        for (let frame = 1; frame <= 3; frame++) show(frame);
      }
      eachFrame((frame) => console.log(frame)).then(() => console.log("done"));
    `,
  },
  promiseValue: {
    code: "TPY5009",
    why: "A coroutine starts in Python when it is awaited, in JavaScript at once.",
    instead: "`await` the call itself.",
    wrong: `
      import { sleep } from "asyncio";
      async function main(): Promise<void> {
        const pause = sleep(0);
        await pause;
      }
      console.log(typeof main === "function");
    `,
    right: `
      import { run, sleep } from "asyncio";
      async function main(): Promise<void> {
        await sleep(0);
        console.log("awake");
      }
      run(main());
    `,
  },
  handlerName: {
    code: "TPY5010",
    why: "`{0}` is a keyword in Python and cannot name a parameter.",
    instead: "Use another name.",
    wrong: `
      interface Handler {
        /** @kwargs */
        (request: string, parameters: Record<string, string>): string;
      }
      const show: Handler = (request, { class: group }) => request + group;
      console.log(show("/", { class: "a" }));
    `,
    right: `
      interface Handler {
        /** @kwargs */
        (request: string, parameters: Record<string, string>): string;
      }
      const show: Handler = (request, { group }) => request + group;
      console.log(show("/", { group: "a" }));
    `,
  },
} as const satisfies Record<string, CatalogueEntry>;
