# ports/espressif/bindings/wifi: a radio that a server can use.
import json as _json
import _chip
from _chip import wifi_address as _wifi_address
from _devices import Choice as _Choice, checked as _checked, fail as _fail
import ipaddress as _ipaddress

_ACCESS_POINT = _json.loads(_chip.wifi_access_point())
_names = _json.loads(_chip.wifi_choices())


class PowerManagement:
    pass


class AuthMode:
    pass


for _name in _names["power_managements"]:
    setattr(PowerManagement, _name, _Choice("wifi.PowerManagement." + _name))
for _name in _names["auth_modes"]:
    setattr(AuthMode, _name, _Choice("wifi.AuthMode." + _name))


class Network:
    def __init__(self, ssid):
        self.ssid = ssid
        self.bssid = bytes(_ACCESS_POINT["bssid"])
        self.rssi = _ACCESS_POINT["rssi"]
        self.channel = _ACCESS_POINT["channel"]
        self.country = "CN"
        self.authmode = [AuthMode.WPA2, AuthMode.PSK]


class Radio:
    @property
    def enabled(self):
        return _chip.wifi_enabled()

    @enabled.setter
    def enabled(self, value):
        _chip.wifi_enable(bool(value))

    @property
    def hostname(self):
        return _chip.wifi_hostname()

    @hostname.setter
    def hostname(self, value):
        _checked(_chip.wifi_set_hostname(_text(value)))

    @property
    def mac_address(self):
        return bytes(_json.loads(_chip.wifi_mac_address(False)))

    @mac_address.setter
    def mac_address(self, value):
        _checked(_chip.wifi_set_mac_address(False, _json.dumps(list(value))))

    @property
    def mac_address_ap(self):
        return bytes(_json.loads(_chip.wifi_mac_address(True)))

    @mac_address_ap.setter
    def mac_address_ap(self, value):
        _checked(_chip.wifi_set_mac_address(True, _json.dumps(list(value))))

    @property
    def tx_power(self):
        return float(_chip.wifi_tx_power())

    @tx_power.setter
    def tx_power(self, value):
        _chip.wifi_set_tx_power(value)

    @property
    def power_management(self):
        return getattr(PowerManagement, _chip.wifi_power_management())

    @power_management.setter
    def power_management(self, value):
        _checked(_chip.wifi_set_power_management(repr(value).split(".")[-1]))

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
        return _address(_chip.wifi_gateway())

    @property
    def ipv4_gateway_ap(self):
        return _address(_chip.wifi_ap_address())

    ipv4_dns = ipv4_gateway

    @property
    def dns(self):
        return (_chip.wifi_gateway(),) if self.connected else ()

    @property
    def ipv4_subnet(self):
        return _address(_chip.wifi_subnet())

    @property
    def ipv4_subnet_ap(self):
        return _address(_chip.wifi_subnet_ap())

    @property
    def addresses(self):
        return (_wifi_address(),) if self.connected else ()

    @property
    def addresses_ap(self):
        return (_chip.wifi_ap_address(),) if self.ap_active else ()

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
        is_open = AuthMode.OPEN in authmode
        more = {"channel": channel, "maxConnections": max_connections, "isOpen": is_open}
        _checked(_chip.wifi_start_ap(_text(ssid), _text(password), _json.dumps(more)))

    def stop_ap(self):
        _chip.wifi_stop_ap()

    def start_station(self):
        pass

    stop_station = start_station

    def start_dhcp(self, *, ipv4=True, ipv6=False):
        pass

    stop_dhcp = start_dhcp_ap = stop_dhcp_ap = start_station

    def start_scanning_networks(self, *, start_channel=1, stop_channel=165):
        _checked(_chip.wifi_start_scan(start_channel, stop_channel))
        return self._scan(start_channel, stop_channel)

    def _scan(self, first, last):
        ssid = _chip.wifi_scanned(first, last)
        if not isinstance(ssid, str):
            _fail(ssid)
        if ssid:
            yield Network(ssid)

    def stop_scanning_networks(self):
        _chip.wifi_stop_scan()

    def ping(self, ip, *, timeout=0.5):
        took = _chip.wifi_ping(str(ip), 0.5 if timeout is None else timeout)
        if took < 0:
            _fail(took)
        return took or None


def _address(text):
    return None if text == "" else _ipaddress.ip_address(text)


def _text(value):
    return value if isinstance(value, str) else bytes(value).decode()


radio = Radio()
