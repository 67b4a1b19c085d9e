/** shared-bindings/ipaddress. Addresses as texts: `radio.addresses`, `radio.dns`. */
declare module "ipaddress" {
  export class IPv4Address {
    private constructor();
    readonly version: int;
    /** 4 bytes */
    readonly packed: Uint8Array;
  }
  /** @throws ValueError "Not a valid IP string" */
  export function ipAddress(text: string): IPv4Address;
}
