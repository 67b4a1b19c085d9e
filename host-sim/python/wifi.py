# ports/espressif/bindings/wifi: a radio that a server can use.
import json
import _chip
from _chip import wifi_address as _wifi_address
from _devices import checked as _checked, fail as _fail
from time import sleep as _sleep
import ipaddress

_ACCESS_POINT = json.loads(_chip.wifi_access_point())
_MAC_ADDRESS = bytes((0x02, 0x00, 0x00, 0x74, 0x70, 0x6E))


class PowerManagement:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "wifi.PowerManagement." + self._name


for _name in ("MIN", "MAX", "NONE", "UNKNOWN"):
    setattr(PowerManagement, _name, PowerManagement(_name))


class AuthMode:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "wifi.AuthMode." + self._name


for _name in ("OPEN", "WEP", "WPA", "WPA2", "WPA3", "PSK", "ENTERPRISE"):
    setattr(AuthMode, _name, AuthMode(_name))


class Network:
    def __init__(self, ssid):
        self.ssid = ssid
        self.bssid = bytes(_ACCESS_POINT["bssid"])
        self.rssi = _ACCESS_POINT["rssi"]
        self.channel = _ACCESS_POINT["channel"]
        self.country = "CN"
        self.authmode = [AuthMode.WPA2, AuthMode.PSK]


class Radio:
    def __init__(self):
        self._hostname = "cpy-taipan"
        self._mac_address = _MAC_ADDRESS
        self._tx_power = 20.0
        self._power_management = PowerManagement.MIN

    @property
    def enabled(self):
        return _chip.wifi_enabled()

    @enabled.setter
    def enabled(self, value):
        _chip.wifi_enable(bool(value))

    @property
    def hostname(self):
        return self._hostname

    @hostname.setter
    def hostname(self, value):
        value = _text(value)
        if not 1 <= len(value) <= 253:
            raise ValueError("hostname length must be 1-253")
        for part in value.split("."):
            # hostname_valid in shared-bindings/wifi/Radio.c
            plain = part.replace("-", "a").encode()
            if len(part) > 63 or part[:1] == "-" or not all(chr(c).isalpha() or chr(c).isdigit() for c in plain):
                raise ValueError("invalid hostname")
        self._hostname = value

    @property
    def mac_address(self):
        return self._mac_address

    @mac_address.setter
    def mac_address(self, value):
        if len(value) != 6:
            raise ValueError("Invalid MAC address")
        if value[0] & 1:
            raise RuntimeError("Invalid multicast MAC address")
        self._mac_address = bytes(value)

    @property
    def tx_power(self):
        return self._tx_power

    @tx_power.setter
    def tx_power(self, value):
        # The driver counts in quarters of a dBm.
        self._tx_power = int(value * 4) / 4

    @property
    def power_management(self):
        return self._power_management

    @power_management.setter
    def power_management(self, value):
        if value is PowerManagement.UNKNOWN or not isinstance(value, PowerManagement):
            raise ValueError("Invalid power_management")
        self._power_management = value

    @property
    def connected(self):
        return _wifi_address() != ""

    @property
    def ipv4_address(self):
        return _address(_wifi_address())

    @property
    def ipv4_address_ap(self):
        return _address(_chip.wifi_ap_address())

    @property
    def ipv4_gateway(self):
        return _address(_gateway() if self.connected else "")

    ipv4_dns = ipv4_gateway

    @property
    def ipv4_subnet(self):
        return _address("255.255.255.0" if self.connected else "")

    @property
    def addresses(self):
        return (_wifi_address(),) if self.connected else ()

    @property
    def ap_info(self):
        return Network(_chip.wifi_network()) if self.connected else None

    @property
    def ap_active(self):
        return _chip.wifi_ap_address() != ""

    @property
    def stations_ap(self):
        return [] if self.ap_active else None

    def connect(self, ssid, password=b"", *, channel=0, bssid=None, timeout=None):
        if bssid is not None and len(bssid) != 6:
            raise ValueError("Invalid BSSID")
        answer = _checked(_chip.wifi_connect(_text(ssid), _text(password or b"")))
        if answer < 0:
            _fail(answer)

    def start_ap(self, ssid, password=b"", *, channel=1, authmode=(), max_connections=4):
        if not 1 <= channel <= 13:
            raise ValueError("channel must be 1-13")
        if AuthMode.OPEN in authmode and len(password) > 0:
            raise ValueError("AuthMode.OPEN is not used with password")
        if not 0 <= max_connections <= 10:
            raise ValueError("max_connections must be 0-10")
        _checked(_chip.wifi_start_ap(_text(ssid), _text(password)))

    def stop_ap(self):
        _chip.wifi_stop_ap()

    def start_scanning_networks(self, *, start_channel=1, stop_channel=165):
        for name, value in (("start_channel", start_channel), ("stop_channel", stop_channel)):
            if not 1 <= value <= 165:
                raise ValueError(name + " must be 1-165")
        _checked(_chip.wifi_start_scan())
        first, last = min(start_channel, stop_channel), max(start_channel, stop_channel)
        return self._scan(first <= _ACCESS_POINT["channel"] <= last)

    def _scan(self, includes_network):
        _sleep(2.4)
        ssid = _chip.wifi_in_reach()
        if ssid and includes_network:
            yield Network(ssid)

    def stop_scanning_networks(self):
        _chip.wifi_stop_scan()

    def ping(self, ip, *, timeout=0.5):
        # The access point answers; who else does, nobody has told.
        timeout = 0.5 if timeout is None else timeout
        answers = self.connected and _chip.wifi_in_reach() and str(ip) == _gateway()
        _sleep(min(timeout, 0.003) if answers else timeout)
        return 0.003 if answers else None


def _gateway():
    return _wifi_address().rsplit(".", 1)[0] + ".254"


def _address(text):
    return None if text == "" else ipaddress.ip_address(text)


def _text(value):
    return value if isinstance(value, str) else bytes(value).decode()


radio = Radio()
