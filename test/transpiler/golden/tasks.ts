// Tasks that wait side by side on one loop.

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function blink(name: string, times: number, period: number): Promise<number> {
  for (let i = 0; i < times; i++) {
    console.log(`${name} ${i % 2 === 0 ? "on" : "off"}`);
    await sleep(period);
  }
  return times;
}

async function main(): Promise<void> {
  const counts = await Promise.all([blink("red", 3, 20), blink("green", 2, 35)]);
  console.log(counts.reduce((sum, count) => sum + count, 0));
}

void main();
