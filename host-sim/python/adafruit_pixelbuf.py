# shared-module/adafruit_pixelbuf/PixelBuf.c: what neopixel.NeoPixel inherits from. The module is
# part of the firmware, so that neopixel.py alone is on a board's drive.

_DOTSTAR_START = 0b11100000


def _byte(value):
    return int(value) & 0xFF


class PixelBuf:
    def __init__(
        self, size, *, byteorder="BGR", brightness=None, auto_write=False, header=b"", trailer=b""
    ):
        places = [byteorder.find(letter) for letter in "RGBWP"]
        self._is_dotstar = places[4] == 0
        self._has_white = places[3] >= 0
        has_fourth = self._is_dotstar or self._has_white
        if -1 in places[:3] or places[4] > 0 or len(byteorder) > (4 if has_fourth else 3):
            raise ValueError("Invalid byteorder string")
        self._order = places[:3]
        if has_fourth:
            self._order.append(0 if self._is_dotstar else places[3])
        self._count = size
        self._byteorder = byteorder
        self._step = len(byteorder)
        self._begin = len(header)
        self._sent = bytearray(header) + bytearray(size * self._step) + bytearray(trailer)
        # What was set, before it is made darker; the same as what is sent while nothing is.
        self._set = self._sent
        if self._is_dotstar:
            for at in range(self._begin, self._begin + size * 4, 4):
                self._sent[at] = _DOTSTAR_START | 0b11111
        self._scale = 256
        self.auto_write = False
        self.brightness = 1.0 if brightness is None else brightness
        self.auto_write = bool(auto_write)

    @property
    def bpp(self):
        return self._step

    @property
    def byteorder(self):
        return self._byteorder

    @property
    def brightness(self):
        return self._brightness

    @brightness.setter
    def brightness(self, value):
        self._brightness = min(max(float(value), 0.0), 1.0)
        scale = int(self._brightness * 256)
        if scale == self._scale:
            return
        self._scale = scale
        if self._set is self._sent:
            self._set = bytearray(self._sent)
        for at in range(self._begin, self._begin + self._count * self._step):
            if not (self._is_dotstar and (at - self._begin) % 4 == 0):
                self._sent[at] = self._set[at] * scale // 256
        if self.auto_write:
            self.show()

    def __len__(self):
        return self._count

    def show(self):
        self._transmit(self._sent)

    def fill(self, color):
        parts = self._parts(color)
        for index in range(self._count):
            self._put(index, parts)
        if self.auto_write:
            self.show()

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([self._get(at) for at in range(*index.indices(self._count))])
        return self._get(self._checked(index))

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            self._set_slice(range(*index.indices(self._count)), value)
        else:
            self._put(self._checked(index), self._parts(value))
        if self.auto_write:
            self.show()

    # As many colors as pixels, or as many numbers as they have parts in all.
    def _set_slice(self, indices, values):
        due = len(indices)
        if len(values) == due * self._step != due:
            step = self._step
            values = [values[at : at + step] for at in range(0, len(values), step)]
        if len(values) != due:
            raise ValueError(
                "Unmatched number of items on RHS (expected %d, got %d)." % (due, len(values))
            )
        for index, value in zip(indices, values):
            self._put(index, self._parts(value))

    def _checked(self, index):
        place = index + self._count if index < 0 else index
        if not 0 <= place < self._count:
            raise IndexError(type(self).__name__ + " index out of range")
        return place

    def _get(self, index):
        at = self._begin + index * self._step
        parts = [self._set[at + place] for place in self._order]
        if self._is_dotstar:
            parts[3] = (parts[3] & 0b11111) / 31.0
        return tuple(parts)

    def _parts(self, color):
        fourth = 255 if self._is_dotstar else 0
        if isinstance(color, (int, float)):
            color = int(color)
            red, green, blue = color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF
        else:
            if not 3 <= len(color) <= 4:
                raise ValueError("color length must be 3-4")
            red, green, blue = _byte(color[0]), _byte(color[1]), _byte(color[2])
            if len(color) > 3:
                given = color[3]
                fourth = _byte(255 * given if isinstance(given, float) else given)
                return red, green, blue, fourth
        # Equal parts are white where there is a white of its own.
        if self._has_white and red == green == blue:
            return 0, 0, 0, red
        return red, green, blue, fourth

    def _put(self, index, parts):
        begin = self._begin + index * self._step
        for number, place in enumerate(self._order):
            value = parts[number]
            if number == 3 and self._is_dotstar:
                value = _DOTSTAR_START | value >> 3
                self._sent[begin + place] = value
            else:
                self._sent[begin + place] = value * self._scale // 256
            self._set[begin + place] = value
