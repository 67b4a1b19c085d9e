# Runs on the board last: a real reset, after which code.py starts and USB shows the drive again.
# A soft reset would lead back to the raw REPL. The pause lets mpremote close the port first.
import os
import time

import microcontroller

os.sync()
time.sleep(0.2)
microcontroller.reset()
