// How far behind a peer is, and what the kernel is asked about it.
import { describe, expect, test } from "vitest";
import { procAddress } from "../../host-sim/real-time/kernel-queue";
import { PortMap } from "../../host-sim/real-time/port-map";
import { SendLedger } from "../../host-sim/real-time/send-ledger";

describe("what counts as acknowledged", () => {
  test("of a peer that keeps up, what the kernel took", () => {
    const ledger = new SendLedger();
    ledger.add(5760);
    expect(ledger.acknowledged(0)).toBe(5760);
    expect(ledger.acknowledged(1440)).toBe(4320);
  });

  test("of a peer that keeps up, at most what eight send buffers hold is only believed", () => {
    const ledger = new SendLedger();
    ledger.add(100_000);
    expect(ledger.acknowledged(0)).toBe(8 * 5760);
    ledger.looked(100_000, 0, 10);
    expect(ledger.acknowledged(0)).toBe(100_000);
  });

  /** A peer that was found behind twice, with `kernelBytes` unacknowledged of 50 000. */
  function behind(kernelBytes: number): SendLedger {
    const ledger = new SendLedger();
    ledger.add(50_000);
    ledger.looked(50_000, 40_000, 0);
    ledger.looked(50_000, kernelBytes, 50);
    return ledger;
  }

  test("of a peer that was found behind twice, only what the kernel shows", () => {
    const ledger = behind(39_000);
    expect(ledger.acknowledged(0)).toBe(11_000);
    ledger.add(1000);
    expect(ledger.acknowledged(0)).toBe(11_000);
    expect(ledger.unsettled).toBe(true);
  });

  test("once may be a pause, and what drains before the next look is not behind", () => {
    const ledger = new SendLedger();
    ledger.add(40_000);
    ledger.looked(40_000, 30_000, 0);
    ledger.looked(40_000, 14_000, 50);
    expect(ledger.acknowledged(0)).toBe(40_000);
  });

  test("a peer is trusted again after it has kept up for a second", () => {
    const ledger = behind(39_000);
    ledger.looked(50_000, 0, 100);
    ledger.add(1000);
    expect(ledger.acknowledged(0)).toBe(50_000);
    ledger.looked(51_000, 0, 1100);
    ledger.add(1000);
    expect(ledger.acknowledged(0)).toBe(52_000);
  });

  test("what was sent while the kernel was looked at counts as not acknowledged", () => {
    const ledger = behind(39_000);
    const { mark } = ledger;
    ledger.add(2000);
    ledger.looked(mark, 38_000, 100);
    expect(ledger.acknowledged(0)).toBe(12_000);
  });
});

// Documentation/networking/proc_net_tcp.rst: words of the address in the host's order.
test.each([
  ["127.0.0.1", 8080, "0100007F:1F90"],
  ["192.168.4.2", 80, "0204A8C0:0050"],
  ["::1", 8080, "00000000000000000000000001000000:1F90"],
  ["::ffff:127.0.0.1", 8080, "0000000000000000FFFF00000100007F:1F90"],
  ["fe80::1:2%eth0", 1, "000080FE000000000000000002000100:0001"],
  ["2001:db8::", 1, "B80D0120000000000000000000000000:0001"],
])("%s port %i in /proc/net/tcp", (address, port, text) => {
  expect(procAddress(address, port)).toBe(text);
});

describe("ports", () => {
  test("the first server is on the port asked for, further ones after it", () => {
    const ports = new PortMap(8080);
    expect([ports.hostPort(80), ports.hostPort(81), ports.hostPort(80)]).toEqual([
      8080, 8081, 8080,
    ]);
  });

  test("a free port is kept when the server is opened again", () => {
    const ports = new PortMap(0);
    expect(ports.hostPort(80)).toBe(0);
    ports.remember(80, 40_000);
    expect([ports.hostPort(80), ports.hostPort(81)]).toEqual([40_000, 0]);
  });
});
