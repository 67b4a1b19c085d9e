// How much of what a connection sent counts as acknowledged by its peer.
//
// The kernel is asked rarely (see kernel-queue.ts), so a peer that keeps up is trusted between two
// looks: what the kernel took counts as acknowledged, up to a bound. A peer that was found behind is
// believed only what the kernel shows, until it has kept up for a while.
import { segmentBytes, sendBufferBytes } from "../hardware/tcp-stream";

/** What the kernel may hold for a peer that is trusted. */
const trustedBytes = 8 * sendBufferBytes;
/** The kernel's acknowledgement of a last odd segment comes up to 40 ms late: not yet "behind". */
const keepsUpBytes = 2 * segmentBytes;
const regainTrustMs = 1000;

export class SendLedger {
  private sent = 0;
  private sentAtLook = 0;
  private kernelBytes = 0;
  private trusted = true;
  private wasBehind = false;
  private keepsUpSinceMs: number | null = null;

  /** Bytes were handed over, to the kernel or to what stands before it. */
  add(count: number): void {
    this.sent += count;
  }

  /** @param before bytes that have not reached the kernel yet */
  acknowledged(before: number): number {
    const held = this.kernelBytes + this.sent - this.sentAtLook;
    const waiting = this.trusted ? Math.max(0, held - trustedBytes) : held;
    return this.sent - Math.max(before, Math.min(this.sent, waiting + before));
  }

  /** Whether another look would tell something new. */
  get unsettled(): boolean {
    return this.sent !== this.sentAtLook || this.kernelBytes > 0;
  }

  /** A look at the kernel begins: what is sent from now on it may or may not show. */
  get mark(): number {
    return this.sent;
  }

  /** @param kernelBytes what the kernel held unacknowledged, at some moment after `mark` */
  looked(mark: number, kernelBytes: number, nowMs: number): void {
    const progress = mark - kernelBytes - (this.sentAtLook - this.kernelBytes);
    this.sentAtLook = mark;
    this.kernelBytes = kernelBytes;
    // More than a board would have on its way, and more than was acknowledged since the last look.
    // Once may be a pause of the peer's machine.
    const behind = kernelBytes > sendBufferBytes && kernelBytes > progress;
    if (behind && this.wasBehind) this.trusted = false;
    this.wasBehind = behind;
    if (kernelBytes > keepsUpBytes) this.keepsUpSinceMs = null;
    else this.keepsUpSinceMs ??= nowMs;
    this.trusted ||= this.keepsUpSinceMs !== null && nowMs - this.keepsUpSinceMs >= regainTrustMs;
  }
}
