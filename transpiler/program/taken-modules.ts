// Modules that Python has already, on a board or on CPython: a program's own of that name gets an
// underscore, as a keyword does.
import { RUNTIME_MODULE } from "../runtime/helpers";

/**
 * What CircuitPython has built in on an ESP32-S3 (shared-bindings/support_matrix), and the library
 * that comes along: `import` finds these first, or the
 * program's own in their place. Boards run
 * `boot` and `safemode` by themselves when they start (main.c).
 */
const BOARD_MODULES: ReadonlySet<string> = new Set(
  (
    "adafruit_bus_device adafruit_pixelbuf adafruit_ticks aesio alarm analogbufio analogio array " +
    "asyncio atexit audiobusio audiocore audiomixer audiomp3 binascii bitbangio bitmapfilter " +
    "bitmaptools board boot builtins busdisplay busio canio codeop collections countio digitalio " +
    "displayio epaperdisplay errno espcamera espidf espnow espulp fontio fourwire framebufferio " +
    "frequencyio gc getpass gifio hashlib i2cdisplaybus i2ctarget io ipaddress jpegio json keypad " +
    "locale math mdns memorymap microcontroller micropython msgpack neopixel_write nvm onewireio os " +
    "ps2io pulseio pwmio qrio rainbowio random re rotaryio rtc safemode sdcardio sdioio select socketpool " +
    "ssl storage struct supervisor synthio sys terminalio time touchio traceback ulab usb_cdc " +
    "usb_hid usb_midi vectorio warnings watchdog wifi zlib"
  ).split(" "),
);

/** What else is in CPython's library (sys.stdlib_module_names, 3.9 to 3.13): its parts import each other. */
const CPYTHON_MODULES: ReadonlySet<string> = new Set(
  (
    "abc aifc antigravity argparse ast asynchat asyncore audioop base64 bdb binhex bisect bz2 " +
    "cProfile calendar cgi cgitb chunk cmath cmd code codecs colorsys compileall concurrent " +
    "configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses " +
    "datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum " +
    "faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools genericpath getopt " +
    "gettext glob graphlib grp gzip heapq hmac html http idlelib imaplib imghdr imp importlib " +
    "inspect itertools keyword lib2to3 linecache logging lzma mailbox mailcap marshal mimetypes " +
    "mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path " +
    "numbers opcode operator optparse ossaudiodev pathlib pdb pickle pickletools pipes pkgutil " +
    "platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr " +
    "pydoc pydoc_data pyexpat queue quopri readline reprlib resource rlcompleter runpy sched " +
    "secrets selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver " +
    "spwd sqlite3 sre_compile sre_constants sre_parse stat statistics string stringprep " +
    "subprocess sunau symtable sysconfig syslog tabnanny tarfile telnetlib tempfile termios " +
    "textwrap this threading timeit tkinter token tokenize tomllib trace tracemalloc tty turtle " +
    "turtledemo types typing unicodedata unittest urllib uu uuid venv wave weakref webbrowser " +
    "winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zoneinfo"
  ).split(" "),
);

export const isTakenModule = (name: string): boolean =>
  name === RUNTIME_MODULE || BOARD_MODULES.has(name) || CPYTHON_MODULES.has(name);
