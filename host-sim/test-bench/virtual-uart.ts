// The other end of a virtual board's serial lines.
import type { ToWorld } from "../world/messages";

export class VirtualUart {
  private readonly bytes: number[] = [];

  constructor(
    private readonly rx: string,
    private readonly tell: (message: ToWorld) => void,
  ) {}

  /** What the board has sent. */
  get received(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  /** The same as text. */
  get text(): string {
    return Buffer.from(this.bytes).toString();
  }

  /** Arrives at once, whatever the line's speed; to a UART that is not open it is lost. */
  send(data: string | Uint8Array): void {
    this.tell({ type: "serial", gpio: this.rx, bytes: new Uint8Array(Buffer.from(data)) });
  }

  /** @internal */
  saw(bytes: Uint8Array): void {
    this.bytes.push(...bytes);
  }
}

export class VirtualUarts {
  /** By the pins on which the board sends and receives. */
  private readonly ends = new Map<string, VirtualUart>();
  private readonly sent = new Map<string, Uint8Array[]>();

  constructor(private readonly tell: (message: ToWorld) => void) {}

  at(tx: string, rx: string): VirtualUart {
    const key = `${tx} ${rx}`;
    const known = this.ends.get(key);
    if (known !== undefined) return known;
    const end = new VirtualUart(rx, this.tell);
    for (const bytes of this.sent.get(tx) ?? []) end.saw(bytes);
    this.ends.set(key, end);
    return end;
  }

  saw(tx: string, bytes: Uint8Array): void {
    this.sent.set(tx, [...(this.sent.get(tx) ?? []), bytes]);
    for (const [key, end] of this.ends) if (key.startsWith(`${tx} `)) end.saw(bytes);
  }
}
