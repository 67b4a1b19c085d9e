// Every way of leaving: the viewer is dropped, the others go on, the camera is off when the last has gone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MultipartViewer } from "./support/multipart-viewer";
import { requireProgram } from "./support/programs";
import { Simulator } from "./support/simulator";

// Both engines side by side: most of the time is the ten seconds that a stalled client is given.
describe.concurrent.each(["python", "node"])("leaving, %s engine", (engine) => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await Simulator.start("--engine", engine, "--camera", "pattern:640x480@25");
  });

  afterAll(async () => {
    expect(await simulator.interrupt()).toBe(0);
  });

  const expectOff = async (from: number) => {
    await simulator.waitFor(/camera: off/, from);
    const status = await simulator.status();
    expect(status.camera.on).toBe(false);
    expect(status.viewers).toEqual([]);
  };

  test.sequential.each(["close", "reset"] as const)("a viewer that does %s", async (way) => {
    const viewer = MultipartViewer.open(simulator.port);
    await viewer.waitForPictures(3);
    const from = simulator.console.length;
    viewer[way]();
    await simulator.waitFor(/viewer \d+ left \((closed|reset)\)/, from);
    await expectOff(from);
  });

  test.sequential("a client killed with SIGKILL", async (context) => {
    const curl = requireProgram(context, "curl");
    const client = spawn(curl, ["-sSN", `${simulator.address}stream`], { stdio: "pipe" });
    await once(client.stdout, "data");
    const from = simulator.console.length;
    client.kill("SIGKILL");
    await simulator.waitFor(/viewer \d+ left/, from);
    await expectOff(from);
  });

  test.sequential(
    "a client stopped with SIGSTOP is dropped as stalled, the other goes on",
    async (context) => {
      const python3 = requireProgram(context, "python3");
      // A client with a small window, as a phone has, so that it stalls at once and not after megabytes.
      const client = spawn(python3, ["-c", SMALL_WINDOW_CLIENT, String(simulator.port)]);
      await once(client.stdout, "data");
      const other = MultipartViewer.open(simulator.port);
      await other.waitForPictures(3);
      const from = simulator.console.length;
      client.kill("SIGSTOP");
      try {
        await simulator.waitFor(/viewer \d+ left \(stalled\)/, from);
        await other.waitForPictures(other.pictures.length + 5);
        expect((await simulator.status()).viewers).toHaveLength(1);
      } finally {
        client.kill("SIGKILL");
      }
      other.close();
      await expectOff(from);
    },
  );
});

const SMALL_WINDOW_CLIENT = `
import socket, sys
client = socket.socket()
client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
client.connect(("127.0.0.1", int(sys.argv[1])))
client.sendall(b"GET /stream HTTP/1.1\\r\\nHost: camera\\r\\n\\r\\n")
while client.recv(4096):
    print("read", flush=True)
`;
