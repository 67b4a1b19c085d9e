// A WebSocket client (RFC 6455) of a virtual board, with the frames of the `ws` package.
import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import * as webSocket from "ws";
import { ResponseReader, type ResponseHead } from "./response-reader";
import type { VirtualClient } from "./virtual-client";

/** The parts of `ws` that know nothing of sockets; its types leave them out. */
interface FrameCodec {
  Receiver: new (options: { isServer: boolean; maxPayload: number }) => Writable;
  Sender: { frame(data: Buffer, options: FrameOptions): Buffer[] };
}

interface FrameOptions {
  fin: true;
  mask: true;
  maskBuffer: Buffer;
  opcode: number;
  readOnly: boolean;
  rsv1: false;
}

const { Receiver, Sender } = webSocket as unknown as FrameCodec;

const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
/** The same in every run. */
const key = Buffer.from("a virtual client").toString("base64");
const mask = Buffer.from([0x5a, 0x17, 0xc4, 0x2e]);
const acceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const largestMessage = 4 * 1024 * 1024;

export interface Message {
  readonly atMs: number;
  readonly data: string | Uint8Array;
}

export class VirtualWebSocket {
  readonly messages: Message[] = [];
  /** The answer to the handshake; null before it has come. */
  head: ResponseHead | null = null;
  /** With which the board closed it; null while it has not. */
  closeCode: number | null = null;
  private readonly receiver = new Receiver({ isServer: false, maxPayload: largestMessage });
  /** What is to be sent when the handshake is over; null from then on. */
  private early: (() => void)[] | null = [];
  private atMs = 0;

  constructor(
    readonly client: VirtualClient,
    path: string,
  ) {
    this.receiver
      .on("message", (data: Buffer, isBinary: boolean) => this.got(data, isBinary))
      .on("ping", (data: Buffer) => this.frame("pong", data))
      .on("conclude", (code: number) => (this.closeCode = code));
    const response = new ResponseReader({
      head: (head) => this.begin(head),
      body: () => {},
      complete: () => {},
    });
    client.onArrival(({ atMs, bytes }) => {
      this.atMs = atMs;
      const frames = response.push(bytes);
      if (frames.length > 0) this.receiver.write(Buffer.from(frames));
    });
    client.send(
      `GET ${path} HTTP/1.1\r\nHost: taipan.local\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
  }

  /** What is sent before the board has answered the handshake goes out after it, as a browser's. */
  send(data: string | Uint8Array): void {
    this.frame(typeof data === "string" ? "text" : "binary", Buffer.from(data));
  }

  ping(data = ""): void {
    this.frame("ping", Buffer.from(data));
  }

  close(code = 1000): void {
    const data = Buffer.alloc(2);
    data.writeUInt16BE(code);
    this.frame("close", data);
  }

  /** Until `count` messages have come in all. */
  async receives(count: number, seconds?: number): Promise<void> {
    const isRefused = () => this.head !== null && this.head.status !== 101;
    const holds = () => this.messages.length >= count || isRefused();
    const what = () => `message ${count} (${this.messages.length} came)`;
    await this.client.until(holds, what, seconds);
    if (isRefused())
      throw new Error(
        `The answer was ${this.head?.status} ${this.head?.reason}, and no WebSocket.`,
      );
  }

  private begin(head: ResponseHead): void {
    this.head = head;
    if (head.status !== 101) return;
    const due = createHash("sha1").update(`${key}${acceptSuffix}`).digest("base64");
    if (head.headers["sec-websocket-accept"] !== due)
      throw new Error(
        `Sec-WebSocket-Accept is ${head.headers["sec-websocket-accept"]}, not ${due}.`,
      );
    const { early } = this;
    this.early = null;
    early?.forEach((send) => send());
  }

  private got(data: Buffer, isBinary: boolean): void {
    this.messages.push({
      atMs: this.atMs,
      data: isBinary ? new Uint8Array(data) : data.toString("utf8"),
    });
  }

  private frame(kind: keyof typeof opcodes, data: Buffer): void {
    if (this.early !== null) return void this.early.push(() => this.frame(kind, data));
    const options = {
      fin: true,
      mask: true,
      maskBuffer: mask,
      readOnly: true,
      rsv1: false,
    } as const;
    const frames = Sender.frame(data, { ...options, opcode: opcodes[kind] });
    this.client.send(Buffer.concat(frames));
  }
}
