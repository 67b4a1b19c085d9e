// `wifi` for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import { accessPoint, type WifiRadio } from "../../hardware/wifi";
import { authModes, powerManagements } from "../../hardware/wifi-options";
import { ipAddress, type IPv4Address } from "./ipaddress-module";
import { Choice } from "./pin";
import type { Realm } from "./realm";

const choicesOf = (name: string, members: readonly string[]): Record<string, Choice> =>
  Object.fromEntries(
    members.map((member) => [member, new Choice(member, `wifi.${name}.${member}`)]),
  );

const AuthMode = choicesOf("AuthMode", authModes);
const PowerManagement = choicesOf("PowerManagement", powerManagements);

interface ApOptions {
  channel?: number;
  authmode?: Choice[];
  maxConnections?: number;
}

/** Addresses, which nobody sets. */
function addressesOf(realm: Realm, wifi: WifiRadio) {
  const listed = (address: string | null) => (address === null ? [] : [address]);
  const parsed = (text: string | null) => (text === null ? null : ipAddress(realm, text));
  return {
    ipv4Address: () => parsed(wifi.ipv4Address),
    ipv4AddressAp: () => parsed(wifi.ipv4AddressAp),
    ipv4Gateway: () => parsed(wifi.ipv4Gateway),
    ipv4GatewayAp: () => parsed(wifi.ipv4AddressAp),
    ipv4Dns: () => parsed(wifi.ipv4Gateway),
    ipv4Subnet: () => parsed(wifi.ipv4Subnet),
    ipv4SubnetAp: () => parsed(wifi.ipv4SubnetAp),
    addresses: () => realm.prelude.list(listed(wifi.ipv4Address)),
    addressesAp: () => realm.prelude.list(listed(wifi.ipv4AddressAp)),
    dns: () => realm.prelude.list(listed(wifi.ipv4Gateway)),
    connected: () => wifi.connected,
    apActive: () => wifi.isAccessPoint,
    stationsAp: () => (wifi.isAccessPoint ? [] : null),
  };
}

/** What a program may set. */
function settingsOf(realm: Realm, { wifi }: Chip) {
  const { options } = wifi;
  const bytes = (source: Uint8Array) => {
    const { buffer } = Uint8Array.from(source);
    return realm.prelude.bytes(buffer, 0, source.length);
  };
  return {
    get enabled() {
      return wifi.isEnabled;
    },
    set enabled(enabled: boolean) {
      wifi.isEnabled = enabled;
    },
    get hostname() {
      return wifi.hostname;
    },
    set hostname(name: string) {
      realm.device(() => void (options.hostname = name));
    },
    get macAddress() {
      return bytes(options.macAddress(false));
    },
    set macAddress(address: Uint8Array) {
      realm.device(() => options.setMacAddress(false, address));
    },
    get macAddressAp() {
      return bytes(options.macAddress(true));
    },
    set macAddressAp(address: Uint8Array) {
      realm.device(() => options.setMacAddress(true, address));
    },
    get txPower() {
      return options.txPower;
    },
    set txPower(dbm: number) {
      options.txPower = dbm;
    },
    get powerManagement() {
      return PowerManagement[options.powerManagementMode] ?? null;
    },
    set powerManagement(mode: Choice | null) {
      const known = powerManagements.find((name) => name === mode?.name) ?? "UNKNOWN";
      realm.device(() => options.setPowerManagement(known));
    },
  };
}

function networkOf(ssid: string | null) {
  if (ssid === null) return null;
  const { WPA2, PSK } = AuthMode;
  return { ssid, ...accessPoint, country: "CN", authmode: [WPA2, PSK] };
}

function actionsOf(realm: Realm, { wifi }: Chip) {
  const scan = (first: number, last: number) => {
    const found = wifi.scanned(first, last);
    return typeof found === "number" ? (realm.checked(found), null) : networkOf(found);
  };
  return {
    connect: (ssid: string, password = "") =>
      void realm.checked(realm.device(() => wifi.connect(ssid, password))),
    startAp: (ssid: string, password = "", { authmode = [], ...more }: ApOptions = {}) => {
      const isOpen = authmode.some((mode) => mode === AuthMode["OPEN"]);
      realm.device(() => wifi.startAccessPoint(ssid, password, { ...more, isOpen }));
    },
    stopAp: () => void (wifi.isAccessPoint = false),
    startStation: () => {},
    stopStation: () => {},
    startDhcp: () => {},
    stopDhcp: () => {},
    startDhcpAp: () => {},
    stopDhcpAp: () => {},
    startScanningNetworks: ({ startChannel = 1, stopChannel = 165 } = {}) => {
      realm.device(() => wifi.startScanning(startChannel, stopChannel));
      return realm.prelude.lazily(() => scan(startChannel, stopChannel));
    },
    stopScanningNetworks: () => void (wifi.isScanning = false),
    ping: (ip: IPv4Address, { timeout = 0.5 } = {}) => {
      const took = wifi.ping(String(ip), timeout);
      return took === null ? null : realm.checked(took);
    },
  };
}

export function wifiModule(realm: Realm, chip: Chip) {
  const radio = {};
  const read = { ...addressesOf(realm, chip.wifi), apInfo: () => networkOf(chip.wifi.network) };
  for (const [name, get] of Object.entries(read)) {
    Object.defineProperty(radio, name, { get, enumerable: true });
  }
  Object.defineProperties(radio, Object.getOwnPropertyDescriptors(settingsOf(realm, chip)));
  return { AuthMode, PowerManagement, radio: Object.assign(radio, actionsOf(realm, chip)) };
}
