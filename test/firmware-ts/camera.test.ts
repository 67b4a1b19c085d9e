// The camera of firmware-ts/camera: on for the first viewer, off after the last, tried again when it fails.
import { describe, expect, test } from "vitest";
import { CameraStage } from "./camera-stage";

const GET_STREAM = "GET /stream HTTP/1.1\r\nHost: b\r\n\r\n";
const GET_STATUS = "GET /status HTTP/1.1\r\nHost: b\r\n\r\n";

describe("a camera on demand", () => {
  function onDemand() {
    const stage = new CameraStage();
    return { stage, camera: new stage.world.library.OnDemandCamera(), said: stage.world.printed };
  }

  test("is not made before somebody wants it", () => {
    const { stage, camera } = onDemand();
    camera.update(false, 0);
    expect([stage.attempts, camera.on, camera.frameAvailable]).toEqual([0, false, false]);
    expect([camera.take(), camera.sensor, camera.width]).toEqual([null, "", 0]);
  });

  test("is made once for all who want it, and gives pictures", () => {
    const { stage, camera, said } = onDemand();
    for (const now of [0, 5, 10]) camera.update(true, now);
    expect([stage.attempts, camera.on, camera.sensor, said]).toEqual([
      1,
      true,
      "OV2640",
      ["camera: on"],
    ]);
    expect([camera.take(), camera.frame]).toEqual([null, 0]);
    stage.world.now += 40;
    expect([camera.frameAvailable, camera.take()?.length]).toEqual([true, 1000]);
    expect([camera.frame, camera.width, camera.height]).toEqual([1, 640, 480]);
  });

  test("stays on for half a second, so that a reloaded page finds it running", () => {
    const { stage, camera, said } = onDemand();
    camera.update(true, 1000);
    camera.update(false, 1499);
    camera.update(true, 1500);
    camera.update(false, 1999);
    expect([camera.on, stage.attempts]).toEqual([true, 1]);
    camera.update(false, 2000);
    expect([camera.on, stage.claimed]).toEqual([false, false]);
    camera.update(true, 2005);
    expect([camera.on, stage.attempts]).toEqual([true, 2]);
    expect(said).toEqual(["camera: on", "camera: off", "camera: on"]);
  });

  test("that failed to start is tried again after three seconds, not before", () => {
    const { stage, camera, said } = onDemand();
    stage.fault = "Requested resource not found";
    for (const now of [1000, 1005, 3999]) camera.update(true, now);
    expect([stage.attempts, camera.on, said]).toEqual([
      1,
      false,
      ["camera: failed (Requested resource not found)"],
    ]);
    stage.fault = null;
    camera.update(true, 4000);
    expect([stage.attempts, camera.on, said[1]]).toEqual([2, true, "camera: on"]);
  });

  test("is turned off once, and says so once", () => {
    const { stage, camera, said } = onDemand();
    camera.update(true, 0);
    camera.turnOff();
    camera.turnOff();
    expect([stage.claimed, said]).toEqual([false, ["camera: on", "camera: off"]]);
  });
});

describe("the camera application", () => {
  test("makes the camera for the first viewer, and gives all back after the last", async () => {
    const stage = new CameraStage();
    const { camera, server } = stage.startApplication();
    const { pool, printed } = stage.world;
    await stage.run(1000);
    expect([stage.attempts, printed]).toEqual([0, []]);
    const viewers = [pool.connect().send(GET_STREAM), pool.connect().send(GET_STREAM)];
    const drain = () => viewers.forEach((viewer) => viewer.drain());
    await stage.run(1000, drain);
    expect(stage.attempts).toBe(1);
    expect(camera.frame).toBeGreaterThan(15);
    for (const viewer of viewers) {
      expect(viewer.read().split("Content-Type: image/jpeg").length).toBeGreaterThan(15);
    }
    viewers[0]!.close();
    await stage.run(1000, drain);
    expect(stage.claimed).toBe(true);
    viewers[1]!.reset();
    await stage.run(1000, drain);
    expect([stage.claimed, camera.on, server.connections, pool.open]).toEqual([false, false, 0, 0]);
    expect(printed.map((line) => line.replace(/ 192.*/, ""))).toEqual([
      "viewer 1 joined",
      "viewer 2 joined",
      "camera: on",
      "viewer 1 left (closed)",
      "viewer 2 left (reset)",
      "camera: off",
    ]);
  });

  test("makes another camera for whoever comes later: nothing of the first is in use", async () => {
    const stage = new CameraStage();
    const { camera } = stage.startApplication();
    for (let visit = 1; visit <= 5; visit++) {
      const viewer = stage.world.pool.connect().send(GET_STREAM);
      await stage.run(200, () => viewer.drain());
      expect([stage.attempts, camera.on]).toEqual([visit, true]);
      viewer.close();
      await stage.run(1000);
      expect([stage.claimed, camera.on]).toEqual([false, false]);
    }
    expect(stage.world.printed.join()).not.toContain("failed");
  });

  test("serves on while its camera fails, and shows it as soon as it starts", async () => {
    const stage = new CameraStage();
    stage.fault = "no sensor";
    stage.startApplication();
    const viewer = stage.world.pool.connect().send(GET_STREAM);
    await stage.run(2900, () => viewer.drain());
    const question = stage.world.pool.connect().send(GET_STATUS);
    await stage.run(50);
    expect(question.read()).toContain('"camera": {"on": false, "sensor": "", "frame": 0');
    expect(stage.world.printed.slice(1)).toEqual(["camera: failed (no sensor)"]);
    stage.fault = null;
    await stage.run(500, () => viewer.drain());
    expect([stage.attempts, stage.world.printed.at(-1)]).toEqual([2, "camera: on"]);
    expect(viewer.read()).toContain("Content-Length: 1000");
  });

  test("stop gives back sockets and camera, also in the middle of a picture", async () => {
    const stage = new CameraStage();
    const application = stage.startApplication();
    const viewer = stage.world.pool.connect().send(GET_STREAM);
    viewer.window = 500;
    await stage.run(200);
    application.stop();
    expect([stage.claimed, viewer.closedByServer, stage.world.pool.open]).toEqual([false, true, 0]);
    expect(stage.world.printed.slice(-2)).toEqual(["viewer 1 left (stopped)", "camera: off"]);
  });
});
