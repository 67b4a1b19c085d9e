// Rules of espcamera: ports/espressif/common-hal/espcamera/Camera.c and bindings/espcamera/Camera.c.
import { describe, expect, test } from "vitest";
import { EINTR } from "../../host-sim/hardware/errno";
import { fakeWorld, wiredCamera } from "./support/fake-world";

const gone = "Object has been deinitialized and can no longer be used. Create a new object.";
const picture = (value: number) => Uint8Array.of(0xff, 0xd8, value);

function withBus(options: Parameters<typeof fakeWorld>[0] = {}) {
  const world = fakeWorld(options);
  // CAM_SCL and CAM_SDA of the XIAO ESP32S3 Sense.
  const bus = world.chip.buses.open("GPIO39", "GPIO40");
  return { ...world, camera: world.chip.camera, bus };
}

describe("making a camera", () => {
  test("claims its pins and allocates its buffers; deinit gives back both, twice is nothing", () => {
    const { chip, camera, bus, feed } = withBus();
    const handle = camera.open(wiredCamera(bus));
    expect(chip.resources().claimedPins).toHaveLength(2 + 12);
    expect(chip.resources().frameBuffers).toBe(2);
    expect(feed.on).toBe(true);
    camera.close(handle);
    camera.close(handle);
    expect(chip.resources()).toMatchObject({ frameBuffers: 0 });
    expect(chip.resources().claimedPins).toHaveLength(2);
    expect(feed.on).toBe(false);
  });

  test("a second one meets pins in use, by the board's name", () => {
    const { camera, bus } = withBus();
    camera.open(wiredCamera(bus));
    expect(() => camera.open(wiredCamera(bus))).toThrow("ValueError: CAM_D0 in use");
  });

  test("on the same bus again after deinit", () => {
    const { camera, bus } = withBus();
    camera.close(camera.open(wiredCamera(bus)));
    expect(camera.describe(camera.open(wiredCamera(bus)))).toMatchObject({ sensor: "OV2640" });
  });

  test.each([
    ["jpeg_quality must be 2-55", { jpegQuality: 56 }],
    ["framebuffer_count must be 1-2", { framebufferCount: 3 }],
    ["external_clock_frequency must be 0-40000000", { externalClockFrequency: 40_000_001 }],
    ["data_pins length must be 8", { dataPins: ["GPIO1"] }],
  ])("%s", (text, changed) => {
    const { chip, camera, bus } = withBus();
    expect(() => camera.open(wiredCamera(bus, changed))).toThrow(`ValueError: ${text}`);
    expect(chip.resources().claimedPins).toHaveLength(2);
  });

  test("needs a bus that lives", () => {
    const { chip, camera, bus } = withBus();
    chip.buses.close(bus);
    expect(() => camera.open(wiredCamera(bus))).toThrow(gone);
  });

  test("on other pins the sensor does not answer", () => {
    const { chip, camera } = withBus();
    for (const gpio of ["GPIO5", "GPIO6"]) chip.wires.apply(gpio, 3.3);
    const other = chip.buses.open("GPIO5", "GPIO6");
    expect(() => camera.open(wiredCamera(other))).toThrow("IDFError: Requested resource not found");
    expect(chip.resources().claimedPins).toHaveLength(4);
  });

  test("the board's firmware must have the sensor's driver", () => {
    const { camera, bus } = withBus({ sensor: "GC0308" });
    expect(() => camera.open(wiredCamera(bus))).toThrow(
      "IDFError: Operation or feature not supported",
    );
  });

  test("a size above the sensor's is the sensor's", () => {
    const { camera, bus } = withBus();
    const handle = camera.open(wiredCamera(bus, { frameSize: "QSXGA" }));
    expect(camera.describe(handle)).toMatchObject({ width: 1600, height: 1200 });
  });

  test("there are two I2C controllers", () => {
    const { chip } = withBus();
    for (const gpio of ["GPIO1", "GPIO2", "GPIO5", "GPIO6"]) chip.wires.apply(gpio, 3.3);
    chip.buses.open("GPIO5", "GPIO6");
    expect(() => chip.buses.open("GPIO1", "GPIO2")).toThrow("All I2C peripherals are in use");
  });
});

