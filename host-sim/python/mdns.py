# shared-bindings/mdns: one responder, and what others on the network announce.
import json as _json
import _chip
import ipaddress as _ipaddress
import wifi as _wifi
from _devices import checked as _checked, fail as _fail


class RemoteService:
    pass


def _service(told):
    service = RemoteService()
    service.hostname = told["hostname"]
    service.instance_name = told["instanceName"]
    service.service_type = told["serviceType"]
    service.protocol = told["protocol"]
    service.port = told["port"]
    address = told["ipv4Address"]
    service.ipv4_address = None if address is None else _ipaddress.ip_address(address)
    return service


class Server:
    def __init__(self, network_interface):
        self._handle = 0
        if network_interface is not _wifi.radio:
            raise ValueError("mDNS only works with built-in WiFi")
        self._handle = _checked(_chip.mdns_open())

    def deinit(self):
        _chip.mdns_close(self._handle)
        self._handle = 0

    @property
    def hostname(self):
        return _checked(_chip.mdns_hostname(self._handle))

    @hostname.setter
    def hostname(self, name):
        _checked(_chip.mdns_set_hostname(self._handle, name))

    @property
    def instance_name(self):
        return _checked(_chip.mdns_instance_name(self._handle))

    @instance_name.setter
    def instance_name(self, name):
        _checked(_chip.mdns_set_instance_name(self._handle, name))

    def find(self, *, service_type, protocol, timeout=1):
        found = _checked(_chip.mdns_find(self._handle, service_type, protocol, timeout))
        if not isinstance(found, str):
            _fail(found)
        return tuple(_service(told) for told in _json.loads(found))

    def advertise_service(self, *, service_type, protocol, port, txt_records=None):
        # Any use of a server that is closed says so first.
        self.hostname
        for record in txt_records or ():
            if not isinstance(record, (str, bytes)):
                raise ValueError(
                    "Failed to add service TXT record; non-string or bytes found in txt_records"
                )
        if txt_records:
            raise NotImplementedError("txt_records")
        _checked(_chip.mdns_advertise(self._handle, service_type, protocol, port))
