// The wire table of taipan_http on both engines: the same bytes, to the last one.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
