# shared-bindings/sdioio: an SD card on a bus of its own, as far as storage.VfsFat needs it.
import _chip
from _devices import Device as _Device, checked as _checked
from _pins import gpio_of as _gpio_of


class SDCard(_Device):
    def __init__(self, clock, command, data, frequency):
        self._handle = 0
        clock, command = _gpio_of(clock, "clock"), _gpio_of(command, "command")
        self.width = len(data)
        data = " ".join(_gpio_of(pin, "data") for pin in data)
        self._handle = _checked(_chip.card_over_sdio(clock, command, data, frequency))
        # In kilohertz: sdmmc_card_t.real_freq_khz is handed on as it is.
        self.frequency = frequency // 1000

    def configure(self, frequency=0, width=0):
        _checked(_chip.card_count(self._handle))

    def count(self):
        return _checked(_chip.card_count(self._handle))

    def deinit(self):
        _chip.card_close(self._handle)
        self._handle = 0

    def readblocks(self, start_block, buf):
        raise NotImplementedError("sectors of a card are not simulated: mount it, see storage.VfsFat")

    writeblocks = readblocks
