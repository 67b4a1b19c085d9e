// What the page says about the camera, worked out from two answers of `status`.

export interface Status {
  /** Seconds since the board started. */
  uptime: number;
  board: string;
  camera: { on: boolean; sensor: string; frame: number; width: number; height: number };
  viewers: { id: number; bytes: number }[];
}

export interface Figures {
  camera: string;
  rate: string;
  data: string;
  viewers: string;
  about: string;
}

/** Bytes sent to today's viewers since `earlier`; one who has left since then is not in the sum. */
function bytesSince(earlier: Status, now: Status): number {
  const before = new Map(earlier.viewers.map((viewer) => [viewer.id, viewer.bytes]));
  return now.viewers.reduce((sum, { id, bytes }) => sum + bytes - (before.get(id) ?? 0), 0);
}

/** @param earlier the answer before this one; null, or one of before a restart, gives no rates */
export function figuresFrom(earlier: Status | null, now: Status): Figures {
  const { camera, viewers, board } = now;
  const seconds = earlier === null ? 0 : now.uptime - earlier.uptime;
  const figures = {
    camera: camera.on ? "On" : "Off",
    rate: "–",
    data: "–",
    viewers: String(viewers.length),
    about: [board, camera.sensor, `${camera.width} × ${camera.height}`].filter(Boolean).join(" · "),
  };
  if (earlier === null || seconds <= 0 || !camera.on) return figures;
  const framesPerSecond = (camera.frame - earlier.camera.frame) / seconds;
  const kilobytes = Math.round(bytesSince(earlier, now) / seconds / 1000);
  return { ...figures, rate: `${framesPerSecond.toFixed(1)} fps`, data: `${kilobytes} kB/s` };
}
