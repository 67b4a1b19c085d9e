/** ports/espressif/bindings/wifi */
declare module "wifi" {
  export class Network {
    private constructor();
    readonly ssid: string;
    /** dBm */
    readonly rssi: int;
    readonly channel: int;
  }
  export class Radio {
    readonly connected: boolean;
    readonly ipv4Address: { toString(): string } | null;
    readonly ipv4AddressAp: { toString(): string } | null;
    /** The network that the board is in. */
    readonly apInfo: Network | null;
    readonly apActive: boolean;
    /** An access point of the board's own. */
    startAp(ssid: string, password?: string): void;
    stopAp(): void;
    /** @throws ConnectionError "No network with that ssid", "Authentication failure" */
    connect(ssid: string, password?: string): void;
  }
  export const radio: Radio;
}
