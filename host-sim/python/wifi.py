# ports/espressif/bindings/wifi: a radio that a server can use.
from _chip import wifi_address, wifi_connect
from _devices import checked as _checked
import ipaddress


class Radio:
    enabled = True
    hostname = "cpy-taipan"

    @property
    def connected(self):
        return wifi_address() != ""

    @property
    def ipv4_address(self):
        address = wifi_address()
        return None if address == "" else ipaddress.ip_address(address)

    def connect(self, ssid, password=b"", *, channel=0, bssid=None, timeout=None):
        _checked(wifi_connect(_text(ssid), _text(password)))


def _text(value):
    return value if isinstance(value, str) else bytes(value).decode()


radio = Radio()
