# shared-bindings/busio: the I2C bus, on which a camera's sensor is set up.
from _chip import i2c_open, i2c_close
from _devices import Device as _Device, checked as _checked


class I2C(_Device):
    def __init__(self, scl, sda, *, frequency=100000, timeout=255):
        self._handle = 0
        self._handle = _checked(i2c_open(scl._gpio, sda._gpio))

    def deinit(self):
        i2c_close(self._handle)
        self._handle = 0
