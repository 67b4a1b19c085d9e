// The live picture: an <img> whose address is a stream that never ends, unless it does.

export type PictureState = "live" | "connecting" | "waiting" | "stopped";

const longestPause = 10_000;
/** In which a stream that lives shows another picture, also to many viewers on a slow radio. */
const doubtMs = 1500;

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
  /** What `look` saw last: when a stream breaks off, Chrome leaves nothing of its picture. */
  private lastPicture: ImageBitmap | null = null;
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
    if (!this.isOpen) return;
    const look = await this.look();
    this.unchanged = look === this.lastLook ? this.unchanged + 1 : 0;
    if (this.unchanged === 0) this.patience = 2;
    this.lastLook = look;
    if (this.unchanged < this.patience) return;
    this.patience = Math.min(16, this.patience * 2);
    this.reconnect();
  }

  /**
   * To be called when the camera does not answer: its stream may have died in silence, too. A board
   * whose sockets all carry streams answers nobody either, so it is the picture that decides.
   */
  async doubt(): Promise<void> {
    if (!this.isOpen) return;
    const before = await this.look();
    await new Promise((resolve) => setTimeout(resolve, doubtMs));
    if (before === (await this.look()) && this.isOpen) this.freeze("waiting", this.lastPicture);
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
      const { image } = this;
      // An image that is broken can't be drawn.
      const picture = image.naturalWidth > 0 ? image : this.lastPicture;
      if (this.state !== "stopped") this.freeze("stopped", picture);
    } else if (this.state === "stopped") {
      this.state = "connecting";
      this.reconnect();
    } else {
      this.setState(this.state);
      if (this.image.naturalWidth > 0) this.arrived();
    }
  }

  private get isOpen(): boolean {
    return this.state === "live" || this.state === "connecting";
  }

  /** Keeps the picture, and returns its fingerprint; 0 when there is none, or only a part of one. */
  private async look(): Promise<number> {
    if (this.image.naturalWidth === 0) return 0;
    // By way of a bitmap, as Firefox draws an outdated part of a stream onto a canvas.
    const bitmap = await createImageBitmap(this.image).catch(() => null);
    if (bitmap === null) return 0;
    this.lastPicture?.close();
    this.lastPicture = bitmap;
    return fingerprint(bitmap);
  }

  /** Ends the stream by putting its last picture in its place. */
  private freeze(state: PictureState, picture: HTMLImageElement | ImageBitmap | null): void {
    clearTimeout(this.retry);
    const { image } = this;
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth || (picture?.width ?? 4);
    canvas.height = image.naturalHeight || (picture?.height ?? 3);
    if (picture !== null) canvas.getContext("2d")?.drawImage(picture, 0, 0);
    this.setState(state);
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
 * noise shows.
 */
function fingerprint(picture: ImageBitmap): number {
  const [width, height] = [160, 120];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d")!;
  context.drawImage(picture, (width - picture.width) / 2, (height - picture.height) / 2);
  const { data } = context.getImageData(0, 0, width, height);
  return data.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 7);
}
