// Emitted Python beside what a CircuitPython programmer would write for the same program: time and
// bytes allocated on the MicroPython VM, as ratios.
// usage: node build/bench/emitted.js [program...]
import { readdirSync } from "node:fs";
import { compareWithWritten } from "./pair-of-programs";

const wanted = process.argv.slice(2);
const programs = readdirSync("bench/programs")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

const figure = (ratio: number) => ratio.toFixed(2).padStart(6);

console.log("emitted : hand-written     time  bytes");
for (const name of programs) {
  const { time, bytes } = await compareWithWritten(name);
  console.log(`  ${name.padEnd(22)}${figure(time)} ${figure(bytes)}`);
}
