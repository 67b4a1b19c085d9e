def is_digit(character):
    return "0" <= character <= "9"


def tokenize(text):
    tokens = []
    position = 0
    while position < len(text):
        character = text[position]
        if character == " ":
            position += 1
            continue
        if is_digit(character):
            start = position
            while position < len(text) and is_digit(text[position]):
                position += 1
            tokens.append(text[start:position])
            continue
        tokens.append(character)
        position += 1
    return tokens


def parse_headers(text):
    headers = {}
    for line in text.split("\r\n"):
        colon = line.find(":")
        if colon < 0:
            continue
        headers[line[:colon].lower()] = line[colon + 1 :].strip()
    return headers


def count_vowels(text):
    count = 0
    for character in text:
        if character in "aeiou":
            count += 1
    return count


def checksum(text):
    total = 0
    for character in text:
        total = (total * 31 + ord(character)) % 65521
    return total


def run():
    tokens = tokenize("12 + (345 * 6) - 78 / (9 + 10) " * 8)
    headers = parse_headers("Host: taipan.local\r\nAccept: */*\r\nContent-Length: 42\r\n\r\n")
    text = "GET /stream?width=640&height=480 HTTP/1.1 " * 8
    return f"{len(tokens)} {headers.get('content-length')} {count_vowels(text)} {checksum(text)}"
