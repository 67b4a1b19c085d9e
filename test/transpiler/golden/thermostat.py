# A thermostat with hysteresis, and what it remembers.

from taipan_runtime import reduce, sorted_by, to_fixed


class History:
    def __init__(self, limit):
        self._limit = limit
        self._readings = []

    def add(self, reading):
        self._readings.append(reading)
        if len(self._readings) > self._limit:
            self._readings.pop(0)

    @property
    def average(self):
        total = reduce(self._readings, lambda sum, reading_1: sum + reading_1["celsius"], 0)
        return total / max(len(self._readings), 1)

    def warmest(self, count):
        return sorted_by(self._readings, lambda a: -a["celsius"])[:count]


class Thermostat:
    def __init__(self, target, tolerance=0.5):
        self._target = target
        self._tolerance = tolerance
        # Whether the heater is on.
        self.heating = False
        self.history = History(4)
        self._listeners = []

    def on_change(self, listener):
        self._listeners.append(listener)

    def update(self, reading):
        """Switches where the reading has left the tolerated range."""
        self.history.add(reading)
        is_cold = reading["celsius"] < self._target - self._tolerance
        is_warm = reading["celsius"] > self._target + self._tolerance
        if not is_warm if self.heating else not is_cold:
            return  # nothing changes

        self.heating = not self.heating
        for listener in self._listeners:
            listener(self.heating, reading)


thermostat = Thermostat(21)


def listener(heating, parts):
    time = parts["time"]
    print(f"{time} s: heater {'on' if heating else 'off'}")


thermostat.on_change(listener)
for index, celsius in enumerate([20.75, 20.25, 21, 21.25, 21.75, 20.5]):
    thermostat.update({"celsius": celsius, "time": index * 30})
print(to_fixed(thermostat.history.average, 2))
print(", ".join(str(value) for value in [part["time"] for part in thermostat.history.warmest(2)]))
