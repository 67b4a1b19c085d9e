// What of `_chip` is behind wifi and mdns.
import type { Chip } from "../../hardware/chip";
import { accessPoint } from "../../hardware/wifi";
import { authModes, powerManagements, type PowerManagement } from "../../hardware/wifi-options";

export function wifiCalls({ wifi }: Chip) {
  const { options } = wifi;
  const choices = { power_managements: powerManagements, auth_modes: authModes };
  return {
    wifi_choices: () => JSON.stringify(choices),
    wifi_address: () => wifi.ipv4Address ?? "",
    wifi_gateway: () => wifi.ipv4Gateway ?? "",
    wifi_subnet: () => wifi.ipv4Subnet ?? "",
    wifi_subnet_ap: () => wifi.ipv4SubnetAp ?? "",
    wifi_connect: (ssid: string, password: string) => wifi.connect(ssid, password),
    wifi_network: () => wifi.network ?? "",
    wifi_access_point: () => JSON.stringify(accessPoint),
    wifi_ap_address: () => wifi.ipv4AddressAp ?? "",
    wifi_start_ap: (ssid: string, password: string, more: string) =>
      wifi.startAccessPoint(ssid, password, JSON.parse(more) as { channel: number }),
    wifi_stop_ap: () => void (wifi.isAccessPoint = false),
    wifi_enabled: () => wifi.isEnabled,
    wifi_enable: (enabled: boolean) => void (wifi.isEnabled = enabled),
    wifi_start_scan: (first: number, last: number) => wifi.startScanning(first, last),
    wifi_stop_scan: () => void (wifi.isScanning = false),
    /** The network's name, "" for none. */
    wifi_scanned: (first: number, last: number) => wifi.scanned(first, last) ?? "",
    /** 0: no answer. */
    wifi_ping: (address: string, seconds: number) => wifi.ping(address, seconds) ?? 0,
    wifi_hostname: () => wifi.hostname,
    wifi_set_hostname: (name: string) => void (options.hostname = name),
    wifi_tx_power: () => options.txPower,
    wifi_set_tx_power: (dbm: number) => void (options.txPower = dbm),
    wifi_power_management: () => options.powerManagementMode,
    wifi_set_power_management: (mode: PowerManagement) => options.setPowerManagement(mode),
    wifi_mac_address: (ofAp: boolean) => JSON.stringify([...options.macAddress(ofAp)]),
    wifi_set_mac_address: (ofAp: boolean, address: string) =>
      options.setMacAddress(ofAp, Uint8Array.from(JSON.parse(address) as number[])),
  };
}

export function mdnsCalls({ mdns }: Chip) {
  return {
    mdns_open: () => mdns.open(),
    mdns_close: (handle: number) => mdns.close(handle),
    mdns_hostname: (handle: number) => mdns.hostname(handle),
    mdns_set_hostname: (handle: number, name: string) => mdns.setHostname(handle, name),
    mdns_instance_name: (handle: number) => mdns.instanceName(handle),
    mdns_set_instance_name: (handle: number, name: string) => mdns.setInstanceName(handle, name),
    mdns_advertise: (handle: number, type: string, protocol: string, port: number) =>
      mdns.advertise(handle, type, protocol, port),
    mdns_find: (handle: number, type: string, protocol: string, seconds: number) => {
      const found = mdns.find(handle, type, protocol, seconds);
      return typeof found === "number" ? found : JSON.stringify(found);
    },
  };
}
