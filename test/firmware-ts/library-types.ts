/** The HTTP library and the camera application as tests see them, in Node. */
import type { FakePool } from "./fake-pool";

export interface Viewer {
  id: number;
  address: string;
  sent: number;
  skipped: number;
  bytes: number;
  record(now: number): Record<string, unknown>;
}
export interface Stream {
  sendFrame(frame: Uint8Array, timestamp?: number): boolean;
  close(): void;
  ended: string | null;
  viewer: Viewer;
}
export interface Feed {
  onJoin: ((viewer: Viewer) => void) | null;
  onLeave: ((viewer: Viewer, reason: string) => void) | null;
  viewers: Viewer[];
  ready: boolean;
  watched: boolean;
  join(request: Request): Stream;
  joinOnce(request: Request): unknown;
  publish(frame: Uint8Array | Int8Array, timestamp?: number): number;
  release(): void;
  close(): void;
}
export interface Fields {
  get(name: string, fallback?: string | null, options?: { safe?: boolean }): string | null;
  getList(name: string): string[];
  set(name: string, value: string): void;
  add(name: string, value: string): void;
  setdefault(name: string, value: string): string;
  delete(name: string): void;
  has(name: string): boolean;
  at(name: string): string;
  items(): [string, string][];
  getDirective(name: string): string | null;
  getParameter(name: string, parameter: string): string | null;
  fields: string[];
}
export interface Request {
  method: string;
  path: string;
  rawPath: string;
  queryParams: Fields;
  headers: Fields;
  body: Uint8Array;
  cookies: Record<string, string>;
  rawRequest: Uint8Array;
  json(): unknown;
}
export type Handler = (request: Request, parameters: Record<string, string>) => unknown;
export interface Server {
  host: string | null;
  port: number | null;
  stopped: boolean;
  debug: boolean;
  headers: Fields | Record<string, string>;
  socketTimeout: number;
  requestBufferSize: number;
  maximumConnections: number;
  connections: number;
  route(path: string, methods?: string | string[], options?: object): (handler: Handler) => Handler;
  addRoutes(routes: unknown[]): void;
  start(host?: string | null, port?: number | null): void;
  stop(): void;
  poll(): string;
}
export interface HeadParts {
  method: string;
  target: string;
  headers: Fields;
  contentLength(): number;
}
export interface OnDemandCamera {
  frame: number;
  width: number;
  height: number;
  sensor: string;
  on: boolean;
  frameAvailable: boolean;
  update(wanted: boolean, now: number): void;
  take(): Int8Array | null;
  turnOff(): void;
}
export interface CameraApplication {
  server: Server;
  feed: Feed;
  camera: OnDemandCamera;
  start(host: string, port: number): void;
  serve(): Promise<void>;
  capture(): Promise<void>;
  stop(): void;
}
type Make<T> = new (...parameters: never[]) => T;
export interface Library {
  Server: new (pool: FakePool, rootPath?: string | null, options?: object) => Server;
  Response: new (request: Request, body?: string | Uint8Array, options?: object) => unknown;
  FileResponse: new (
    request: Request,
    name?: string,
    root?: string | null,
    options?: object,
  ) => unknown;
  JSONResponse: new (request: Request, data: unknown, options?: object) => unknown;
  Redirect: new (request: Request, url: string, options?: object) => unknown;
  XMixedReplaceResponse: new (request: Request) => Stream;
  LiveFeed: new (options?: { stallTimeout?: number }) => Feed;
  Route: new (
    path: string,
    methods?: string | string[],
    handler?: Handler | null,
    options?: { appendSlash?: boolean },
  ) => { matches(method: string, path: string): [boolean, Record<string, string> | null] };
  Headers: new (headers?: string | Record<string, string> | null) => Fields;
  QueryParams: new (query: string) => Fields;
  RequestHead: new (text: string) => HeadParts;
  RequestError: Make<Error> & { prototype: { status: { code: number } } };
  MIMETypes: { getForFilename(name: string, fallback?: string | null): string };
  decodePercent(text: string): string | null;
  ServerStoppedError: Make<Error>;
  OnDemandCamera: new () => OnDemandCamera;
  CameraApplication: new (pool: FakePool) => CameraApplication;
  addTableRoutes(server: Server): void;
}
