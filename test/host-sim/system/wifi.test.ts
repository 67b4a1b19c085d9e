// `wifi`, on both engines: errors in Radio.c's words, and a link that goes and comes.
import { describe, expect, test } from "vitest";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

const settings = { CIRCUITPY_WIFI_SSID: "home", CIRCUITPY_WIFI_PASSWORD: "12345678" };

describe.each(engines)("on the %s engine", (engine) => {
  test("connect says why it could not", async () => {
    const program = `
import { radio } from "wifi";
function attempt(ssid: string, password: string): void {
  try { radio.connect(ssid, password); console.log("connected"); }
  catch (error) {
    if (error instanceof ConnectionError) console.log(error.message);
    else if (error instanceof ValueError) console.log(error.message);
    else throw error;
  }
}
console.log(radio.connected ? "on" : "off");
attempt("home", "12345678");
attempt("other", "");
console.log(radio.connected ? "on" : "off", radio.ipv4Address === null ? "no address" : "address");
attempt("home", "wrong password");
attempt("home", "short");
attempt("", "");
attempt("home", "12345678");
const network = radio.apInfo;
if (network !== null) console.log(network.ssid, network.rssi);
radio.startAp("own", "87654321");
console.log(radio.apActive ? "own access point" : "none", radio.ipv4AddressAp === null ? "nowhere" : "with an address");
radio.stopAp();
console.log(radio.apActive ? "own access point" : "none");
`;
    const board = await startProgram(program, { engine, settings });
    expect(await linesOf(board)).toEqual([
      ...["on", "connected", "No network with that ssid", "off no address"],
      ...["Authentication failure", "password length must be 8-64", "ssid length must be 1-32"],
      ...["connected", "home -50", "own access point with an address", "none"],
    ]);
  });

  test("what a program may set of the radio, and what else it can ask", async () => {
    const program = `
import { PowerManagement, radio } from "wifi";
function attempt(step: () => void): void {
  try { step(); } catch (error) { if (!(error instanceof Error)) throw error; console.log(error.message); }
}
console.log(radio.hostname, radio.macAddress.length, radio.macAddressAp[5] - radio.macAddress[5]);
radio.hostname = "cam.garden";
attempt(() => { radio.hostname = "-x"; });
attempt(() => { radio.hostname = ""; });
attempt(() => { radio.macAddress = new Uint8Array(5); });
attempt(() => { radio.macAddress = new Uint8Array([1, 2, 3, 4, 5, 6]); });
attempt(() => { radio.powerManagement = PowerManagement.UNKNOWN; });
radio.powerManagement = PowerManagement.NONE;
radio.txPower = 8.6;
console.log(radio.hostname, radio.powerManagement === PowerManagement.NONE ? "none" : "some", radio.txPower);
const subnet = radio.ipv4Subnet;
console.log(radio.addresses[0], subnet === null ? "none" : subnet.packed.join("."), radio.addresses.length, radio.dns[0]);
for (const network of radio.startScanningNetworks()) console.log(network.ssid, network.rssi, network.channel);
attempt(() => { radio.startScanningNetworks(); });
radio.stopScanningNetworks();
attempt(() => { radio.startScanningNetworks({ startChannel: 0 }); });
for (const network of radio.startScanningNetworks({ startChannel: 7 })) console.log("never", network.ssid);
const gateway = radio.ipv4Gateway;
if (gateway !== null) console.log(radio.ping(gateway) === null ? "no answer" : "an answer");
const address = radio.ipv4Address;
if (address !== null) console.log(radio.ping(address, { timeout: 2 }) === null ? "no answer" : "an answer");
radio.enabled = false;
console.log(radio.connected ? "on" : "off", radio.addresses.length, radio.ipv4Subnet === null ? "no subnet" : "a subnet");
attempt(() => radio.connect("home"));
`;
    const board = await startProgram(program, { engine, settings });
    expect(await linesOf(board)).toEqual([
      "cpy-esp32_s3_sense-02000074706e 6 1",
      ...["invalid hostname", "hostname length must be 1-253", "Invalid MAC address"],
      ...["Invalid multicast MAC address", "Invalid power_management"],
      "cam.garden none 8.5",
      "192.168.4.1 255.255.255.0 1 192.168.4.254",
      ...["home -50 6", "Already scanning for wifi networks", "start_channel must be 1-165"],
      ...["an answer", "no answer", "off 0 no subnet", "WiFi is not enabled"],
    ]);
    expect(board.time).toBeCloseTo(2 * 2.4 + 0.003 + 2, 2);
  });

  test.each([
    ["not noticed before the beacons are missed", 4, ["on"]],
    ["found again by the driver", 12, ["on", "off", "on"]],
    ["given up by the driver, until connect is called", 30, ["on", "off", "again"]],
  ])("a network that goes is %s", async (_, seconds, expected) => {
    const program = `
import * as time from "time";
import { radio } from "wifi";
let before = false;
for (let count = 0; count < 500; count += 1) {
  const now = radio.connected;
  if (now !== before) console.log(now ? "on" : "off");
  before = now;
  time.sleep(0.1);
}
if (!before) { radio.connect("home", "12345678"); console.log("again"); }
`;
    const board = await startProgram(program, { engine, settings });
    await board.run(1);
    board.loseWifi();
    await board.run(seconds);
    board.regainWifi();
    expect(await linesOf(board)).toEqual(expected);
  });
});

test("what only hand-written programs ask for", async () => {
  const board = await startPython(`
import wifi, ipaddress
radio = wifi.radio
print(len(radio.mac_address), radio.hostname, radio.tx_power, radio.power_management)
radio.power_management = wifi.PowerManagement.NONE
print(radio.power_management, radio.stations_ap, radio.enabled)
for name, value in (("hostname", "-x"), ("hostname", ""), ("mac_address", b"1"), ("power_management", wifi.PowerManagement.UNKNOWN)):
    try:
        setattr(radio, name, value)
    except ValueError as error:
        print(error)
scan = radio.start_scanning_networks()
print([(network.ssid, network.rssi) for network in scan])
try:
    radio.start_scanning_networks()
except RuntimeError as error:
    print(error)
radio.stop_scanning_networks()
print(radio.ping(radio.ipv4_gateway) is not None, radio.ping(ipaddress.ip_address("10.0.0.1")))
radio.enabled = False
print(radio.connected, radio.ipv4_address)
try:
    radio.connect("virtual")
except RuntimeError as error:
    print(error)
`);
  expect(await linesOf(board)).toEqual([
    "6 cpy-esp32_s3_sense-02000074706e 20.0 wifi.PowerManagement.MIN",
    "wifi.PowerManagement.NONE None True",
    ...["invalid hostname", "hostname length must be 1-253"],
    ...["Invalid MAC address", "Invalid power_management"],
    "[('virtual', -50)]",
    "Already scanning for wifi networks",
    "True None",
    "False None",
    "WiFi is not enabled",
  ]);
});
