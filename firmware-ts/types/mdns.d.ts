/** shared-bindings/mdns */
declare module "mdns" {
  import { IPv4Address } from "ipaddress";
  import { Radio } from "wifi";

  export class RemoteService {
    private constructor();
    readonly hostname: string;
    readonly instanceName: string;
    readonly serviceType: string;
    readonly protocol: string;
    readonly port: int;
    readonly ipv4Address: IPv4Address | null;
  }
  export interface ServiceQuery {
    /** As "_http". */
    serviceType: string;
    /** "_tcp" or "_udp" */
    protocol: string;
    /** Seconds, all of which pass: 1 unless given. */
    timeout?: float;
  }
  export interface ServiceAnnouncement {
    serviceType: string;
    protocol: string;
    port: int;
  }
  /** The responder: there can be one. */
  export class Server {
    /** @throws RuntimeError "mDNS already initialized" */
    constructor(networkInterface: Radio);
    /** Found as `<hostname>.local`; the radio's until it is set. */
    hostname: string;
    instanceName: string;
    /** @kwargs */
    find(query: ServiceQuery): readonly RemoteService[];
    /**
     * A type and protocol occur on one port: the one given last.
     * @kwargs
     */
    advertiseService(service: ServiceAnnouncement): void;
    deinit(): void;
  }
}
