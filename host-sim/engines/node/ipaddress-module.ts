// `ipaddress` for programs in JavaScript (shared-bindings/ipaddress).
import type { Realm } from "./realm";

export class IPv4Address {
  readonly version = 4;

  constructor(
    private readonly text: string,
    readonly packed: Uint8Array,
  ) {}

  toString(): string {
    return this.text;
  }
}

export function ipAddress(realm: Realm, text: string): IPv4Address {
  const parts = text.split(".").map(Number);
  if (parts.length !== 4 || !parts.every((part) => part >= 0 && part <= 255)) {
    throw realm.exception("ValueError", "Not a valid IP string");
  }
  return new IPv4Address(parts.join("."), realm.prelude.bytes(Uint8Array.from(parts).buffer, 0, 4));
}

export function ipaddressModule(realm: Realm) {
  return { IPv4Address, ipAddress: (text: string) => ipAddress(realm, text) };
}
