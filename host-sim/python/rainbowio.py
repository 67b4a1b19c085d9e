# shared-module/rainbowio/__init__.c: once around the wheel in 256 steps, from red over green and
# blue back to red.
def colorwheel(n):
    place = n - int(n / 256) * 256 if n > 255 else n
    if place < 85:
        return (int(255 - place * 3) & 0xFF) << 16 | (int(place * 3) & 0xFF) << 8
    if place < 170:
        place -= 85
        return (int(255 - place * 3) & 0xFF) << 8 | int(place * 3) & 0xFF
    place -= 170
    return (int(place * 3) & 0xFF) << 16 | int(255 - place * 3) & 0xFF
