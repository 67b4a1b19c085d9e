/** The way into the network, as settings.toml describes it. */
import * as asyncio from "asyncio";
import * as os from "os";
import { Radio } from "wifi";

const HTTP_PORT = 80;
/** For boards whose own web workflow listens on HTTP_PORT. */
const ALTERNATIVE_HTTP_PORT = 8080;
/** Between two looks at the radio. */
const RETRY_INTERVAL_SECONDS = 1;

/** The port to listen on: another one where CIRCUITPY_WEB_API_PASSWORD starts the web workflow. */
export function listenPort(): int {
  if (os.getenv("CIRCUITPY_WEB_API_PASSWORD") !== null) {
    return ALTERNATIVE_HTTP_PORT;
  }
  return HTTP_PORT;
}

/**
 * Returns as soon as the radio is connected. CircuitPython connects by itself with the
 * CIRCUITPY_WIFI_SSID and CIRCUITPY_WIFI_PASSWORD of settings.toml, before code.py runs.
 */
export async function waitForNetwork(radio: Radio): Promise<void> {
  if (!radio.connected) {
    console.log("Wi-Fi: waiting for the network of CIRCUITPY_WIFI_SSID in settings.toml");
  }
  while (!radio.connected) {
    await asyncio.sleep(RETRY_INTERVAL_SECONDS);
  }
}
