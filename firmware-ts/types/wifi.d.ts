/** ports/espressif/bindings/wifi */
declare module "wifi" {
  import { IPv4Address } from "ipaddress";

  export class AuthMode {
    private constructor();
    static readonly OPEN: AuthMode;
    static readonly WEP: AuthMode;
    static readonly WPA: AuthMode;
    static readonly WPA2: AuthMode;
    static readonly WPA3: AuthMode;
    static readonly PSK: AuthMode;
    static readonly ENTERPRISE: AuthMode;
  }
  export class PowerManagement {
    private constructor();
    static readonly MIN: PowerManagement;
    static readonly MAX: PowerManagement;
    static readonly NONE: PowerManagement;
    static readonly UNKNOWN: PowerManagement;
  }
  export class Network {
    private constructor();
    readonly ssid: string;
    /** dBm */
    readonly rssi: int;
    readonly channel: int;
    readonly country: string;
  }
  export interface ScanOptions {
    startChannel?: int;
    stopChannel?: int;
  }
  export interface PingOptions {
    /** Seconds: 0.5 unless given. */
    timeout?: float;
  }
  export class Radio {
    /** Off, it holds no connection. */
    enabled: boolean;
    hostname: string;
    /** 6 bytes; not a multicast address. */
    macAddress: Uint8Array;
    macAddressAp: Uint8Array;
    /** dBm, in steps of a quarter */
    txPower: float;
    powerManagement: PowerManagement;
    readonly connected: boolean;
    readonly ipv4Address: IPv4Address | null;
    readonly ipv4AddressAp: IPv4Address | null;
    readonly ipv4Gateway: IPv4Address | null;
    readonly ipv4GatewayAp: IPv4Address | null;
    readonly ipv4Subnet: IPv4Address | null;
    readonly ipv4SubnetAp: IPv4Address | null;
    readonly ipv4Dns: IPv4Address | null;
    readonly addresses: readonly string[];
    readonly addressesAp: readonly string[];
    readonly dns: readonly string[];
    /** The network that the board is in. */
    readonly apInfo: Network | null;
    readonly apActive: boolean;
    /** An access point of the board's own. */
    startAp(ssid: string, password?: string): void;
    stopAp(): void;
    /** @throws ConnectionError "No network with that ssid", "Authentication failure" */
    connect(ssid: string, password?: string): void;
    /**
     * Takes some seconds, in which the first network is asked for.
     * @kwargs
     * @throws RuntimeError "Already scanning for wifi networks"
     */
    startScanningNetworks(options?: ScanOptions): Iterable<Network>;
    stopScanningNetworks(): void;
    /**
     * Seconds until the answer; null: none came.
     * @kwargs
     */
    ping(ip: IPv4Address, options?: PingOptions): float | null;
  }
  export const radio: Radio;
}
