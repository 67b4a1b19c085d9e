// Numbers as people read them: durations, sizes, fixed digits, hexadecimal, percent.
function duration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const two = (value: number): string => value.toString().padStart(2, "0");
  return `${two(hours)}:${two(minutes)}:${two(rest)}`;
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} kB`;
  return `${(bytes / (1024 * 1024)).toFixed(2)} MB`;
}

function color(red: number, green: number, blue: number): string {
  return "#" + ((red << 16) | (green << 8) | blue).toString(16).padStart(6, "0");
}

function percent(part: number, whole: number): string {
  return `${Math.floor((part * 100) / whole)} %`;
}

export function run(): string {
  const parts: string[] = [];
  for (let i = 1; i <= 60; i++) {
    parts.push(duration(i * 977), size(i * i * 1500), color(i, i * 2, i * 4), percent(i, 60));
  }
  return parts.join(" ");
}
