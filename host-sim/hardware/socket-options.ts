// Which options lwip_setsockopt knows (lwIP's src/api/sockets.c and include/lwip/sockets.h, as the
// ESP-IDF configures it). What they change is not simulated: nothing that a program sees depends on it.
import { ENOPROTOOPT } from "./errno";

export const SOL_SOCKET = 0xfff;
const IPPROTO_IP = 0;
const IPPROTO_TCP = 6;

const known: Readonly<Record<number, readonly number[]>> = {
  // SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST, SO_LINGER, SO_RCVBUF, SO_SNDTIMEO, SO_RCVTIMEO
  [SOL_SOCKET]: [0x4, 0x8, 0x20, 0x80, 0x1002, 0x1005, 0x1006],
  // IP_TOS, IP_TTL, IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP, IP_MULTICAST_TTL, _IF and _LOOP
  [IPPROTO_IP]: [1, 2, 3, 4, 5, 6, 7],
  // TCP_NODELAY, TCP_KEEPALIVE, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT
  [IPPROTO_TCP]: [1, 2, 3, 4, 5],
};

/** @returns 0 or -ENOPROTOOPT */
export function checkOption(level: number, option: number): number {
  return known[level]?.includes(option) === true ? 0 : -ENOPROTOOPT;
}
