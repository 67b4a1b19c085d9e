// Cuts a stream of JPEGs that follow each other without any frame around them, as ffmpeg's image2pipe
// writes them. Segments are skipped by their length, so that a thumbnail inside one (EXIF) ends nothing.

/** More than any camera's picture: what grows beyond it is no JPEG stream. */
const maximumSize = 64 * 1024 * 1024;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** Markers that stand alone, without a length: TEM, RST0 to RST7, SOI. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

export class JpegSplitter {
  private buffer = Buffer.alloc(0);
  /** Everything before it is known to belong to the picture that starts the buffer. */
  private position = 0;
  private isInScan = false;

  /** @param onPicture is given each complete picture, as bytes that stay unchanged */
  constructor(private readonly onPicture: (picture: Uint8Array) => void) {}

  push(chunk: Uint8Array): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    while (this.findStart()) {
      const end = this.findEnd();
      if (end === null) return;
      this.onPicture(new Uint8Array(this.buffer.subarray(0, end)));
      this.dropTo(end);
    }
  }

  /** Makes the buffer begin with SOI; false when there is none in it yet. */
  private findStart(): boolean {
    if (this.position > 0 && this.buffer.length <= maximumSize) return true;
    const start = this.buffer.indexOf(Buffer.of(0xff, 0xd8), this.position);
    // The last byte may be the first half of the marker.
    this.dropTo(start >= 0 ? start : Math.max(0, this.buffer.length - 1));
    if (start < 0) return false;
    this.position = 2;
    return true;
  }

  private dropTo(end: number): void {
    this.buffer = this.buffer.subarray(end);
    this.position = 0;
    this.isInScan = false;
  }

  /** The index after EOI, or null when more bytes are needed. */
  private findEnd(): number | null {
    for (;;) {
      const at = this.buffer.indexOf(0xff, this.position);
      this.position = at < 0 ? this.buffer.length : at;
      const marker = at < 0 ? undefined : this.buffer[at + 1];
      if (marker === undefined) return null;
      if (marker === endOfImage) return at + 2;
      // FF FF is filling before a marker, FF 00 a byte of the scan.
      if (marker === 0xff) this.position += 1;
      else if (standsAlone(marker) || (this.isInScan && marker === 0)) this.position += 2;
      else if (!this.skipSegment(marker)) return null;
    }
  }

  private skipSegment(marker: number): boolean {
    if (this.position + 4 > this.buffer.length) return false;
    const end = this.position + 2 + this.buffer.readUInt16BE(this.position + 2);
    if (end > this.buffer.length) return false;
    this.position = end;
    this.isInScan = marker === startOfScan;
    return true;
  }
}
