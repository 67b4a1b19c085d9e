// mdns: one responder, what it announces, and what it finds, on both engines.
import { describe, expect, test } from "vitest";
import { engines, linesOf, startProgram, startPython } from "../support/virtual-program";

const neighbours = [
  {
    hostname: "printer",
    instanceName: "Printer",
    serviceType: "_ipp",
    protocol: "_tcp",
    port: 631,
    ipv4Address: "192.168.4.9",
  },
  {
    hostname: "camera",
    instanceName: "Door",
    serviceType: "_http",
    protocol: "_tcp",
    port: 80,
    ipv4Address: null,
  },
];

describe.each(engines)("on the %s engine", (engine) => {
  test("announces names and services, and finds those of others", async () => {
    const program = `
import { Server } from "mdns";
import * as supervisor from "supervisor";
import { monotonic, sleep } from "time";
import { radio } from "wifi";
function attempt(step: () => void): void {
  try { step(); } catch (error) { if (!(error instanceof Error)) throw error; console.log(error.message); }
}
const server = new Server(radio);
console.log(server.hostname, server.instanceName);
attempt(() => { new Server(radio); });
server.hostname = "garden";
console.log(server.instanceName);
server.instanceName = "Garden camera";
attempt(() => { server.hostname = ""; });
server.advertiseService({ serviceType: "_http", protocol: "_tcp", port: 80 });
server.advertiseService({ serviceType: "_http", protocol: "_tcp", port: 8080 });
const before = monotonic();
for (const service of server.find({ serviceType: "_ipp", protocol: "_tcp", timeout: 2 }))
  console.log(service.hostname, service.instanceName, service.serviceType, service.protocol, service.port, service.ipv4Address === null ? "" : service.ipv4Address.packed.join("."));
console.log(monotonic() - before, server.find({ serviceType: "_http", protocol: "_tcp" })[0].ipv4Address === null ? "no address" : "an address");
sleep(1);
server.deinit();
server.deinit();
attempt(() => console.log(server.hostname));
const second = new Server(radio);
second.deinit();
new Server(radio);
sleep(1);
if (supervisor.runtime.runReason === supervisor.RunReason.STARTUP) supervisor.reload();
`;
    const board = await startProgram(program, { engine, neighbours });
    await board.run(3.5);
    expect(board.services).toEqual([
      {
        hostname: "garden",
        instanceName: "Garden camera",
        serviceType: "_http",
        protocol: "_tcp",
        port: 8080,
        ipv4Address: "192.168.4.1",
      },
    ]);
    const run = [
      "cpy-esp32_s3_sense-02000074706e cpy-esp32_s3_sense-02000074706e",
      "mDNS already initialized",
      "garden",
      "mdns: a hostname has 1 to 63 characters; a board hangs here",
      "printer Printer _ipp _tcp 631 192.168.4.9",
      "2 no address",
      "Object has been deinitialized and can no longer be used. Create a new object.",
    ];
    expect(await linesOf(board)).toEqual([...run, ...run]);
    expect(board.services).toEqual([]);
  });
});

test("what only programs in Python can ask", async () => {
  const board = await startPython(`
import mdns, wifi
try:
    mdns.Server(None)
except ValueError as error:
    print(error)
server = mdns.Server(wifi.radio)
for records in (["a=1"], [1]):
    try:
        server.advertise_service(service_type="_http", protocol="_tcp", port=80, txt_records=records)
    except (NotImplementedError, ValueError) as error:
        print(type(error).__name__, error)
try:
    server.find("_http", "_tcp")
except TypeError:
    print("by name only")
print(server.find(service_type="_http", protocol="_tcp", timeout=0.1))
`);
  expect(await linesOf(board)).toEqual([
    "mDNS only works with built-in WiFi",
    "NotImplementedError txt_records",
    "ValueError Failed to add service TXT record; non-string or bytes found in txt_records",
    "by name only",
    "()",
  ]);
});
