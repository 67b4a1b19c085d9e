// What may go wrong with a chip, and how often it still will: a test decides, a chip without one is sound.

export type Fault =
  /** The camera does not start: no sensor answers, or there is no memory for its frame buffers. */
  | { kind: "camera does not start"; times: number; reason?: "not found" | "no memory" }
  /** Pictures that do not come, that end early, or whose bytes are wrong. */
  | { kind: "picture missing" | "picture cut short" | "picture damaged"; times: number }
  /** The board's other half holds so many sockets, as the web workflow does. */
  | { kind: "sockets taken"; count: number }
  /** The drive answers EIO. */
  | { kind: "storage fails"; times: number }
  /** So many bytes of PSRAM are in use, as by a heap that has grown: frame buffers find what is left. */
  | { kind: "psram taken"; bytes: number }
  /** Once: the allocation that comes after so many others raises MemoryError. */
  | { kind: "allocation fails"; after: number };

/** Those that happen so many times, and then no more. */
type Counted = Extract<Fault, { times: number }>;

export class Faults {
  private readonly left = new Map<Counted["kind"], Counted>();
  /** Sockets that are not for the program. */
  socketsTaken = 0;
  /** Bytes of PSRAM that are not for frame buffers. */
  psramTaken = 0;
  /** The engine, which knows what an allocation is. */
  onAllocation: (after: number) => void = () => {};

  set(fault: Fault): void {
    if (fault.kind === "sockets taken") this.socketsTaken = fault.count;
    else if (fault.kind === "psram taken") this.psramTaken = fault.bytes;
    else if (fault.kind === "allocation fails") this.onAllocation(fault.after);
    else this.left.set(fault.kind, fault);
  }

  /** The fault, if it is to happen now; then it has happened once more. */
  happens<Kind extends Counted["kind"]>(kind: Kind): Extract<Counted, { kind: Kind }> | null {
    const fault = this.left.get(kind);
    if (fault === undefined || fault.times <= 0) return null;
    this.left.set(kind, { ...fault, times: fault.times - 1 });
    return fault as Extract<Counted, { kind: Kind }>;
  }
}
