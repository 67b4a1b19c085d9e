# shared-bindings/ipaddress


class IPv4Address:
    version = 4

    def __init__(self, address):
        parts = [int(part) for part in address.split(".")]
        if len(parts) != 4 or max(parts) > 255 or min(parts) < 0:
            raise ValueError("Not a valid IP string")
        self.packed = bytes(parts)

    def __str__(self):
        return "%d.%d.%d.%d" % tuple(self.packed)

    def __repr__(self):
        return "IPv4Address(" + str(self) + ")"

    def __eq__(self, other):
        return isinstance(other, IPv4Address) and self.packed == other.packed

    def __hash__(self):
        return hash(self.packed)


def ip_address(address):
    return IPv4Address(address)
