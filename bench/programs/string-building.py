def escape_html(text):
    escaped = ""
    for character in text:
        if character == "<":
            escaped += "&lt;"
        elif character == ">":
            escaped += "&gt;"
        elif character == "&":
            escaped += "&amp;"
        else:
            escaped += character
    return escaped


def table(readings):
    rows = []
    for reading in readings:
        rows.append(f"<tr><td>{escape_html(reading['name'])}</td><td>{reading['value']}</td></tr>")
    return f"<table>{''.join(rows)}</table>"


def hex_dump(data):
    parts = []
    for byte in data:
        parts.append(f"{byte:02x}")
    return " ".join(parts)


def run():
    readings = []
    for index in range(60):
        readings.append({"name": f"sensor <{index}> & co", "value": index * 3})
    data = bytearray(256)
    for index in range(len(data)):
        data[index] = index
    return table(readings) + "\n" + hex_dump(data)
