# str, bytes and bytearray.
from probe import show

text = "Taipan, ein Schlängchen"
raw = b"GET / HTTP/1.1\r\nHost: board\r\n\r\n"
view = memoryview(b"abcdef")
grown = bytearray(b"abc")

show(
    """
len(text)
text[8:11]
text[-9:]
text[99:]
text[3:1]
text[99]
text["a"]
text[::-1]
text[::1]
text[0:6:2]
text.find("ein"), text.find("aus"), text.find(""), text.find("a", 2), text.find("a", -3)
text.rfind("n"), text.rfind("n", 0, 5)
text.index("aus")
text.split()
text.split(",")
text.split(", ", 1)
"a,b,,c".split(",")
",".split(",")
"".split(), "".split(",")
"a b".split("")
"  a  b ".split(None, 1)
"a.b.c".rsplit(".", 1)
"a\\nb\\r\\nc".splitlines()
"a\\nb".splitlines(True)
"key=value=x".partition("="), "key".partition("="), "a=b=c".rpartition("=")
"key".partition("")
"-".join(["a", "b"]), "".join([]), "-".join(("a",))
"-".join(["a", 1])
"-".join(1)
" \\t x \\n".strip(), "xxaxx".strip("x"), "xxaxx".lstrip("x"), "xxaxx".rstrip("x")
"abab".replace("a", "xy"), "abab".replace("a", "", 1), "ab".replace("", "-")
"Abc".lower(), "Abc".upper(), "abc".isalpha(), "12".isdigit(), " ".isspace(), "aB".islower()
"a".isalpha(), "".isdigit(), "ä".isalpha(), "ä".upper()
text.startswith("Tai"), text.startswith("pan", 3), text.endswith("chen"), text.startswith("")
text.startswith(("a", "T"))
text.startswith(1)
"abcabc".count("bc"), "aaa".count("aa"), "abc".count("")
"x".center(5), "x".center(1)
"x".zfill(3)
"x".ljust(3)
"ab".title()
"a" + 1
1 + "a"
"a" * 3, "a" * -1, 2 * "ab"
"a" < "b", "a" < "B", "" < "a", "Z" < "a", "ä" > "z"
"a" < 1
"ein" in text, "" in text, "x" not in text
1 in text
repr("it's"), repr('"'), repr("\\n\\t\\x00"), repr("ä"), repr("\\u20ac")
ord("€"), chr(8364), chr(65), ord("")
chr(-1)
chr(0x110000)
str(), str(1.5), str(None), str(b"ab"), str(b"ab", "utf-8"), str([1, "a"])
str(b"\\xff", "utf-8")
hash("a") == hash("a")
"%d %s %r %x %05d %-4d| %+d %%" % (3, "a", "a", 255, 42, 7, 7)
"%.2f %e %g %5.1f" % (3.14159, 12345.678, 0.5, 2.25)
"%c%c" % (65, "b")
"%s" % ((1, 2),)
"%s %s" % (1,)
"%s" % (1, 2)
"%d" % "a"
"%q" % 1
"%(a)s %(b)d" % {"a": 1, "b": 2}
"{} {}".format(1, "a"), "{0}{1}{0}".format(1, 2), "{a}".format(a=1), "{0[1]}".format([1, 2])
"{:5d}|{:<5}|{:^5}|{:>5}|{:05d}|{:+}".format(1, 2, 3, 4, 5, 6)
"{:x} {:X} {:o} {:b} {:#x} {:#b}".format(255, 255, 8, 5, 255, 5)
"{:.3f} {:e} {:g} {:%}".format(1.5, 1500.0, 0.25, 0.5)
"{:,}".format(1234567)
"{!r} {!s}".format("a", "a")
"{:>{}}".format("a", 4)
"{{}}".format()
"{}".format()
"{0} {}".format(1, 2)
"{x}".format(y=1)
"{:d}".format("a")
"{:s}".format(1)
"{".format(1)
f"{1 + 1} {'a'!r} {255:04x}"
"ä€".encode(), "ä".encode("utf-8")
"ä€😀".encode()
b"\\xc3\\xa4".decode(), b"abc".decode("utf-8")
b"\\xff".decode()
b"a\\xffb".decode("utf-8", "replace")
b"\\xc3".decode()
len("😀"), "😀"[0], "a😀b"[2], "a😀b".find("b")
""",
    globals(),
)
show(
    """
raw[0], raw[-1], raw[:3], raw[3:]
raw.find(b"\\r\\n\\r\\n"), raw.find(b"x"), raw.find(b"H", 7), raw.split(b"\\r\\n")
raw.split(b" ", 2), raw.startswith(b"GET"), raw.endswith(b"\\n"), raw.count(b"o")
raw.find("GET")
raw[0:4:2]
raw + "a"
b"a" + b"b", b"ab" * 2, b"a" < b"b", b"a" == "a", b"a" in b"cab", 97 in b"a"
bytes(3), bytes([1, 2]), bytes((255,)), bytes(b"a"), bytes("ä", "utf-8"), bytes(range(3))
bytes("a")
bytes([256])
bytes([-1])
bytes(-1)
b" a ".strip(), b"a,b".replace(b",", b";"), b"-".join([b"a", b"b"]), b"Ab".lower()
b"ab".hex(), b"ab".hex(":"), bytes.fromhex("0aff"), bytes.fromhex("0a ff")
bytes.fromhex("0g")
b"%d-%s" % (1, b"a")
repr(b"\\x00a'\\n\\xff"), b'"'
int.from_bytes(b"\\x01\\x02", "big"), int.from_bytes(b"\\x01\\x02", "little")
(258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (0).to_bytes(1, "big")
(258).to_bytes(1, "big")
(-1).to_bytes(2, "big")
grown.append(100), grown.extend(b"ef"), bytes(grown)
grown.append(256)
grown[0], grown[1:3], bytearray(b"ab") == b"ab", bytearray(2), bytearray([1]) + b"a"
grown.__setitem__(slice(0, 2), b"wxyz"), grown
grown.__setitem__(0, 65), grown
grown[99]
grown.pop()
grown.clear()
grown.find(b"z"), grown.startswith(b"A"), grown.decode()
view[0], view[-1], bytes(view[1:3]), len(view[2:]), view[1:3] == b"bc"
view[9]
bytes(view[4:99]), bytes(view[3:1])
view.__setitem__(0, 1)
memoryview("abc")
memoryview(1)
bytes(memoryview(bytearray(b"abc"))[1:]), memoryview(b"ab")[0]
""",
    globals(),
)
