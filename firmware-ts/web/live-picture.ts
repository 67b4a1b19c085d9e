// The live picture: an <img> whose address is a stream that never ends, unless it does.

export type PictureState = "live" | "connecting" | "waiting" | "stopped";

const longestPause = 10_000;

export class LivePicture {
  state: PictureState = "connecting";
  private isWanted = true;
  private connections = 0;
  /** Streams in a row that gave no picture: each makes the next pause twice as long. */
  private failures = 0;
  private retry = 0;
  /** How often in a row `watch` saw the same pixels, and after how many it gives the stream up. */
  private unchanged = 0;
  private patience = 2;
  private lastLook = 0;
  private readonly address: string;

  constructor(
    private readonly image: HTMLImageElement,
    private readonly onState: (state: PictureState) => void,
  ) {
    this.address = image.src;
    image.addEventListener("load", () => this.arrived());
    image.addEventListener("error", () => this.lost());
    document.addEventListener("visibilitychange", () => this.follow());
    if (image.complete && image.naturalWidth === 0) this.lost();
    else this.follow();
  }

  toggle(): void {
    this.isWanted = this.state === "stopped";
    this.failures = 0;
    this.follow();
  }

  /**
   * Chrome tells an image nothing when its multipart stream ends, so that the only sign is a picture
   * that stays while the camera goes on. A still scene looks the same: patience grows each time.
   * Call it at intervals, when the camera has taken pictures since the last call.
   */
  async watch(): Promise<void> {
    if (this.state !== "live" && this.state !== "connecting") return;
    const look = await fingerprint(this.image);
    this.unchanged = look === this.lastLook ? this.unchanged + 1 : 0;
    if (this.unchanged === 0) this.patience = 2;
    this.lastLook = look;
    if (this.unchanged < this.patience) return;
    this.patience = Math.min(16, this.patience * 2);
    this.reconnect();
  }

  /** Opens the stream anew: somebody knows that the one there is has died. */
  reconnect(): void {
    if (this.state === "stopped") return;
    clearTimeout(this.retry);
    this.unchanged = 0;
    this.connections += 1;
    this.image.src = `${this.address}?${this.connections}`;
    this.setState("connecting");
  }

  /** Streams while it is wanted and the page is seen: a hidden page costs the camera nothing. */
  private follow(): void {
    if (!this.isWanted || document.hidden) {
      if (this.state !== "stopped") this.freeze();
    } else if (this.state === "stopped") {
      this.state = "connecting";
      this.reconnect();
    } else {
      this.setState(this.state);
      if (this.image.naturalWidth > 0) this.arrived();
    }
  }

  /** Ends the stream by putting its last picture in its place. */
  private freeze(): void {
    clearTimeout(this.retry);
    const { image } = this;
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth || 4;
    canvas.height = image.naturalHeight || 3;
    if (image.naturalWidth > 0) canvas.getContext("2d")?.drawImage(image, 0, 0);
    this.setState("stopped");
    image.src = canvas.toDataURL("image/jpeg");
  }

  private arrived(): void {
    if (this.state !== "connecting") return;
    this.failures = 0;
    this.setState("live");
  }

  private lost(): void {
    if (this.state === "stopped" || this.state === "waiting") return;
    const pause = Math.min(longestPause, 1000 * 2 ** this.failures);
    this.failures += 1;
    this.setState("waiting");
    this.retry = setTimeout(() => this.reconnect(), pause);
  }

  private setState(state: PictureState): void {
    this.state = state;
    this.onState(state);
  }
}

/**
 * A number that changes with the middle of the picture, at full resolution: there even a dark room's
 * noise shows. By way of a bitmap, as Firefox draws an outdated part of a stream onto a canvas.
 */
async function fingerprint(image: HTMLImageElement): Promise<number> {
  const [width, height] = [160, 120];
  if (image.naturalWidth === 0) return 0;
  const bitmap = await createImageBitmap(image);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d")!;
  context.drawImage(bitmap, (width - bitmap.width) / 2, (height - bitmap.height) / 2);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  return data.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 7);
}
