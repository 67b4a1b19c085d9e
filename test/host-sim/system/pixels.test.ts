// What neopixel.NeoPixel and its like inherit from, and the wheel of colors.
import { expect, test } from "vitest";
import { linesOf, startPython } from "../support/virtual-program";

const strip = `
import board, digitalio, neopixel_write, adafruit_pixelbuf
from rainbowio import colorwheel
class Strip(adafruit_pixelbuf.PixelBuf):
    def __init__(self, count, **options):
        self.pin = digitalio.DigitalInOut(board.D1)
        self.pin.switch_to_output()
        super().__init__(count, **options)
    def _transmit(self, buffer):
        neopixel_write.neopixel_write(self.pin, buffer)
        print(list(buffer))
`;

const printed = async (program: string) => await linesOf(await startPython(`${strip}\n${program}`));

test("colors of every form, in the order of the strip", async () => {
  const lines = await printed(`
pixels = Strip(3, byteorder="GRB")
pixels[0] = (1, 2, 3)
pixels[1] = 0x0A0B0C
pixels[-1] = [300, 2.9, 0]
pixels.show()
print(pixels[0], pixels[1:], len(pixels), pixels.bpp, pixels.byteorder)
pixels[::2] = [(9, 9, 9), 0x010203]
pixels.show()
pixels[0:2] = [1, 2, 3, 4, 5, 6]
pixels.show()
pixels.fill((7, 8, 9))
pixels.show()
`);
  expect(lines).toEqual([
    "[2, 1, 3, 11, 10, 12, 2, 44, 0]",
    "(1, 2, 3) ((10, 11, 12), (44, 2, 0)) 3 3 GRB",
    "[9, 9, 9, 11, 10, 12, 2, 1, 3]",
    "[2, 1, 3, 5, 4, 6, 2, 1, 3]",
    "[8, 7, 9, 8, 7, 9, 8, 7, 9]",
  ]);
});

test("brightness in 256 steps, white of its own, auto_write, header and trailer", async () => {
  const lines = await printed(`
pixels = Strip(2, byteorder="GRBW", brightness=0.5, auto_write=True, header=b"h", trailer=b"tt")
pixels[0] = (255, 100, 1)
pixels[1] = 0x404040
print(pixels[0], pixels[1], pixels.brightness)
pixels.brightness = 2
pixels[1] = (1, 1, 1, 8)
`);
  expect(lines).toEqual([
    "[104, 50, 127, 0, 0, 0, 0, 0, 0, 116, 116]",
    "[104, 50, 127, 0, 0, 0, 0, 0, 32, 116, 116]",
    "(255, 100, 1, 0) (0, 0, 0, 64) 0.5",
    "[104, 100, 255, 1, 0, 0, 0, 0, 64, 116, 116]",
    "[104, 100, 255, 1, 0, 1, 1, 1, 8, 116, 116]",
  ]);
});

test("DotStars have five bits of brightness in each pixel", async () => {
  const lines = await printed(`
pixels = Strip(2, byteorder="PBGR", brightness=0.25)
pixels[0] = (4, 8, 12)
pixels[1] = (4, 8, 12, 0.5)
pixels.show()
print(pixels[0], pixels[1][3] == 15 / 31)
`);
  expect(lines).toEqual(["[255, 3, 2, 1, 239, 3, 2, 1]", "(4, 8, 12, 1.0) True"]);
});

test("what it refuses", async () => {
  const lines = await printed(`
def refused(job):
    try:
        job()
    except Exception as error:
        print(type(error).__name__, error)
pixels = Strip(2)
def put(index, value):
    pixels[index] = value
def put_all(values):
    pixels[:] = values
refused(lambda: pixels[2])
refused(lambda: put(-3, 0))
refused(lambda: put(0, (1, 2)))
refused(lambda: put_all([1, 2, 3]))
refused(lambda: adafruit_pixelbuf.PixelBuf(2, byteorder="RGX"))
refused(lambda: adafruit_pixelbuf.PixelBuf(2, byteorder="RGBRG"))
`);
  expect(lines).toEqual([
    "IndexError Strip index out of range",
    "IndexError Strip index out of range",
    "ValueError color length must be 3-4",
    "ValueError Unmatched number of items on RHS (expected 2, got 3).",
    "ValueError Invalid byteorder string",
    "ValueError Invalid byteorder string",
  ]);
});

test("the wheel of colors", async () => {
  expect(
    await printed(`print([hex(colorwheel(n)) for n in (0, 84, 85, 127.5, 170, 255, 300)])`),
  ).toEqual(["['0xff0000', '0x3fc00', '0xff00', '0x7f7f', '0xff', '0xff0000', '0x7b8400']"]);
});
