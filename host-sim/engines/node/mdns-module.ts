// `mdns` for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import type { MdnsService } from "../../hardware/mdns";
import { ipAddress } from "./ipaddress-module";
import type { Realm } from "./realm";

interface ServiceOptions {
  serviceType: string;
  protocol: string;
}

function remoteService(realm: Realm, { ipv4Address, ...told }: MdnsService) {
  return { ...told, ipv4Address: ipv4Address === null ? null : ipAddress(realm, ipv4Address) };
}

export function mdnsModule(realm: Realm, { mdns }: Chip, radio: object) {
  class Server {
    private handle = 0;

    constructor(networkInterface: object) {
      if (networkInterface !== radio) {
        throw realm.exception("ValueError", "mDNS only works with built-in WiFi");
      }
      this.handle = realm.device(() => mdns.open());
    }

    deinit(): void {
      mdns.close(this.handle);
      this.handle = 0;
    }

    get hostname(): string {
      return realm.device(() => mdns.hostname(this.handle));
    }

    set hostname(name: string) {
      realm.device(() => mdns.setHostname(this.handle, name));
    }

    get instanceName(): string {
      return realm.device(() => mdns.instanceName(this.handle));
    }

    set instanceName(name: string) {
      realm.device(() => mdns.setInstanceName(this.handle, name));
    }

    find({ serviceType, protocol, timeout = 1 }: ServiceOptions & { timeout?: number }) {
      const found = realm.device(() => mdns.find(this.handle, serviceType, protocol, timeout));
      const services = typeof found === "number" ? (realm.checked(found), []) : found;
      return realm.prelude.list(services.map((service) => remoteService(realm, service)));
    }

    advertiseService({
      serviceType,
      protocol,
      port,
      txtRecords = [],
    }: ServiceOptions & { port: number; txtRecords?: string[] }): void {
      if (txtRecords.length > 0) throw realm.exception("NotImplementedError", "txt_records");
      realm.device(() => mdns.advertise(this.handle, serviceType, protocol, port));
    }
  }
  return { Server };
}
