# py/moderrno.c with newlib's numbers. There is neither EPIPE nor EWOULDBLOCK.
import json
from _chip import errors

errorcode = {}
for _name, _number in json.loads(errors()).items():
    globals()[_name] = _number
    errorcode[_number] = _name
