# ports/espressif/bindings/espcamera: one camera, JPEG pictures in a buffer of the driver's.
from array import array as _array
from uctypes import addressof as _addressof
import json
import _chip
from _devices import Device as _Device, checked as _checked, fail as _fail
from _pins import Choice as _Choice
from _chip import camera_available, camera_take, camera_copy

_NO_PICTURE = -1000


class GrabMode:
    pass


class PixelFormat:
    pass


class FrameSize:
    pass


def _choices(cls, names):
    for name in names:
        setattr(cls, name, _Choice("espcamera." + cls.__name__ + "." + name))


_choices(GrabMode, ("WHEN_EMPTY", "LATEST"))
_choices(PixelFormat, ("RGB565", "GRAYSCALE", "JPEG"))
_choices(FrameSize, _chip.frame_sizes().split(" "))


def _name(choice):
    return choice._shown.split(".")[-1]


def _gpio(pin):
    return None if pin is None else pin._gpio


class Camera(_Device):
    def __init__(
        self,
        *,
        data_pins,
        pixel_clock_pin,
        vsync_pin,
        href_pin,
        i2c,
        external_clock_pin=None,
        external_clock_frequency=20000000,
        powerdown_pin=None,
        reset_pin=None,
        pixel_format=PixelFormat.RGB565,
        frame_size=FrameSize.QQVGA,
        jpeg_quality=15,
        framebuffer_count=1,
        grab_mode=GrabMode.WHEN_EMPTY
    ):
        self._handle = 0
        self._buffer = None
        options = {
            "dataPins": [pin._gpio for pin in data_pins],
            "pixelClockPin": pixel_clock_pin._gpio,
            "vsyncPin": vsync_pin._gpio,
            "hrefPin": href_pin._gpio,
            "i2c": i2c._handle,
            "externalClockPin": _gpio(external_clock_pin),
            "externalClockFrequency": external_clock_frequency,
            "powerdownPin": _gpio(powerdown_pin),
            "resetPin": _gpio(reset_pin),
            "pixelFormat": _name(pixel_format),
            "frameSize": _name(frame_size),
            "jpegQuality": jpeg_quality,
            "framebufferCount": framebuffer_count,
            "grabMode": _name(grab_mode),
        }
        self._handle = _checked(_chip.camera_open(json.dumps(options)))

    @property
    def frame_available(self):
        return _checked(camera_available(self._handle))

    def take(self, timeout=0.25):
        size = _checked(camera_take(self._handle, int(timeout * 1000)))
        if size == _NO_PICTURE:
            return None
        if size < 0:
            _fail(size)
        # The same memory for every picture: the one before is overwritten, as in the driver. It
        # grows by a margin, so that pictures of like size need no other.
        if self._buffer is None or len(self._buffer) < size:
            self._buffer = memoryview(_array("b", bytes(size + size // 4)))
        camera_copy(_addressof(self._buffer))
        return self._buffer[:size]

    def deinit(self):
        _chip.camera_close(self._handle)
        self._handle = 0
        self._buffer = None

    def _described(self, key):
        return json.loads(_checked(_chip.camera_describe(self._handle)))[key]

    @property
    def width(self):
        return self._described("width")

    @property
    def height(self):
        return self._described("height")

    @property
    def sensor_name(self):
        return self._described("sensor")

    @property
    def quality(self):
        return self._described("jpegQuality")

    @property
    def framebuffer_count(self):
        return self._described("framebufferCount")

    @property
    def frame_size(self):
        return getattr(FrameSize, self._described("frameSize"))

    @property
    def pixel_format(self):
        return getattr(PixelFormat, self._described("pixelFormat"))

    @property
    def grab_mode(self):
        return getattr(GrabMode, self._described("grabMode"))

    @property
    def supports_jpeg(self):
        self._described("sensor")
        return True
