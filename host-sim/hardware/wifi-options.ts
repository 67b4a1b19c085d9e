// What a program may set of the radio without anything on the air being other
// (shared-bindings/wifi/Radio.c, ports/espressif/common-hal/wifi/Radio.c).
import { DeviceError } from "./device-error";
import { settingText, type Settings } from "./settings";

export const powerManagements = ["MIN", "MAX", "NONE", "UNKNOWN"] as const;
export type PowerManagement = (typeof powerManagements)[number];

export const authModes = ["OPEN", "WEP", "WPA", "WPA2", "WPA3", "PSK", "ENTERPRISE"] as const;

/** So long may be the part of a board's id in its default hostname. */
const longestBoardPart = 14;
const stationMac = [0x02, 0x00, 0x00, 0x74, 0x70, 0x6e];

/** common_hal_wifi_init: the end of the board's id, which tells boards apart, and the MAC address. */
function defaultHostname(boardId: string): string {
  const board = boardId.slice(-longestBoardPart).replace(/^_/, "");
  const mac = stationMac.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `cpy-${board}-${mac}`;
}

/** hostname_valid */
const isLabel = (label: string): boolean => /^(?!-)[A-Za-z0-9-]{0,63}$/.test(label);

export class WifiOptions {
  powerManagementMode: PowerManagement = "MIN";
  private name: string;
  private quartersOfDbm = 80;
  private mac = Uint8Array.from(stationMac);
  /** esp_read_mac gives the access point the number after the station's. */
  private macAp = Uint8Array.from(stationMac.with(5, 0x6f));

  constructor(settings: Settings, boardId: string) {
    this.name = settingText(settings, "CIRCUITPY_WIFI_HOSTNAME") ?? defaultHostname(boardId);
  }

  get hostname(): string {
    return this.name;
  }

  /** @throws DeviceError ValueError */
  set hostname(name: string) {
    const { length } = new TextEncoder().encode(name);
    if (length < 1 || length > 253) {
      throw new DeviceError("ValueError", "hostname length must be 1-253");
    }
    if (!name.split(".").every(isLabel)) throw new DeviceError("ValueError", "invalid hostname");
    this.name = name;
  }

  /** In dBm: the driver counts in quarters of it. */
  get txPower(): number {
    return this.quartersOfDbm / 4;
  }

  set txPower(dbm: number) {
    this.quartersOfDbm = Math.trunc(dbm * 4);
  }

  /** @throws DeviceError ValueError */
  setPowerManagement(mode: PowerManagement): void {
    if (mode === "UNKNOWN") throw new DeviceError("ValueError", "Invalid power_management");
    this.powerManagementMode = mode;
  }

  macAddress(ofAccessPoint: boolean): Uint8Array {
    return ofAccessPoint ? this.macAp : this.mac;
  }

  /** @throws DeviceError ValueError, RuntimeError */
  setMacAddress(ofAccessPoint: boolean, address: Uint8Array): void {
    if (address.length !== 6) throw new DeviceError("ValueError", "Invalid MAC address");
    if (((address[0] ?? 0) & 1) !== 0) {
      throw new DeviceError("RuntimeError", "Invalid multicast MAC address");
    }
    if (ofAccessPoint) this.macAp = Uint8Array.from(address);
    else this.mac = Uint8Array.from(address);
  }
}
