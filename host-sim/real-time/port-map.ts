// Which port of this machine stands for which port of the firmware: its first server is on the port
// that was asked for, further ones on the ports after it, whatever numbers the firmware uses.
export class PortMap {
  private readonly ports = new Map<number, number>();

  /** @param first 0: whatever is free, for every server */
  constructor(private readonly first: number) {}

  hostPort(firmwarePort: number): number {
    const known = this.ports.get(firmwarePort);
    if (known !== undefined) return known;
    const port = this.first === 0 ? 0 : this.first + this.ports.size;
    this.ports.set(firmwarePort, port);
    return port;
  }

  /** A server that is opened again gets the number that it had. */
  remember(firmwarePort: number, hostPort: number): void {
    this.ports.set(firmwarePort, hostPort);
  }
}
