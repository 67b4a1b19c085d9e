// A folder of JPEGs as a camera: its order, its loop, and what can be wrong with it.
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
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

/** Begins and ends as a JPEG; in between it carries a name. */
const picture = (name: string) =>
  Buffer.concat([Buffer.of(0xff, 0xd8), Buffer.from(name), Buffer.of(0xff, 0xd9)]);

/** A folder whose pictures carry their own name. */
async function folderOf(...names: string[]): Promise<string> {
  const folder = await mkdtemp(join(root, "folder-"));
  for (const name of names) {
    await writeFile(join(folder, name), picture(name));
  }
  return folder;
}

async function play(spec: string, count: number): Promise<(string | null)[]> {
  const source = await openCameraSource(spec);
  const nameIn = (bytes: Uint8Array | null) =>
    bytes && Buffer.from(bytes.subarray(2, -2)).toString();
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
  await writeFile(join(folder, "2.jpg"), picture("half").subarray(0, -2));
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

const spoilers: [name: string, spoil: (file: string) => unknown, says: RegExp][] = [
  ["a folder", (file) => mkdir(file), /a\.jpg" is a folder, not a picture\./],
  ["a link to nowhere", (file) => symlink("nowhere", file), /a\.jpg" can't be read \(ENOENT/],
  // Reading it would wait for ever for somebody who writes.
  ["a named pipe", (file) => execFileSync("mkfifo", [file]), /a\.jpg" is not a file\./],
  [
    "a file too large",
    (file) => writeFile(file, picture("x".repeat(60e6))),
    /a\.jpg" has 58 MB; .* at most 8 MB\./,
  ],
  [
    "half a picture",
    (file) => writeFile(file, picture("x".repeat(99)).subarray(0, 50)),
    /a\.jpg" is no whole JPEG: its end, FF D9, is missing\./,
  ],
  ["three bytes", (file) => writeFile(file, Buffer.of(0xff, 0xd8, 0xff)), /no whole JPEG/],
  ["nothing", (file) => writeFile(file, ""), /is no JPEG/],
];

test.each(spoilers)("refuses %s among the pictures", async (_, spoil, says) => {
  const folder = await folderOf("b.jpg");
  const file = join(folder, "a.jpg");
  await spoil(file);
  expect((await refusal(folder)).message).toMatch(says);
});

test("shows a picture with something behind its end", async () => {
  const folder = await folderOf("a.jpg");
  await writeFile(join(folder, "a.jpg"), Buffer.concat([picture("a"), Buffer.alloc(3000, 1)]));
  expect((await openCameraSource(folder)).frame(request)).toHaveLength(3005);
});

test("passes by a named pipe that took a picture's place", async () => {
  const folder = await folderOf("a.jpg", "b.jpg");
  const source = await openCameraSource(folder);
  await rm(join(folder, "a.jpg"));
  execFileSync("mkfifo", [join(folder, "a.jpg")]);
  expect(Buffer.from(source.frame(request)!).toString("latin1")).toContain("b.jpg");
});
