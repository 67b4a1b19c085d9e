# shared-bindings/sdcardio: an SD card on an SPI bus, as far as storage.VfsFat needs it.
import _chip
from busio import SPI as _SPI
from _devices import checked as _checked, fail as _fail
from _pins import gpio_of as _gpio_of


class SDCard:
    def __init__(self, spi=None, cs=None, baudrate=8000000):
        self._handle = 0
        if not isinstance(spi, _SPI):
            raise TypeError("spi must be of type SPI, not " + type(spi).__name__)
        answer = _checked(_chip.card_over_spi(spi._handle, _gpio_of(cs, "cs")))
        if answer < 0:
            _fail(answer)
        self._handle = answer

    def count(self):
        return _checked(_chip.card_count(self._handle))

    def deinit(self):
        _chip.card_close(self._handle)
        self._handle = 0

    def sync(self):
        _checked(_chip.card_count(self._handle))

    def readblocks(self, start_block, buf):
        raise NotImplementedError("sectors of a card are not simulated: mount it, see storage.VfsFat")

    writeblocks = readblocks
