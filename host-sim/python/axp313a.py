# The frozen library https://github.com/bill88t/CircuitPython_AXP313A on a power chip that works.


class camera_voltages:
    OV2640 = (1.2, 2.8)
    OV7725 = (1.8, 3.3)


class AXP313A:
    def __init__(self, i2c):
        self._i2c = i2c


def enable_camera(pmic, voltages):
    return True
