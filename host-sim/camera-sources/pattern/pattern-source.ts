// The test card, live: clock, frame number and a moving dot over a card that stays.
import type { CameraSource, FrameRequest } from "../camera-source";
import { inkFromRgb, Planes, unitSize } from "../jpeg/planes";
import { joinStrips, StripEncoder } from "../jpeg/strip-encoder";
import { layoutOf, paintCard, paper, ringRadius } from "./card";
import { ringMask, stamp } from "./mask";
import { drawPatternNumber, squareSize } from "./number-squares";
import { Typeface } from "./typeface";

/** As libjpeg counts it: 640 × 480 comes to about 20 kB, what an OV2640 makes at its usual setting. */
const quality = 42;
/** Seconds in which the dot goes once round the ring. */
const orbitSeconds = 4;
const dotInk = inkFromRgb(244, 162, 62);
const quiet = inkFromRgb(166, 196, 206);

/** Something drawn over the card: the rows it covers, and a key that changes when its pixels do. */
interface Overlay {
  top: number;
  bottom: number;
  key: string;
  paint(planes: Planes): void;
}

function clockText(time: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const tenth = Math.floor(time.getMilliseconds() / 100);
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${tenth}`;
}

/** The pattern at one size, with the strips of its last picture. */
class PatternPicture {
  private readonly encoder: StripEncoder;
  private readonly card: Planes;
  private readonly planes: Planes;
  private readonly header: Uint8Array;
  private readonly strips: Uint8Array[] = [];
  /** For each strip, the keys of what was drawn on it when it was coded. */
  private readonly stripKeys: string[] = [];
  private readonly layout;
  private readonly clockFace: Typeface;
  private readonly numberFace: Typeface;
  private readonly dot;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.card = paintCard(width, height);
    this.planes = new Planes(width, height);
    this.encoder = new StripEncoder(this.planes, quality);
    this.header = this.encoder.header();
    this.layout = layoutOf(width, height);
    this.clockFace = new Typeface(4.2 * this.layout.unit);
    this.numberFace = new Typeface(2.4 * this.layout.unit);
    this.dot = ringMask(0.35 * this.layout.unit, 0.7 * this.layout.unit);
  }

  render(number: number, time: Date): Uint8Array {
    const overlays = [
      this.squares(number),
      this.orbit(time),
      this.text(this.clockFace, clockText(time), -5.4, paper),
      this.text(this.numberFace, `FRAME ${number}`, 0.2, quiet),
    ];
    const keyOf = (strip: number) =>
      overlays
        .filter(({ top, bottom }) => top < (strip + 1) * unitSize && bottom > strip * unitSize)
        .map((overlay) => overlay.key)
        .join();
    const changed: number[] = [];
    for (let strip = 0; strip < this.planes.strips; strip += 1) {
      const key = keyOf(strip);
      if (this.stripKeys[strip] === key) continue;
      this.stripKeys[strip] = key;
      this.planes.copyStrip(this.card, strip);
      changed.push(strip);
    }
    // Painting also spoils strips that are not coded now; they are copied afresh before they are.
    for (const overlay of overlays) overlay.paint(this.planes);
    for (const strip of changed) this.strips[strip] = this.encoder.encode(strip);
    return joinStrips(this.header, this.strips);
  }

  private squares(number: number): Overlay {
    return {
      top: 0,
      bottom: squareSize(this.width),
      key: `squares ${number}`,
      paint: (planes) => drawPatternNumber(planes, number),
    };
  }

  private text(face: Typeface, text: string, units: number, ink: typeof paper): Overlay {
    const top = Math.round(this.layout.y(units));
    return {
      top: top - face.overhang,
      bottom: top + face.size + 1 + face.overhang,
      key: text,
      paint: (planes) => face.draw(planes, text, this.layout.centreX, top, ink),
    };
  }

  private orbit(time: Date): Overlay {
    const turns = (time.getTime() / 1000 / orbitSeconds) % 1;
    const angle = (turns - 0.25) * 2 * Math.PI;
    const left = Math.round(this.layout.x(ringRadius * Math.cos(angle)) - this.dot.width / 2);
    const top = Math.round(this.layout.y(ringRadius * Math.sin(angle)) - this.dot.height / 2);
    return {
      top,
      bottom: top + this.dot.height,
      key: `dot ${left} ${top}`,
      paint: (planes) => stamp(planes, this.dot, left, top, dotInk),
    };
  }
}

export class PatternSource implements CameraSource {
  readonly isMadeOnDemand = true;
  private picture: PatternPicture | null = null;

  /** @param size the largest picture, as a sensor has one; null: whatever the camera asks for */
  constructor(
    readonly framesPerSecond: number,
    private readonly size: { width: number; height: number } | null = null,
  ) {}

  frame(request: FrameRequest): Uint8Array {
    const { width, height } = this.sizeFor(request);
    if (this.picture?.width !== width || this.picture.height !== height) {
      this.picture = new PatternPicture(width, height);
    }
    return this.picture.render(request.number, request.time);
  }

  async close(): Promise<void> {
    this.picture = null;
  }

  /** A size above the sensor's is the sensor's, as with an OV2640. */
  private sizeFor(asked: FrameRequest): { width: number; height: number } {
    const { size } = this;
    const fits = size === null || (asked.width <= size.width && asked.height <= size.height);
    return fits ? asked : size;
  }
}
