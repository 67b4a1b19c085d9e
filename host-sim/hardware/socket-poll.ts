// select.poll (extmod/modselect.c): which of many sockets have something to do.
import type { SocketTable } from "./sockets";
import type { Waiting } from "./waiting";

/**
 * @param cells triples of socket number, events asked for, and events that came, which are filled in
 * @returns how many sockets have events, or -EINTR
 */
export function pollSockets(
  sockets: SocketTable,
  waiting: Waiting,
  cells: Int16Array,
  timeoutMs: number,
): number {
  const look = () => {
    let ready = 0;
    for (let at = 0; at < cells.length; at += 3) {
      const events = sockets.events(cells[at] ?? -1, cells[at + 1] ?? 0);
      cells[at + 2] = events;
      if (events !== 0) ready += 1;
    }
    return ready;
  };
  let ready = 0;
  const waited = waiting.until(() => (ready = look()) > 0, timeoutMs);
  if (waited < 0) return waited;
  return waited === 0 ? waiting.nothingToDo(0) : ready;
}
