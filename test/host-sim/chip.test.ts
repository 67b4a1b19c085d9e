// What belongs to no single device: time, the end of a program, the radio, the words of errors.
import { describe, expect, test } from "vitest";
import { errorText } from "../../host-sim/hardware/errno";
import { fakeWorld, wiredCamera } from "./support/fake-world";

describe("the chip", () => {
  test("ticks_ms starts at 0x1fff0000 and wraps at 2**29, 65 s after the start (supervisor/__init__.c)", () => {
    const { chip, clock } = fakeWorld();
    expect(chip.ticksMs()).toBe(0x1fff0000);
    clock.advance(65_535);
    expect(chip.ticksMs()).toBe(0x1fffffff);
    clock.advance(65_536);
    expect(chip.ticksMs()).toBe(0);
  });

  test("the end of a program closes what it left open (main.c)", () => {
    const { chip, network } = fakeWorld();
    const bus = chip.buses.open("GPIO39", "GPIO40");
    chip.camera.open(wiredCamera(bus));
    chip.sockets.bind(chip.sockets.create(), 80);
    chip.sockets.listen(0, 4);
    chip.endOfProgram();
    expect(chip.resources()).toEqual({ sockets: 0, claimedPins: [], frameBuffers: 0 });
    expect(network.log).toEqual(["listen 0 80", "unlisten 0"]);
  });

  test("an I2C bus claims its pins until it is closed", () => {
    const { chip } = fakeWorld();
    expect(() => chip.buses.open("GPIO5", "GPIO6")).toThrow("No pull up found on SDA or SCL");
    for (const gpio of ["GPIO5", "GPIO6"]) chip.wires.apply(gpio, 3.3);
    const bus = chip.buses.open("GPIO5", "GPIO6");
    expect(() => chip.buses.open("GPIO5", "GPIO7")).toThrow("ValueError: D4 in use");
    expect(() => chip.buses.open("GPIO7", "GPIO7")).toThrow("ValueError: D8 in use");
    chip.buses.close(bus);
    expect(chip.resources().claimedPins).toEqual([]);
  });
});

describe("the radio", () => {
  test("connects before the program where settings.toml names a network", () => {
    const { wifi } = fakeWorld({ settings: { CIRCUITPY_WIFI_SSID: "home" } }).chip;
    expect([wifi.connected, wifi.ipv4Address]).toEqual([true, "127.0.0.1"]);
  });

  test("has no address before it is connected", () => {
    const { wifi } = fakeWorld().chip;
    expect([wifi.connected, wifi.ipv4Address]).toEqual([false, null]);
    wifi.connect("any", "a secret");
    expect(wifi.connected).toBe(true);
  });

  // ports/espressif/common-hal/wifi/Radio.c:515-519
  test("refuses in CircuitPython's words", () => {
    const settings = { CIRCUITPY_WIFI_SSID: "home", CIRCUITPY_WIFI_PASSWORD: "a secret" };
    const { wifi } = fakeWorld({ settings }).chip;
    expect(() => wifi.connect("other", "a secret")).toThrow("No network with that ssid");
    expect(() => wifi.connect("home", "a wrong one")).toThrow("Authentication failure");
  });
});

// py/moderrno.c
test.each([
  [2, "[Errno 2] No such file/directory"],
  [11, "[Errno 11] EAGAIN"],
  [128, "[Errno 128] ENOTCONN"],
  [32, "32"],
])("error %i reads %s", (errno, text) => {
  expect(errorText(errno)).toBe(text);
});
