// The wire table of taipan_http on both engines: the same bytes, to the last one.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareEngines } from "../../host-sim/index";
import { httpCases } from "../firmware-ts/http-cases";
import { exchange } from "./support/exchange";
import { FirmwareBoard } from "./support/firmware-board";

// Side by side: a refusal waits a moment for what the client still sends.
describe.concurrent.each(["python", "node"] as const)("HTTP table, %s engine", (engine) => {
  let board: FirmwareBoard;

  beforeAll(async () => {
    board = await FirmwareBoard.start("test/firmware-ts/programs/http-table.ts", engine);
  });

  afterAll(() => board.stop());

  test.sequential.each(httpCases)("$name", async ({ request, response }) => {
    expect(await exchange(board.port, request)).toBe(response);
  });

  test.sequential("leaves no connection behind", async () => {
    expect(await board.resources()).toMatchObject({ sockets: 1 });
  });
});

test("in virtual time both engines answer the same, to the byte and the instant", async () => {
  const entry = "test/firmware-ts/programs/http-table.ts";
  await compareEngines({ entry }, async (board) => {
    await board.serving();
    for (const { name, request, response } of httpCases) {
      const client = board.connect();
      for (const piece of request) {
        client.send(Buffer.from(piece, "latin1"));
        await board.run(0.01);
      }
      await client.ended();
      expect(client.text, name).toBe(response);
    }
  });
});
