/** What `GET /status` answers. Times are seconds, of a clock that runs since the board started. */
import { LiveFeed, Server, ViewerRecord, nowMs } from "taipan_http";
import { BOARD_ID } from "taipan_board";
import { OnDemandCamera } from "./on-demand-camera";

/** Sockets that an ESP32-S3 has in all (CONFIG_LWIP_MAX_SOCKETS in CircuitPython's sdkconfig). */
const SOCKET_LIMIT = 8;

export interface CameraStatus {
  on: boolean;
  sensor: string;
  /** Pictures taken since start. */
  frame: int;
  width: int;
  height: int;
}

export interface SocketStatus {
  open: int;
  limit: int;
}

export interface Status {
  uptime: float;
  board: string;
  camera: CameraStatus;
  viewers: ViewerRecord[];
  sockets: SocketStatus;
  /** How long the longest poll() took. */
  longestPoll: float;
}

export function readStatus(server: Server, feed: LiveFeed, camera: OnDemandCamera): Status {
  const now = nowMs();
  // The listener is a socket, too.
  const openSockets = server.connections + 1;
  return {
    uptime: now / 1000,
    board: BOARD_ID,
    camera: {
      on: camera.on,
      sensor: camera.sensor,
      frame: camera.frame,
      width: camera.width,
      height: camera.height,
    },
    viewers: feed.viewers.map((viewer) => viewer.record(now)),
    sockets: { open: openSockets, limit: SOCKET_LIMIT },
    longestPoll: server.longestPoll / 1000,
  };
}
