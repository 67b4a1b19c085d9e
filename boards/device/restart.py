# Runs on the board last: a real reset, after which code.py starts and USB shows the drive again.
# A soft reset would lead back to the raw REPL. The pause lets mpremote close the port first; the
# reset writes out what the drive still buffers (common_hal_mcu_reset of the espressif port).
import time

import microcontroller

time.sleep(0.2)
microcontroller.reset()
