// The radio as far as a server needs it (ports/espressif/common-hal/wifi/Radio.c).
import { checkRange, DeviceError } from "./device-error";
import { settingText, type Settings } from "./settings";
import type { Waiting } from "./waiting";
import { WifiOptions } from "./wifi-options";

/** About so long the driver scans all channels for a network that is not there. */
const scanMs = 2400;
/** About so long it takes to associate and to get an address. */
const associationMs = 1500;
/** The driver holds a silent access point for lost after this long (ESP-IDF, WIFI_EVENT_STA_BEACON_TIMEOUT). */
const beaconTimeoutMs = 6000;
/** How often the driver scans for a lost network before it gives up (starting_retries). */
const retries = 5;

/** Of the one access point; a board that listens at -50 dBm is in the same room. */
export const accessPoint = { rssi: -50, channel: 6, bssid: [0x02, 0, 0, 0, 0, 0x01] } as const;
/** Where the ESP-IDF puts an access point of the board's own. */
const ownAddress = "192.168.4.1";
const subnet = "255.255.255.0";
/** From the board to an access point in the same room and back. */
const pingMs = 3;

export class WifiRadio {
  private associated: boolean;
  /** Since when nothing is heard of the access point; null: it is heard. */
  private silentSinceMs: number | null = null;
  /** When a link that was lost is there again. */
  private backAtMs = 0;
  private ssid: string;
  readonly options: WifiOptions;
  isEnabled = true;
  isAccessPoint = false;
  isScanning = false;

  /**
   * @param settings with CIRCUITPY_WIFI_SSID the supervisor connects before code.py starts, and
   *   that network is the only one in the air; without it any network answers
   * @param address under which the outside reaches the board
   * @param isSilent the board starts where nothing is heard of the access point
   */
  constructor(
    private readonly settings: Settings,
    private readonly address: string,
    private readonly waiting: Waiting,
    isSilent: boolean,
    boardId: string,
  ) {
    this.options = new WifiOptions(settings, boardId);
    this.ssid = this.knownSsid ?? "";
    this.associated = this.ssid !== "" && !isSilent;
    if (isSilent) this.silentSinceMs = 0;
  }

  /** The access point goes out of reach, at that time. */
  lose(atMs: number): void {
    this.silentSinceMs ??= atMs;
  }

  /** It is back; a driver that has given up stays without (event_handler in common-hal/wifi/__init__.c). */
  regain(atMs: number): void {
    if (this.silentSinceMs === null) return;
    const missedMs = atMs - this.silentSinceMs;
    if (missedMs >= beaconTimeoutMs) this.backAtMs = atMs + associationMs;
    if (missedMs >= beaconTimeoutMs + retries * scanMs) this.associated = false;
    this.silentSinceMs = null;
  }

  /** Of the one network in the air, where settings.toml names it. */
  private get knownSsid(): string | undefined {
    return settingText(this.settings, "CIRCUITPY_WIFI_SSID");
  }

  get connected(): boolean {
    const nowMs = this.waiting.nowMs;
    if (!this.associated || !this.isEnabled) return false;
    if (this.silentSinceMs !== null) return nowMs - this.silentSinceMs < beaconTimeoutMs;
    return nowMs >= this.backAtMs;
  }

  get hostname(): string {
    return this.options.hostname;
  }

  /** Of the network that the board is in: the access point itself. */
  get ipv4Gateway(): string | null {
    return this.ipv4Address?.replace(/\d+$/, "254") ?? null;
  }

  get ipv4Subnet(): string | null {
    return this.connected ? subnet : null;
  }

  get ipv4SubnetAp(): string | null {
    return this.isAccessPoint ? subnet : null;
  }

  get ipv4Address(): string | null {
    return this.connected ? this.address : null;
  }

  get ipv4AddressAp(): string | null {
    return this.isAccessPoint ? ownAddress : null;
  }

