# SPDX-License-Identifier: MIT
# Frames of a serial line: a start byte, a length, a payload, a checksum.

START = 0xA5  # never the first byte of noise
HEADER_LENGTH = 2


class Fault:
    """Why a frame was dropped."""

    Checksum = "checksum"
    Length = "length"


def crc8(bytes, start_at=0):
    """The CRC-8 of `bytes` (polynomial 0x07).

    bytes: what the checksum is of
    start_at: the first byte that counts
    Returns a number below 256
    """
    crc = 0
    for i in range(start_at, len(bytes)):
        crc ^= bytes[i]
        for bit in range(8):
            crc = crc << 1 ^ 0x07 if crc & 0x80 else crc << 1
            crc &= 0xFF
    return crc


def parse(stream, on_fault):
    frames = []
    offset = 0
    while offset + HEADER_LENGTH < len(stream):
        if stream[offset] != START:
            offset += 1
            continue
        length = stream[offset + 1]
        end = offset + HEADER_LENGTH + length
        if end >= len(stream):
            on_fault(Fault.Length, offset)
            break
        payload = bytearray(stream[offset + HEADER_LENGTH : end])

        # A wrong checksum may be noise that looks like a start.
        if crc8(payload) != stream[end]:
            on_fault(Fault.Checksum, offset)
            offset += 1
            continue
        frames.append({"payload": payload, "offset": offset})
        offset = end + 1
    return frames


stream = bytearray([0, START, 2, 16, 32, 0xA7, START, 1, 9, 0, START, 200, 1])
frames = parse(stream, lambda fault, offset: print(f"{fault} at {offset}"))
for frame in frames:
    payload = frame["payload"]
    offset = frame["offset"]
    hex = [f"{byte:02x}" for byte in payload]
    print(f"{offset}: {' '.join(hex)}")
