// A folder of JPEGs as a camera: its order, its loop, and what can be wrong with it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCameraSource } from "../../../host-sim/camera-sources";
import { UserError } from "../../../transpiler/cli/command";

const request = { number: 1, width: 640, height: 480, time: new Date(0) };
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "taipan-frames-"));
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

/** A folder whose files begin as a JPEG and then carry their own name. */
async function folderOf(...names: string[]): Promise<string> {
  const folder = await mkdtemp(join(root, "folder-"));
  for (const name of names) {
    await writeFile(join(folder, name), Buffer.concat([Buffer.of(0xff, 0xd8), Buffer.from(name)]));
  }
  return folder;
}

async function play(spec: string, count: number): Promise<(string | null)[]> {
  const source = await openCameraSource(spec);
  const nameIn = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes.subarray(2)).toString();
  const names = Array.from({ length: count }, () => nameIn(source.frame(request)));
  await source.close();
  return names;
}

test("plays in the order of names, numbers as numbers, and loops", async () => {
  const folder = await folderOf("b10.jpg", "b9.JPEG", "a.JPG", "notes.txt", "c.png");
  expect(await play(folder, 5)).toEqual(["a.JPG", "b9.JPEG", "b10.jpg", "a.JPG", "b9.JPEG"]);
});

test("takes the rate", async () => {
  const source = await openCameraSource(`${await folderOf("a.jpg")}@4`);
  expect(source.framesPerSecond).toBe(4);
});

test("passes by a file that went or was spoilt while it played", async () => {
  const folder = await folderOf("1.jpg", "2.jpg", "3.jpg");
  const source = await openCameraSource(folder);
  await rm(join(folder, "1.jpg"));
  await writeFile(join(folder, "2.jpg"), "half");
  expect(Buffer.from(source.frame(request)!).toString("latin1")).toContain("3.jpg");
  await rm(join(folder, "3.jpg"));
  expect(source.frame(request)).toBeNull();
});

async function refusal(spec: string): Promise<UserError> {
  const error = await openCameraSource(spec).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).not.toContain("\n");
  return error as UserError;
}

test("says what is wrong with a folder", async () => {
  const missing = await refusal(join(root, "nowhere"));
  expect(missing.message).toMatch(/^The frames folder ".*nowhere" does not exist\./);
  const empty = await refusal(await folderOf("notes.txt"));
  expect(empty.message).toMatch(/^The frames folder ".*" holds no \.jpg or \.jpeg files\./);
  const file = await refusal(join(await folderOf("a.jpg"), "a.jpg"));
  expect(file.message).toMatch(/ is not a folder\./);
  const folder = await folderOf("a.jpg");
  await writeFile(join(folder, "b.jpg"), "GIF89a");
  const spoilt = await refusal(folder);
  expect(spoilt.message).toMatch(/b\.jpg" is no JPEG: it does not begin with FF D8\./);
  expect([missing, empty, file, spoilt].map((error) => error.exitStatus)).toEqual([1, 1, 1, 1]);
});
