// One run of the ffmpeg command, writing JPEGs to its standard output.
import { spawn, type ChildProcess } from "node:child_process";
import { statSync } from "node:fs";
import { JpegSplitter } from "./jpeg/jpeg-splitter";

export interface FfmpegJob {
  input: string;
  framesPerSecond: number;
  width: number;
  height: number;
}

/** Milliseconds that ffmpeg has to end by itself before it is killed. */
const graceMs = 2000;

function isFile(input: string): boolean {
  return statSync(input, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** https://ffmpeg.org/ffmpeg.html: a file is played at its own speed and again and again. */
function argumentsFor({ input, framesPerSecond, width, height }: FfmpegJob): string[] {
  const fill = `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height}`;
  return [
    ...["-hide_banner", "-loglevel", "error", "-nostdin"],
    ...(isFile(input) ? ["-re", "-stream_loop", "-1"] : []),
    ...(/^rtsps?:/i.test(input) ? ["-rtsp_transport", "tcp"] : []),
    ...["-i", input, "-an", "-vf", `fps=${framesPerSecond},${fill}`],
    ...["-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "6"],
    ...["-f", "image2pipe", "-flush_packets", "1", "pipe:1"],
  ];
}

export class FfmpegProcess {
  /** Resolves, never rejects, with the reason in ffmpeg's own words when the process has ended. */
  readonly ended: Promise<{ reason: string; isMissing: boolean }>;
  isStopping = false;
  private readonly child: ChildProcess;
  private lastLine = "";

  constructor(
    readonly job: FfmpegJob,
    command: string,
    onPicture: (picture: Uint8Array) => void,
  ) {
    const child = spawn(command, argumentsFor(job), { stdio: ["ignore", "pipe", "pipe"] });
    this.child = child;
    const splitter = new JpegSplitter(onPicture);
    child.stdout.on("data", (chunk: Buffer) => splitter.push(chunk));
    child.stderr.setEncoding("utf8").on("data", (text: string) => this.keepLastLine(text));
    this.ended = new Promise((resolve) => {
      child.once("error", (error) => {
        const isMissing = "code" in error && error.code === "ENOENT";
        resolve({ reason: error.message, isMissing });
      });
      child.once("close", () => resolve({ reason: this.reason(), isMissing: false }));
    });
  }

  /** Asks the process to end and waits until it has. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.child.kill("SIGTERM");
    const killing = setTimeout(() => this.child.kill("SIGKILL"), graceMs);
    await this.ended;
    clearTimeout(killing);
  }

  private keepLastLine(text: string): void {
    const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
    this.lastLine = lines.at(-1) ?? this.lastLine;
  }

  /** ffmpeg puts `[rtsp @ 0x55d0]` or the input's name before what it has to say. */
  private reason(): string {
    const line = this.lastLine.replace(/^\[[^\]]* @ 0x[0-9a-f]+\] /, "").trim();
    const prefix = `${this.job.input}: `;
    if (line === "") return "the input ended";
    return line.startsWith(prefix) ? line.slice(prefix.length) : line;
  }
}
