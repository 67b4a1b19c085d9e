# shared-bindings/busio: buses with two, three and four wires.
import json as _json
from uctypes import addressof as _addressof

import _chip
from _devices import Device as _Device, checked as _checked, fail as _fail
from _pins import Choice as _Choice, gpio_of as _gpio_of

_EAGAIN = 11

_ALL = 0x7FFFFFFF


def _slice(buffer, start, end):
    """normalize_buffer_bounds in shared/runtime/buffer_helper.c: address and length."""
    length = len(buffer)
    start = min(max(start + length, 0) if start < 0 else start, length)
    end = min(max(end + length, 0) if end < 0 else end, length)
    size = max(end - start, 0)
    # An empty buffer has no address.
    return (_addressof(buffer) + start, size) if size > 0 else (0, 0)


def _optional(pin, name):
    return "" if pin is None else _gpio_of(pin, name)


class I2C(_Device):
    def __init__(self, scl, sda, *, frequency=100000, timeout=255):
        self._handle = 0
        self._handle = _checked(_chip.i2c_open(_gpio_of(scl, "scl"), _gpio_of(sda, "sda")))

    def deinit(self):
        _chip.i2c_close(self._handle)
        self._handle = 0

    def try_lock(self):
        return _checked(_chip.i2c_try_lock(self._handle))

    def unlock(self):
        _checked(_chip.i2c_unlock(self._handle))

    def scan(self):
        return _json.loads(_checked(_chip.i2c_scan(self._handle)))

    def readfrom_into(self, address, buffer, *, start=0, end=_ALL):
        _checked(_chip.i2c_read(self._handle, address, *_slice(buffer, start, end)))

    def writeto(self, address, buffer, *, start=0, end=_ALL):
        _checked(_chip.i2c_write(self._handle, address, *_slice(buffer, start, end)))

    def writeto_then_readfrom(
        self, address, out_buffer, in_buffer, *, out_start=0, out_end=_ALL, in_start=0, in_end=_ALL
    ):
        self.writeto(address, out_buffer, start=out_start, end=out_end)
        self.readfrom_into(address, in_buffer, start=in_start, end=in_end)


class SPI(_Device):
    def __init__(self, clock, MOSI=None, MISO=None, half_duplex=False):
        self._handle = 0
        pins = (_gpio_of(clock, "clock"), _optional(MOSI, "mosi"), _optional(MISO, "miso"))
        if half_duplex:
            raise NotImplementedError("half_duplex")
        self._handle = _checked(_chip.spi_open(*pins))

    def deinit(self):
        _chip.spi_close(self._handle)
        self._handle = 0

    def try_lock(self):
        return _checked(_chip.spi_try_lock(self._handle))

    def unlock(self):
        _checked(_chip.spi_unlock(self._handle))

    def configure(self, *, baudrate=100000, polarity=0, phase=0, bits=8):
        _checked(_chip.spi_configure(self._handle, baudrate, polarity, phase, bits))

    @property
    def frequency(self):
        return _checked(_chip.spi_frequency(self._handle))

    def write(self, buffer, *, start=0, end=_ALL):
        _checked(_chip.spi_write(self._handle, *_slice(buffer, start, end)))

    def readinto(self, buffer, *, start=0, end=_ALL, write_value=0):
        _checked(_chip.spi_read(self._handle, *_slice(buffer, start, end), write_value))

    def write_readinto(
        self, out_buffer, in_buffer, *, out_start=0, out_end=_ALL, in_start=0, in_end=_ALL
    ):
        out = _slice(out_buffer, out_start, out_end)
        _checked(_chip.spi_transfer(self._handle, *out, *_slice(in_buffer, in_start, in_end)))


class _Parity:
    ODD = _Choice("busio.UART.Parity.ODD")
    EVEN = _Choice("busio.UART.Parity.EVEN")


class UART(_Device):
    Parity = _Parity

    def __init__(
        self,
        tx=None,
        rx=None,
        *,
        baudrate=9600,
        bits=8,
        parity=None,
        stop=1,
        timeout=1,
        receiver_buffer_size=64
    ):
        self._handle = 0
        options = {
            "rx": None if rx is None else _gpio_of(rx, "rx"),
            "tx": None if tx is None else _gpio_of(tx, "tx"),
            "baudrate": baudrate,
            "bits": bits,
            "stop": stop,
            "timeout": timeout,
            "bufferSize": receiver_buffer_size,
        }
        self._handle = _counted(_checked(_chip.uart_open(_json.dumps(options))))

    def deinit(self):
        _chip.uart_close(self._handle)
        self._handle = 0

    def readinto(self, buf):
        """Until it is full or nothing comes in time: mp_stream_rw in py/stream.c."""
        total = 0
        while total < len(buf):
            address = _addressof(buf) + total
            answer = _checked(_chip.uart_read(self._handle, address, len(buf) - total))
            if answer == -_EAGAIN:
                return total if total > 0 else None
            total += _counted(answer)
        return total

    def read(self, nbytes=None):
        if nbytes is None:
            return self._read_all()
        buffer = bytearray(nbytes)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def _read_all(self):
        found = b""
        part = self.read(256)
        while part is not None:
            found += part
            part = self.read(256)
        return found or None

    def readline(self):
        line = b""
        while not line.endswith(b"\n"):
            byte = self.read(1)
            if byte is None:
                break
            line += byte
        return line or None

    def write(self, buf):
        address, length = _slice(buf, 0, _ALL)
        return _counted(_checked(_chip.uart_write(self._handle, address, length)))

    @property
    def in_waiting(self):
        return _checked(_chip.uart_waiting(self._handle))

    @property
    def baudrate(self):
        return _checked(_chip.uart_baudrate(self._handle))

    @baudrate.setter
    def baudrate(self, baudrate):
        _checked(_chip.uart_set_baudrate(self._handle, baudrate))

    @property
    def timeout(self):
        return float(_checked(_chip.uart_timeout(self._handle)))

    @timeout.setter
    def timeout(self, timeout):
        _checked(_chip.uart_set_timeout(self._handle, timeout))

    def reset_input_buffer(self):
        _checked(_chip.uart_reset_input(self._handle))


def _counted(answer):
    if answer < 0:
        _fail(answer)
    return answer
