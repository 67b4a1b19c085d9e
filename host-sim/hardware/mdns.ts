// Names and services on the local network (shared-bindings/mdns/Server.c, and
// ports/espressif/common-hal/mdns/Server.c): one responder, which every reload closes.
import { deinitializedError, DeviceError } from "./device-error";
import type { Waiting } from "./waiting";
import type { WifiRadio } from "./wifi";

/** A service of somebody on the network. */
export interface MdnsService {
  hostname: string;
  instanceName: string;
  /** As `_http`. */
  serviceType: string;
  /** `_tcp` or `_udp` */
  protocol: string;
  port: number;
  /** Null: no address was told. */
  ipv4Address: string | null;
}

/** MDNS_NAME_BUF_LEN of the ESP-IDF, with its end. */
const longestName = 63;

const deinitialized = 0;

export class Mdns {
  private active = deinitialized;
  private nextHandle = 1;
  private name = "";
  private instance = "";
  private readonly services: MdnsService[] = [];

  /** @param others what others on the network announce */
  constructor(
    private readonly wifi: WifiRadio,
    private readonly waiting: Waiting,
    private readonly others: readonly MdnsService[],
  ) {}

  /** What the board announces. */
  get announced(): readonly MdnsService[] {
    const isHeard = this.active !== deinitialized && this.wifi.connected;
    return isHeard ? this.services.map((service) => this.withNames(service)) : [];
  }

  /** @throws DeviceError RuntimeError */
  open(): number {
    if (this.active !== deinitialized) {
      throw new DeviceError("RuntimeError", "mDNS already initialized");
    }
    this.active = this.nextHandle++;
    this.name = this.wifi.hostname;
    this.instance = "";
    return this.active;
  }

  close(handle: number): void {
    if (handle !== this.active) return;
    this.active = deinitialized;
    this.services.length = 0;
  }

  endOfProgram(): void {
    this.close(this.active);
  }

  hostname(handle: number): string {
    this.check(handle);
    return this.name;
  }

  /**
   * @throws DeviceError for a name that the ESP-IDF does not take: the board then waits without end
   *   for it to be there
   */
  setHostname(handle: number, name: string): void {
    this.check(handle);
    if (name === "" || name.length > longestName) {
      const text = `mdns: a hostname has 1 to ${longestName} characters; a board hangs here`;
      throw new DeviceError("RuntimeError", text);
    }
    this.name = name;
  }

  /** The hostname where none was given. */
  instanceName(handle: number): string {
    this.check(handle);
    return this.instance === "" ? this.name : this.instance;
  }

  setInstanceName(handle: number, name: string): void {
    this.check(handle);
    this.instance = name.slice(0, longestName);
  }

  /** A type and protocol occur on one port: the one given last. */
  advertise(handle: number, serviceType: string, protocol: string, port: number): void {
    this.check(handle);
    const known = this.services.find(
      (service) => service.serviceType === serviceType && service.protocol === protocol,
    );
    if (known !== undefined) known.port = port & 0xffff;
    else {
      const names = { hostname: "", instanceName: "", ipv4Address: null };
      this.services.push({ ...names, serviceType, protocol, port: port & 0xffff });
    }
  }

  /** A query listens for its whole time. @returns what was heard, or -errno */
  find(
    handle: number,
    serviceType: string,
    protocol: string,
    seconds: number,
  ): MdnsService[] | number {
    this.check(handle);
    const waited = this.waiting.until(() => false, Math.max(0, Math.trunc(seconds * 1000)));
    if (waited < 0) return waited;
    if (!this.wifi.connected) return [];
    return this.others.filter(
      (service) => service.serviceType === serviceType && service.protocol === protocol,
    );
  }

  private withNames(service: MdnsService): MdnsService {
    const instanceName = this.instance === "" ? this.name : this.instance;
    return { ...service, hostname: this.name, instanceName, ipv4Address: this.wifi.ipv4Address };
  }

  private check(handle: number): void {
    if (handle === deinitialized || handle !== this.active) throw deinitializedError();
  }
}
