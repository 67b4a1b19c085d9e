/** What the camera serves, and the two tasks that do it. */
import * as asyncio from "asyncio";
import { SocketPool } from "socketpool";
import {
  GET,
  JSONResponse,
  LiveFeed,
  NO_REQUEST,
  Redirect,
  Request,
  Response,
  Server,
  Viewer,
  nowMs,
} from "taipan_http";
import { OnDemandCamera } from "./on-demand-camera";
import { readStatus } from "./status";

/** The pause while every client is busy: a full send buffer lasts longer. */
const BUSY_INTERVAL_MS = 2;
/** Between two looks at a camera that has no picture yet. */
const CAPTURE_INTERVAL_MS = 5;
/** The pause while nobody is there: who comes then does not notice the wait. */
const IDLE_INTERVAL_MS = 20;

/** The camera on the network: the server, its viewers, and the picture that they share. */
export class CameraApplication {
  readonly server: Server;
  readonly feed: LiveFeed;
  readonly camera: OnDemandCamera;

  constructor(pool: SocketPool) {
    this.server = new Server(pool, "/www");
    this.feed = new LiveFeed();
    this.camera = new OnDemandCamera();
    this.feed.onJoin = (viewer: Viewer) => {
      console.log(`viewer ${viewer.id} joined ${viewer.address}`);
    };
    this.feed.onLeave = (viewer: Viewer, reason: string) => {
      console.log(`viewer ${viewer.id} left (${reason})`);
    };
    this.server.route("/", GET)((request: Request) => new Redirect(request, "index.html"));
    this.server.route("/stream", GET)((request: Request) => this.feed.join(request));
    this.server.route("/still.jpg", GET)((request: Request) => this.feed.joinOnce(request));
    this.server.route("/status", GET)((request: Request) => this.respondStatus(request));
  }

  /**
   * Begins to listen.
   * @throws OSError the port is in use
   */
  start(host: string, port: int): void {
    this.server.start(host, port);
  }

  /** Serves without end. */
  async serve(): Promise<void> {
    while (true) {
      if (this.server.poll() !== NO_REQUEST) {
        await asyncio.sleepMs(0);
      } else if (this.server.connections > 0) {
        await asyncio.sleepMs(BUSY_INTERVAL_MS);
      } else {
        await asyncio.sleepMs(IDLE_INTERVAL_MS);
      }
    }
  }

  /** Takes pictures for the viewers without end. */
  async capture(): Promise<void> {
    while (true) {
      this.camera.update(this.feed.watched, nowMs());
      if (this.camera.frameAvailable && this.feed.ready) {
        this.publishPicture();
        await asyncio.sleepMs(0);
      } else if (this.feed.watched) {
        await asyncio.sleepMs(CAPTURE_INTERVAL_MS);
      } else {
        await asyncio.sleepMs(IDLE_INTERVAL_MS);
      }
    }
  }

  /** Gives every socket and the camera back. */
  stop(): void {
    // First the viewers, who may be in the middle of a picture that goes with the camera.
    this.server.stop();
    this.camera.turnOff();
  }

  private publishPicture(): void {
    // The camera writes the next picture into the buffer that viewers may still be reading from.
    this.feed.release();
    const picture = this.camera.take();
    if (picture !== null) {
      this.feed.publish(picture, nowMs());
    }
  }

  private respondStatus(request: Request): Response {
    return new JSONResponse(request, readStatus(this.server, this.feed, this.camera));
  }
}
