// Records in and out of arrays: updated copies, destructuring, optional fields, a summary.
interface Point {
  x: number;
  y: number;
}

interface Device {
  id: number;
  place: Point;
  label?: string;
  online: boolean;
}

function moved(device: Device, by: Point): Device {
  const { x, y } = device.place;
  return { ...device, place: { x: x + by.x, y: y + by.y } };
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

export function run(): string {
  const devices: Device[] = [];
  for (let id = 0; id < 80; id++) {
    const device: Device = { id, place: { x: id % 10, y: id * 2 }, online: id % 3 !== 0 };
    if (id % 4 === 0) device.label = `device ${id}`;
    devices.push(device);
  }
  let total = 0;
  let labels = 0;
  for (const device of devices) {
    if (!device.online) continue;
    const next = moved(device, { x: 1, y: -1 });
    total += distance(device.place, next.place) + next.place.x;
    labels += (next.label ?? "none").length;
  }
  const counts: Record<string, number> = { online: 0, offline: 0 };
  for (const { online } of devices) {
    const key = online ? "online" : "offline";
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return `${total} ${labels} ${counts.online} ${counts.offline}`;
}
