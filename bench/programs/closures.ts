// Functions that remember: counters, a debounce by ticks, handlers made in a loop.
type Handler = (value: number) => number;

function makeCounter(step: number): () => number {
  let count = 0;
  return () => {
    count += step;
    return count;
  };
}

function debounce(ticks: number, handler: Handler): (now: number, value: number) => number {
  let last = -ticks;
  return (now, value) => {
    if (now - last < ticks) return 0;
    last = now;
    return handler(value);
  };
}

function makeHandlers(count: number): Handler[] {
  const handlers: Handler[] = [];
  for (let i = 0; i < count; i++) {
    handlers.push((value) => value * i + 1);
  }
  return handlers;
}

const compose =
  (outer: Handler, inner: Handler): Handler =>
  (value) =>
    outer(inner(value));

export function run(): string {
  const next = makeCounter(3);
  let total = 0;
  for (let i = 0; i < 400; i++) total += next();
  const handlers = makeHandlers(20);
  const composed = compose(handlers[2], handlers[5]);
  const press = debounce(5, (value) => composed(value) + 1);
  let pressed = 0;
  for (let now = 0; now < 500; now++) pressed += press(now, now % 7);
  for (const handler of handlers) total += handler(total % 11);
  return `${total} ${pressed}`;
}
