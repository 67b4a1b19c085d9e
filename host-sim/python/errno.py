# py/moderrno.c with newlib's numbers. There is neither EPIPE nor EWOULDBLOCK.
import json as _json
from _chip import errors as _errors

errorcode = {}
for _name, _number in _json.loads(_errors()).items():
    globals()[_name] = _number
    errorcode[_number] = _name
