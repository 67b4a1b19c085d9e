SYNC = 0xA5


def crc16(data, start, end):
    crc = 0xFFFF
    for i in range(start, end):
        crc ^= data[i] << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
            crc &= 0xFFFF
    return crc


def make_packets(count):
    data = bytearray(count * 13)
    offset = 0
    for n in range(count):
        start = offset
        data[offset] = SYNC
        data[offset + 1] = n & 0xFF
        data[offset + 2] = 0
        data[offset + 3] = 8
        offset += 4
        for i in range(7):
            data[offset] = (n * 7 + i * 13) & 0xFF
            offset += 1
        crc = crc16(data, start + 1, offset)
        data[offset] = crc >> 8
        data[offset + 1] = 0 if n % 5 == 4 else crc & 0xFF
        offset += 2
    return data


def parse(data):
    sums = []
    position = 0
    while position + 6 <= len(data):
        if data[position] != SYNC:
            position += 1
            continue
        length = (data[position + 2] << 8) | data[position + 3]
        end = position + 3 + length
        if end + 2 > len(data):
            break
        expected = (data[end] << 8) | data[end + 1]
        if crc16(data, position + 1, end) != expected:
            position += 1
            continue
        total = 0
        for i in range(position + 4, end):
            total += data[i]
        sums.append(total)
        position = end + 2
    return sums


def run():
    return ",".join(str(total) for total in parse(make_packets(40)))
