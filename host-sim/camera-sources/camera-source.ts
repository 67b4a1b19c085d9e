// What the simulated sensor looks at.

/** What the camera asks of its source at a tick of the sensor. */
export interface FrameRequest {
  /** Count of the picture since start; the pattern draws it. */
  number: number;
  /** Pixels, as the firmware set the sensor. */
  width: number;
  height: number;
  /** The time of day, which the pattern draws. */
  time: Date;
}

export interface CameraSource {
  /** Pictures per second the sensor makes. */
  readonly framesPerSecond: number;
  /** Whether a picture depends on the request alone: then one that nobody looks at need not be made. */
  readonly isMadeOnDemand: boolean;
  /** The next picture as JPEG bytes that stay unchanged, or null if there is none yet. */
  frame(request: FrameRequest): Uint8Array | null;
  /** Gives back what the source holds; resolves when a child process it ran has ended. */
  close(): Promise<void>;
}
