// Texts in addresses (ECMAScript 19.2.6).
import type { Helper } from "./helper";

export const uriHelpers = {
  decode_uri: {
    needs: ["URIError"],
    text: `def decode_uri(text, kept=""):
    """text with what %XX stands for, but for the characters of kept."""
    result = ""
    data = b""
    for place, part in enumerate(text.split("%")):
        if place > 0:
            digits = part[:2].lower()
            if len(digits) < 2 or digits.strip("0123456789abcdef"):
                raise URIError("URI malformed")
            data += bytes([int(digits, 16)])
            part = part[2:]
        if part or place == text.count("%"):
            result += decoded_bytes(data, kept) + part
            data = b""
    return result


def decoded_bytes(data, kept):
    try:
        text = data.decode()
    except UnicodeError:
        raise URIError("URI malformed")
    if text.encode() != data:
        raise URIError("URI malformed")
    return "".join(["%%%02X" % ord(character) if character in kept else character for character in text])`,
  },
  encode_uri: {
    text: `def encode_uri(text, kept=""):
    """text with %XX for what stands for itself in no address, but for the characters of kept."""
    result = ""
    for character in text:
        if character.isalpha() and ord(character) < 128 or "0" <= character <= "9" or character in "-_.!~*'()" + kept:
            result += character
        else:
            result += "".join(["%%%02X" % byte for byte in character.encode()])
    return result`,
  },
} satisfies Record<string, Helper>;
