// A server with the addresses of the camera application, whose streams a test can cut.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buildWebPages } from "../../../boards/web-pages";
import { PatternSource } from "../../../host-sim/camera-sources/pattern/pattern-source";
import { packageRoot } from "../../../transpiler/package-root";

const types: Record<string, string> = { html: "text/html", js: "text/javascript", css: "text/css" };
/** Not at the root: the page must work behind a prefix. */
const prefix = "/behind/a/prefix/";

export class FakeCamera {
  /** How often a stream was asked for, also in vain. */
  requests = 0;
  refusesStreams = false;
  refusesStatus = false;
  /** Viewers whom no stream of this server serves. */
  strangers = 0;
  board = "seeed_xiao_esp32_s3_sense";
  readonly streams = new Map<ServerResponse, { id: number; bytes: number }>();
  private readonly started = performance.now();
  private readonly source = new PatternSource(15);
  private picture: Uint8Array = new Uint8Array();
  private frame = 0;
  private port = 0;
  private readonly server;
  private readonly ticking;

  private constructor(private readonly pages: Map<string, Uint8Array>) {
    this.server = createServer((request, response) => this.answer(request, response));
    this.ticking = setInterval(() => this.tick(), 1000 / this.source.framesPerSecond);
    this.tick();
  }

  static async start(): Promise<FakeCamera> {
    const camera = new FakeCamera(await buildWebPages(`${packageRoot}/firmware-ts/web`));
    await camera.appear();
    return camera;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}${prefix}`;
  }

  async stop(): Promise<void> {
    clearInterval(this.ticking);
    await this.disappear();
  }

  /** As after `kill -9`: every connection ends, and new ones are refused. */
  async disappear(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Listens, again at the same address. */
  async appear(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, "127.0.0.1", resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Ends each stream as the firmware does: without a last boundary. */
  dropStreams(): void {
    for (const response of this.streams.keys()) response.destroy();
  }

  private tick(): void {
    this.frame += 1;
    const request = { number: this.frame, width: 640, height: 480, time: new Date() };
    this.picture = this.source.frame(request);
    for (const [response, viewer] of this.streams) {
      // With the next part's header at once, as otherwise Chrome shows the picture one frame late.
      response.write(this.picture);
      response.write("\r\n--frame\r\nContent-Type: image/jpeg\r\n\r\n");
      viewer.bytes += this.picture.length;
    }
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? "").split("?")[0]!;
    const name = path.startsWith(prefix) ? path.slice(prefix.length) || "index.html" : "";
    const page = this.pages.get(name);
    if (name === "stream") this.stream(response);
    else if (name === "status" && this.refusesStatus) response.writeHead(503).end();
    else if (name === "status") response.end(JSON.stringify(this.status()));
    else if (name === "still.jpg")
      response.setHeader("content-type", "image/jpeg").end(this.picture);
    else if (page === undefined) response.writeHead(404).end();
    else response.setHeader("content-type", types[name.split(".")[1]!]!).end(page);
  }

  private stream(response: ServerResponse): void {
    this.requests += 1;
    if (this.refusesStreams) {
      response.writeHead(503).end();
      return;
    }
    response.writeHead(200, { "content-type": "multipart/x-mixed-replace; boundary=frame" });
    response.write("--frame\r\nContent-Type: image/jpeg\r\n\r\n");
    this.streams.set(response, { id: this.requests, bytes: 0 });
    response.on("close", () => this.streams.delete(response));
  }

  private status() {
    const strangers = Array.from({ length: this.strangers }, (_, i) => ({ id: -1 - i, bytes: 0 }));
    const viewers = [...this.streams.values(), ...strangers];
    const camera = { on: true, sensor: "OV2640", frame: this.frame, width: 640, height: 480 };
    const uptime = (performance.now() - this.started) / 1000;
    return { uptime, board: this.board, camera, viewers };
  }
}