  /** Of the network that the board is in. */
  get network(): string | null {
    return this.connected ? this.ssid : null;
  }

  /** What a scan finds. */
  get inReach(): string | null {
    return this.silentSinceMs === null ? (this.knownSsid ?? "virtual") : null;
  }

  /**
   * Takes as long as on a board, about.
   * @returns 0 or -errno
   * @throws DeviceError in the words of shared-bindings/wifi/Radio.c (wifi_radio_connect)
   */
  connect(ssid: string, password: string): number {
    checkLength("ssid", ssid, 1, 32);
    if (password !== "") checkLength("password", password, 8, 64);
    if (!this.isEnabled) throw new DeviceError("RuntimeError", "WiFi is not enabled");
    if (this.connected && this.ssid === ssid) return 0;
    this.associated = false;
    const known = this.knownSsid;
    const isThere = this.silentSinceMs === null && (known === undefined || known === ssid);
    const waited = this.waiting.until(() => false, isThere ? associationMs : scanMs);
    if (waited < 0) return waited;
    if (!isThere) throw new DeviceError("ConnectionError", "No network with that ssid");
    if (
      known !== undefined &&
      (settingText(this.settings, "CIRCUITPY_WIFI_PASSWORD") ?? "") !== password
    ) {
      throw new DeviceError("ConnectionError", "Authentication failure");
    }
    this.ssid = ssid;
    this.associated = true;
    this.backAtMs = 0;
    return 0;
  }

  /**
   * @param isOpen the program asks for AuthMode.OPEN
   * @throws DeviceError (wifi_radio_start_ap)
   */
  startAccessPoint(
    ssid: string,
    password: string,
    { channel = 1, maxConnections = 4, isOpen = false } = {},
  ): void {
    checkLength("ssid", ssid, 1, 32);
    if (password !== "") checkLength("password", password, 8, 64);
    checkRange("channel", channel, 1, 13);
    if (isOpen && password !== "") {
      throw new DeviceError("ValueError", "AuthMode.OPEN is not used with password");
    }
    checkRange("max_connections", maxConnections, 0, 10);
    this.isAccessPoint = true;
  }

  /** @throws DeviceError (common_hal_wifi_radio_start_scanning_networks) */
  startScanning(first = 1, last = 165): void {
    checkRange("start_channel", first, 1, 165);
    checkRange("stop_channel", last, 1, 165);
    if (this.isScanning) {
      throw new DeviceError("RuntimeError", "Already scanning for wifi networks");
    }
    if (!this.isEnabled) throw new DeviceError("RuntimeError", "WiFi is not enabled");
    this.isScanning = true;
  }

  /**
   * What a scan found, after the time that it takes.
   * @returns the network's name, null for none, or -errno
   */
  scanned(first: number, last: number): string | null | number {
    const waited = this.waiting.until(() => false, scanMs);
    if (waited < 0) return waited;
    const [low, high] = [Math.min(first, last), Math.max(first, last)];
    const isIncluded = low <= accessPoint.channel && accessPoint.channel <= high;
    return isIncluded ? this.inReach : null;
  }

  /**
   * The access point answers; who else does, nobody has told.
   * @returns seconds, null for no answer, or -errno
   */
  ping(address: string, timeoutSeconds: number): number | null {
    const answers = this.connected && this.inReach !== null && address === this.ipv4Gateway;
    const ms = answers ? Math.min(timeoutSeconds * 1000, pingMs) : timeoutSeconds * 1000;
    const waited = this.waiting.until(() => false, ms);
    if (waited < 0) return waited;
    return answers ? pingMs / 1000 : null;
  }
}

/** mp_arg_validate_length_range in py/argcheck.c */
function checkLength(name: string, value: string, least: number, most: number): void {
  const { length } = new TextEncoder().encode(value);
  if (length < least || length > most) {
    throw new DeviceError("ValueError", `${name} length must be ${least}-${most}`);
  }
}
