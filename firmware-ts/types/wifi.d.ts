/** ports/espressif/bindings/wifi */
declare module "wifi" {
  export class Radio {
    readonly connected: boolean;
    readonly ipv4Address: { toString(): string } | null;
    /** @throws ConnectionError "No network with that ssid", "Authentication failure" */
    connect(ssid: string, password?: string): void;
  }
  export const radio: Radio;
}
