# struct, json, binascii, hashlib, re and math.
import binascii
import errno
import hashlib
import io
import json
import math
import re
import struct
from probe import show

buffer = bytearray(4)

show(
    """
struct.pack("<BHI", 1, 2, 3), struct.pack(">bhi", -1, -2, -3), struct.pack("!H", 80)
struct.pack("<Q", 1 << 40), struct.pack("<q", -1), struct.pack("<f", 1.5), struct.pack(">d", 0.5)
struct.pack("3s", b"ab"), struct.pack("2s", b"abc"), struct.pack("<2B", 1, 2), struct.pack("x")
struct.pack("<B", 256)
struct.pack("<B", -1)
struct.pack("<H", 70000)
struct.pack("<B")
struct.pack("<B", 1, 2)
struct.pack("<B", "a")
struct.pack("y", 1)
struct.calcsize("<BHI"), struct.calcsize("@BI"), struct.calcsize("3s2H"), struct.calcsize("")
struct.unpack("<BH", b"\\x01\\x02\\x03"), struct.unpack(">i", b"\\xff\\xff\\xff\\xfe")
struct.unpack("<f", b"\\x00\\x00\\xc0\\x3f"), struct.unpack("3s", b"abc"), struct.unpack("<?", b"\\1")
struct.unpack("<I", b"ab")
struct.unpack("<B", b"ab")
struct.unpack_from("<H", b"abcd", 1), struct.unpack_from("<H", b"abcd", -2)
struct.unpack_from("<H", b"abcd", 3)
struct.pack_into("<H", buffer, 1, 513), buffer
struct.pack_into("<H", buffer, 3, 1)
""",
    globals(),
    "struct: ",
)
show(
    """
json.dumps([1, 1.5, "a", None, True, False, [], {}]), json.dumps((1, 2)), json.dumps({"a": [1]})
json.dumps('"\\\\/\\n\\t\\x01ä€'), json.dumps({1: 2}), json.dumps({None: 1}), json.dumps("")
json.dumps([1, 2], separators=(",", ":")), json.dumps({"a": 1}, separators=(", ", "="))
json.dumps(b"ab"), json.dumps({1})
json.dumps(object)
json.dumps(float("inf")), json.dumps(1e22), json.dumps(0.1), json.dumps(1.0), json.dumps(1 << 70)
json.loads("[1, -2, 1.5, 1e3, true, false, null, {}, []]"), json.loads(' {"a" : "b"} ')
json.loads('"\\\\u00e4\\\\n\\\\"\\\\/"'), json.loads('""'), json.loads("0"), json.loads(b'"a"')
json.loads('"\\\\ud83d\\\\ude00"')
json.loads("")
json.loads("[1,")
json.loads("[1 2]")
json.loads("{a: 1}")
json.loads("nul")
json.loads("'a'")
json.loads("[1] x")
json.loads("[1,]")
json.loads("01")
json.loads("-")
json.loads('"a')
json.loads("NaN")
json.loads(1)
json.load(io.StringIO("[1]")), json.load(io.BytesIO(b"2"))
json.dumps([1], indent=2)
""",
    globals(),
    "json: ",
)
show(
    """
binascii.hexlify(b"\\x00\\xff"), binascii.hexlify(b"abc", ":"), binascii.unhexlify("00ff")
binascii.unhexlify("0")
binascii.unhexlify("0g")
binascii.b2a_base64(b"taipan"), binascii.b2a_base64(b"", newline=False), binascii.b2a_base64(b"a")
binascii.a2b_base64(b"dGFpcGFu"), binascii.a2b_base64("YQ=="), binascii.a2b_base64(b"Y Q\\n==")
binascii.a2b_base64(b"YQ")
binascii.a2b_base64(b"Y")
binascii.crc32(b"taipan"), binascii.crc32(b"pan", binascii.crc32(b"tai")), binascii.crc32(b"")
binascii.hexlify("a")
binascii.crc32("a")
""",
    globals(),
    "binascii: ",
)


def digest(name, *parts):
    # The one constructor that CircuitPython has, and those of MicroPython.
    made = hashlib.new(name) if hasattr(hashlib, "new") else getattr(hashlib, name)()
    for part in parts:
        made.update(part)
    return binascii.hexlify(made.digest())


show(
    """
digest("sha1"), digest("sha1", b"abc"), digest("sha1", b"a" * 200)
digest("sha256"), digest("sha256", b"abc"), digest("sha256", b"a" * 100, b"a" * 100)
digest("sha256", bytearray(b"abc")) == digest("sha256", memoryview(b"abc"))
digest("sha1", "text")
digest("sha1", 5)
""",
    globals(),
    "hashlib: ",
)
show(
    """
re.match("a(b*)c", "abbcd").group(0), re.match("a(b*)c", "abbcd").group(1)
re.match("b", "abc"), re.search("b", "abc").group(0), re.match("", "a").group(0)
re.search("(a)|(b)", "xb").group(1), re.search("(a)|(b)", "xb").group(2)
re.match("a", "a").group(1)
re.match("(?:a|b)+", "abab").group(0), re.match("[a-c]+", "cab!").group(0)
re.match("[^/]+", "ab/c").group(0), re.match(".*?/", "a/b/").group(0), re.match("a?b", "b").group(0)
re.match("\\\\d+\\\\.\\\\d+", "10.5").group(0), re.match("\\\\w+\\\\s\\\\S+", "a_1 -x").group(0)
re.search("^b", "ab"), re.search("b$", "ab").group(0), re.match("a$", "ab")
re.match("a{2}", "aa"), re.match("(?P<n>a)", "a")
re.match("(", "a")
re.match("[", "a")
re.match("*", "a")
re.compile("a(b)").match("ab").group(1), re.compile("x").search("ax").group(0)
re.compile("[, ]+").split("a, b,c"), re.compile(",").split("a,b,c", 1)
re.sub("a", "x", "banana"), re.sub("a", "x", "banana", 2), re.compile("(n)").sub(r"<\\1>", "ban")
re.sub("a", lambda found: found.group(0) + "!", "ba")
re.match(b"a+", b"aab").group(0), re.search("ä", "xä").group(0)
re.match("a", 5)
re.sub("(a)", "\\\\2", "a")
""",
    globals(),
    "re: ",
)
show(
    """
math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(3), math.fabs(-2)
math.floor(float("inf"))
math.sqrt(9), math.pow(2, 3), math.exp(0), math.log(1), math.log(8, 2), math.fmod(-7, 3)
math.sqrt(-1)
math.log(0)
math.log(-1)
math.log(8, 1)
math.acos(2)
math.pow(0, -1)
math.fmod(1, 0)
math.exp(1000)
math.modf(-2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(1, -0.0)
math.isnan(float("nan")), math.isinf(float("-inf")), math.isfinite(1.0), math.atan2(0, -1) == math.pi
math.degrees(math.pi), math.radians(180) == math.pi, math.sin(0), math.cos(0)
math.sqrt("a")
math.sqrt()
""",
    globals(),
    "math: ",
)
show(
    """
errno.ENOENT, errno.EAGAIN, errno.EINVAL, errno.EBADF
errno.errorcode[2], errno.errorcode[11], 32 in errno.errorcode
errno.EPIPE
""",
    globals(),
    "errno: ",
)
