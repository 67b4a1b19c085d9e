// The radio as far as a server needs it (ports/espressif/common-hal/wifi/Radio.c).
import { DeviceError } from "./device-error";
import type { Settings } from "./settings";

export class WifiRadio {
  private associated: boolean;

  /**
   * @param settings with CIRCUITPY_WIFI_SSID the supervisor connects before code.py starts, and
   *   that network is the only one in the air; without it any network answers
   * @param address under which the outside reaches the board
   */
  constructor(
    private readonly settings: Settings,
    private readonly address: string,
  ) {
    this.associated = settings["CIRCUITPY_WIFI_SSID"] !== undefined;
  }

  get connected(): boolean {
    return this.associated;
  }

  get ipv4Address(): string | null {
    return this.associated ? this.address : null;
  }

  /** @throws DeviceError ConnectionError in the words of Radio.c:515-519 */
  connect(ssid: string, password: string): void {
    const known = this.settings["CIRCUITPY_WIFI_SSID"];
    if (known !== undefined && known !== ssid) {
      throw new DeviceError("ConnectionError", "No network with that ssid");
    }
    if (known !== undefined && (this.settings["CIRCUITPY_WIFI_PASSWORD"] ?? "") !== password) {
      throw new DeviceError("ConnectionError", "Authentication failure");
    }
    this.associated = true;
  }
}
