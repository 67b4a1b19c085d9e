// Settings with defaults: records, optional members, closures.

interface Settings {
  name: string;
  port: number;
  secure?: boolean;
}

const DEFAULTS: Settings = {
  // What the browser shows.
  name: "camera",
  port: 80,
};

function withDefaults(given: Partial<Settings>): Settings {
  return { ...DEFAULTS, ...given };
}

function address({ name, port, secure = false }: Settings): string {
  const scheme = secure ? "https" : "http";
  return port === 80 ? `${scheme}://${name}.local` : `${scheme}://${name}.local:${port}`;
}

/** Numbers from `first` on, one at each call. */
function makeCounter(first = 1): () => number {
  let next = first;
  return () => next++;
}

const nextId = makeCounter();
for (const given of [{}, { port: 8080 }, { name: "door", secure: true }]) {
  console.log(`${nextId()}. ${address(withDefaults(given))}`);
}
