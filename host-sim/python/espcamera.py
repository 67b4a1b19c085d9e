# ports/espressif/bindings/espcamera: one camera, JPEG pictures in a buffer of the driver's.
from array import array as _array
from uctypes import addressof as _addressof, bytearray_at as _bytearray_at
import json
import _chip
from _devices import Device as _Device, checked as _checked, fail as _fail
from _pins import Choice as _Choice, gpio_of as _gpio_of
import busio
from _chip import camera_available as _camera_available, camera_copy as _camera_copy
from _chip import camera_take as _camera_take

_NO_PICTURE = -1000


class GrabMode:
    pass


class PixelFormat:
    pass


class FrameSize:
    pass


class GainCeiling:
    pass


_numbers, _flags, _gain_ceilings = json.loads(_chip.camera_settings())
_members = {}


def _choices(cls, names):
    for name in names:
        choice = _Choice("espcamera." + cls.__name__ + "." + name)
        setattr(cls, name, choice)
        _members[choice] = cls


_choices(GrabMode, ("WHEN_EMPTY", "LATEST"))
_choices(PixelFormat, ("RGB565", "GRAYSCALE", "JPEG"))
_choices(FrameSize, _chip.frame_sizes().split(" "))
_choices(GainCeiling, _gain_ceilings)


def _name(cls, choice, argument):
    # cp_enum_value in py/enum.c
    if _members.get(choice) is not cls:
        given = type(choice).__name__
        raise TypeError("%s must be of type %s, not %s" % (argument, cls.__name__, given))
    return choice._shown.split(".")[-1]


def _gpio(pin, argument):
    return None if pin is None else _gpio_of(pin, argument)


def _read_only(view):
    # mp_obj_new_memoryview('b', …) without MP_OBJ_ARRAY_TYPECODE_FLAG_RW: the flag lies in the byte
    # behind the object's type (py/objarray.h), and this VM has no other way to leave it out.
    _bytearray_at(id(view) + 4, 1)[0] = ord("b")
    return view


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
        if not isinstance(i2c, busio.I2C):
            raise TypeError("i2c must be of type I2C, not " + type(i2c).__name__)
        options = {
            "dataPins": [_gpio_of(pin, "data_pins") for pin in data_pins],
            "pixelClockPin": _gpio_of(pixel_clock_pin, "pixel_clock_pin"),
            "vsyncPin": _gpio_of(vsync_pin, "vsync_pin"),
            "hrefPin": _gpio_of(href_pin, "href_pin"),
            "i2c": i2c._handle,
            "externalClockPin": _gpio(external_clock_pin, "external_clock_pin"),
            "externalClockFrequency": external_clock_frequency,
            "powerdownPin": _gpio(powerdown_pin, "powerdown_pin"),
            "resetPin": _gpio(reset_pin, "reset_pin"),
            "pixelFormat": _name(PixelFormat, pixel_format, "pixel_format"),
            "frameSize": _name(FrameSize, frame_size, "frame_size"),
            "jpegQuality": jpeg_quality,
            "framebufferCount": framebuffer_count,
            "grabMode": _name(GrabMode, grab_mode, "grab_mode"),
        }
        self._handle = _checked(_chip.camera_open(json.dumps(options)))

    @property
    def frame_available(self):
        return _checked(_camera_available(self._handle))

    def take(self, timeout=0.25):
        size = _checked(_camera_take(self._handle, int(round(timeout * 1000))))
        if size == _NO_PICTURE:
            return None
        if size < 0:
            _fail(size)
        # The same memory for every picture: the one before is overwritten, as in the driver. It
        # grows by a margin, so that pictures of like size need no other.
        if self._buffer is None or len(self._buffer) < size:
            self._buffer = _read_only(memoryview(_array("b", bytes(size + size // 4))))
        _camera_copy(_addressof(self._buffer))
        return self._buffer[:size]

    def reconfigure(
        self, frame_size=None, pixel_format=None, grab_mode=None, framebuffer_count=None
    ):
        self._described("sensor")
        changes = {}
        if frame_size is not None:
            changes["frameSize"] = _name(FrameSize, frame_size, "frame_size")
        if pixel_format is not None:
            changes["pixelFormat"] = _name(PixelFormat, pixel_format, "pixel_format")
        if grab_mode is not None:
            changes["grabMode"] = _name(GrabMode, grab_mode, "grab_mode")
        if framebuffer_count is not None:
            changes["framebufferCount"] = framebuffer_count
        _checked(_chip.camera_reconfigure(self._handle, json.dumps(changes)))

    def deinit(self):
        _chip.camera_close(self._handle)
        self._handle = 0
        self._buffer = None

    def _described(self, key):
        return json.loads(_checked(_chip.camera_describe(self._handle)))[key]

    @property
    def frame_size(self):
        return getattr(FrameSize, self._described("frameSize"))

    @property
    def max_frame_size(self):
        return getattr(FrameSize, self._described("maxFrameSize"))

    @property
    def pixel_format(self):
        return getattr(PixelFormat, self._described("pixelFormat"))

    @property
    def grab_mode(self):
        return getattr(GrabMode, self._described("grabMode"))

    @property
    def supports_jpeg(self):
        return self._described("sensor") != ""

    def _setting(self, name):
        return _checked(_chip.camera_setting(self._handle, name))

    def _set(self, name, value):
        self._described("sensor")
        _checked(_chip.camera_set(self._handle, name, value))

    @property
    def gain_ceiling(self):
        return getattr(GainCeiling, _gain_ceilings[self._setting("gain_ceiling")])

    @gain_ceiling.setter
    def gain_ceiling(self, value):
        name = _name(GainCeiling, value, "gain_ceiling")
        self._set("gain_ceiling", _gain_ceilings.index(name))


def _description(key):
    return property(lambda self: self._described(key))


def _number(name):
    def put(self, value):
        if not isinstance(value, int):
            raise TypeError("can't convert %s to int" % type(value).__name__)
        self._set(name, int(value))

    return property(lambda self: self._setting(name), put)


def _flag(name):
    return property(
        lambda self: self._setting(name) == 1, lambda self, value: self._set(name, 1 if value else 0)
    )


for _key, _described_as in (
    ("width", "width"),
    ("height", "height"),
    ("address", "address"),
    ("sensor_name", "sensor"),
    ("framebuffer_count", "framebufferCount"),
):
    setattr(Camera, _key, _description(_described_as))
for _key in _numbers:
    setattr(Camera, _key, _number(_key))
for _key in _flags:
    setattr(Camera, _key, _flag(_key))
