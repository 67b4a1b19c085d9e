// A stream of JPEGs cut into pictures, wherever its chunks end.
import { expect, test } from "vitest";
import { JpegSplitter } from "../../../host-sim/camera-sources/jpeg/jpeg-splitter";
import { PatternSource } from "../../../host-sim/camera-sources/pattern/pattern-source";

const source = new PatternSource(15);
const picture = (number: number) =>
  Buffer.from(source.frame({ width: 96, height: 96, number, time: new Date(number * 1000) }));

/** An EXIF segment whose content is a JPEG of its own, end marker and all. */
function withThumbnail(outer: Buffer, thumbnail: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(thumbnail.length + 2, 2);
  return Buffer.concat([outer.subarray(0, 2), head, thumbnail, outer.subarray(2)]);
}

const pictures = [picture(1), withThumbnail(picture(2), picture(3)), picture(4)];

test.each([1, 2, 3, 7, 100, 4096, 1e6])("in pieces of %d bytes", (size) => {
  const found: Uint8Array[] = [];
  const splitter = new JpegSplitter((bytes) => found.push(bytes));
  const stream = Buffer.concat(pictures);
  for (let at = 0; at < stream.length; at += size) splitter.push(stream.subarray(at, at + size));
  expect(found.map((bytes) => Buffer.compare(bytes, pictures[found.indexOf(bytes)]!))).toEqual([
    0, 0, 0,
  ]);
});

test("skips what is no picture", () => {
  const found: Uint8Array[] = [];
  const splitter = new JpegSplitter((bytes) => found.push(bytes));
  splitter.push(Buffer.from("not a picture \xff", "latin1"));
  splitter.push(
    Buffer.concat([Buffer.from("nor this"), pictures[0]!, Buffer.from([0xff, 0x00, 0xff])]),
  );
  splitter.push(pictures[2]!);
  expect(found.map((bytes) => bytes.length)).toEqual([pictures[0]!.length, pictures[2]!.length]);
});