describe("take", () => {
  function running(changed: Parameters<typeof wiredCamera>[1] = {}) {
    const world = withBus();
    return { ...world, handle: world.camera.open(wiredCamera(world.bus, changed)) };
  }

  test("waits for the next picture while the hardware goes on", () => {
    const { camera, handle, clock } = running();
    clock.at(40, () => camera.picture(picture(1)));
    expect(camera.take(handle, 250)).toEqual(picture(1));
    expect(clock.nowMs()).toBe(40);
  });

  test("is null after its timeout", () => {
    const { camera, handle, clock } = running();
    expect(camera.take(handle, 250)).toBeNull();
    expect(clock.nowMs()).toBe(250);
  });

  test("ends with Ctrl+C", () => {
    const { camera, handle, clock, interrupt } = running();
    clock.at(10, () => (interrupt.requested = true));
    expect(camera.take(handle, 250)).toBe(-EINTR);
  });

  test("frame_available says that take would not wait", () => {
    const { camera, handle } = running();
    expect(camera.frameAvailable(handle)).toBe(false);
    camera.picture(picture(1));
    expect(camera.frameAvailable(handle)).toBe(true);
    camera.take(handle, 0);
    expect(camera.frameAvailable(handle)).toBe(false);
  });

  test("LATEST gives the newest picture, WHEN_EMPTY the first", () => {
    const latest = running();
    latest.camera.picture(picture(1));
    latest.camera.picture(picture(2));
    expect(latest.camera.take(latest.handle, 0)).toEqual(picture(2));
    const first = running({ grabMode: "WHEN_EMPTY" });
    first.camera.picture(picture(1));
    first.camera.picture(picture(2));
    expect(first.camera.take(first.handle, 0)).toEqual(picture(1));
  });

  test("with one buffer nothing is taken while the program holds it", () => {
    const { camera, handle, feed, clock } = running({ framebufferCount: 1 });
    camera.picture(picture(1));
    camera.take(handle, 0);
    expect(feed.asks).toBe(false);
    camera.picture(picture(2));
    expect(camera.frameAvailable(handle)).toBe(false);
    clock.at(40, () => camera.picture(picture(3)));
    expect(camera.take(handle, 250)).toEqual(picture(3));
  });

  test("counts the pictures taken", () => {
    const { camera, handle, feed } = running();
    camera.picture(picture(1));
    camera.take(handle, 0);
    camera.take(handle, 0);
    expect(feed.count).toBe(1);
  });

  test("a picture of another size than was set tells its own", () => {
    const { camera, handle } = running({ frameSize: "VGA" });
    const start = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0xff, 0xc0];
    const sizeOf320by240 = [0xff, 0xc0, 0, 17, 8, 0, 240, 1, 64, 3, 0xff, 0xd9];
    camera.picture(Uint8Array.of(...start, ...sizeOf320by240));
    expect(camera.describe(handle)).toMatchObject({ width: 640, height: 480 });
    camera.take(handle, 0);
    expect(camera.describe(handle)).toMatchObject({ width: 320, height: 240 });
    camera.picture(picture(1));
    camera.take(handle, 0);
    expect(camera.describe(handle)).toMatchObject({ width: 640, height: 480 });
  });

  test("with a wire on another pin no picture comes", () => {
    const { feed } = running({ vsyncPin: "GPIO1" });
    expect(feed.on).toBe(false);
  });

  test("after deinit every use is a ValueError, also when another camera lives", () => {
    const { camera, bus, handle } = running();
    camera.close(handle);
    expect(() => camera.take(handle, 0)).toThrow(gone);
    camera.open(wiredCamera(bus));
    expect(() => camera.frameAvailable(handle)).toThrow(gone);
    expect(() => camera.describe(handle)).toThrow(gone);
  });
});
