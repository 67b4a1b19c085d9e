// Whatever the ffmpeg command can read (a file, a webcam, an RTSP address) as a camera.
import { UserError } from "../../transpiler/cli/command";
import type { CameraSource, FrameRequest } from "./camera-source";
import { FfmpegProcess } from "./ffmpeg-process";

export interface FfmpegOptions {
  /** Name or path of the ffmpeg command. */
  command?: string;
  /** Milliseconds that an input has to give its first picture. */
  startTimeout?: number;
  /** Milliseconds after the last request when ffmpeg is ended: a webcam's light goes out as well. */
  idleTimeout?: number;
  /** Told in one line when ffmpeg ends by itself. */
  report?(line: string): void;
}

/** What the firmware asks for unless it was changed; another size starts ffmpeg anew. */
const usualSize = { width: 640, height: 480 };
const maximumBackoffMs = 10_000;

export class FfmpegSource implements CameraSource {
  readonly isMadeOnDemand = false;
  private process: FfmpegProcess | null = null;
  private newest: Uint8Array | null = null;
  private isClosed = false;
  /** Runs without a picture in a row, and the time of day before which none is tried again. */
  private failures = 0;
  private retryAt = 0;
  private lastRequestMs = 0;
  private idleTimer: NodeJS.Timeout | undefined;
  private readonly command: string;
  private readonly report: (line: string) => void;

  private constructor(
    private readonly input: string,
    readonly framesPerSecond: number,
    options: FfmpegOptions,
  ) {
    this.command = options.command ?? "ffmpeg";
    this.report = options.report ?? console.error;
  }

  /** @throws UserError when ffmpeg is missing, or the input gives no picture */
  static async open(
    input: string,
    framesPerSecond: number,
    options: FfmpegOptions = {},
  ): Promise<FfmpegSource> {
    const source = new FfmpegSource(input, framesPerSecond, options);
    const problem = await source.firstPicture(options.startTimeout ?? 15_000);
    if (problem !== null) {
      await source.close();
      throw new UserError(problem);
    }
    const stop = () => void source.process?.stop();
    source.idleTimer = setTimeout(stop, options.idleTimeout ?? 5000).unref();
    return source;
  }

  frame({ width, height, time }: FrameRequest): Uint8Array | null {
    this.lastRequestMs = time.getTime();
    this.idleTimer?.refresh();
    const running = this.process;
    if (running === null) {
      if (!this.isClosed && this.lastRequestMs >= this.retryAt) this.start({ width, height });
    } else if (running.job.width !== width || running.job.height !== height) {
      if (!running.isStopping) void running.stop();
      return null;
    }
    const picture = this.newest;
    this.newest = null;
    return picture;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.idleTimer);
    await this.process?.stop();
  }

  private start(
    size: { width: number; height: number },
    onPicture: () => void = () => {},
  ): FfmpegProcess {
    const job = { input: this.input, framesPerSecond: this.framesPerSecond, ...size };
    const started = new FfmpegProcess(job, this.command, (picture) => {
      if (started.isStopping) return;
      this.newest = picture;
      this.failures = 0;
      onPicture();
    });
    this.process = started;
    void started.ended.then(({ reason }) => {
      this.process = null;
      this.newest = null;
      if (!started.isStopping) this.delayRestart(reason);
    });
    return started;
  }

  private delayRestart(reason: string): void {
    const backoff = Math.min(maximumBackoffMs, 1000 * 2 ** this.failures);
    this.failures += 1;
    this.retryAt = this.lastRequestMs + backoff;
    if (this.lastRequestMs > 0)
      this.report(`camera: ffmpeg ended (${reason}); it is started again`);
  }

  /** Null when there is one, else what to tell the user. */
  private async firstPicture(timeout: number): Promise<string | null> {
    let timer: NodeJS.Timeout | undefined;
    const problem = await new Promise<string | null>((resolve) => {
      const process = this.start(usualSize, () => resolve(null));
      void process.ended.then(({ reason, isMissing }) => {
        if (isMissing) resolve(this.missing());
        else resolve(`ffmpeg cannot play "${this.input}": ${reason}`);
      });
      const seconds = timeout / 1000;
      const late = `ffmpeg got no picture from "${this.input}" within ${seconds} s. Is it the right address?`;
      timer = setTimeout(() => resolve(late), timeout);
    });
    clearTimeout(timer);
    return problem;
  }

  private missing(): string {
    return `The command "${this.command}" was not found. Install ffmpeg, or use a folder of JPEGs or "pattern".`;
  }
}
