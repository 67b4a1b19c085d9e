// map, filter, reduce, some and find over numbers, strings and records.
interface Sample {
  time: number;
  value: number;
  label: string;
}

function makeSamples(count: number): Sample[] {
  return Array.from({ length: count }, (_, i) => ({
    time: i * 20,
    value: (i * 37) % 101,
    label: `s${i % 9}`,
  }));
}

function summary(samples: Sample[]): string {
  const loud = samples.filter((sample) => sample.value > 30);
  const scaled = loud.map((sample) => sample.value * 2 + 1);
  const total = scaled.reduce((sum, value) => sum + value, 0);
  const largest = scaled.reduce((best, value) => (value > best ? value : best), 0);
  const labels = samples
    .filter((sample) => sample.label.endsWith("3"))
    .map((sample) => sample.label.toUpperCase());
  const hasZero = samples.some((sample) => sample.value === 0);
  const isShort = samples.every((sample) => sample.label.length < 4);
  const late = samples.find((sample) => sample.time > 4000);
  return `${total} ${largest} ${labels.join("")} ${hasZero} ${isShort} ${late?.value ?? "none"}`;
}

export function run(): string {
  return summary(makeSamples(300));
}
