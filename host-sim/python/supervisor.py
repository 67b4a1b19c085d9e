# shared-bindings/supervisor. No console here shows the status bar, and no board has a display.
import json as _json
import _chip
from _chip import ticks as ticks_ms
from _devices import checked as _checked
from _devices import Choice as _Choice


def _choices(module_name, names):
    class Choices:
        pass

    for name in names:
        setattr(Choices, name, _Choice("supervisor.%s.%s" % (module_name, name)))
    return Choices


_names = _json.loads(_chip.supervisor_choices())
RunReason = _choices("RunReason", _names["run_reasons"])
SafeModeReason = _choices("SafeModeReason", _names["safe_mode_reasons"])


class Runtime:
    @property
    def usb_connected(self):
        return _chip.usb_connected()

    @property
    def serial_connected(self):
        return _chip.serial_connected()

    @property
    def serial_bytes_available(self):
        return _chip.serial_available()

    @property
    def run_reason(self):
        return getattr(RunReason, _chip.run_reason())

    @property
    def safe_mode_reason(self):
        return SafeModeReason.NONE

    @property
    def autoreload(self):
        return _chip.autoreload()

    @autoreload.setter
    def autoreload(self, enabled):
        _chip.set_autoreload(bool(enabled))

    @property
    def ble_workflow(self):
        return _chip.ble_workflow()

    @ble_workflow.setter
    def ble_workflow(self, enabled):
        _chip.set_ble_workflow(bool(enabled))

    @property
    def rgb_status_brightness(self):
        return _chip.rgb_status_brightness()

    @rgb_status_brightness.setter
    def rgb_status_brightness(self, level):
        _checked(_chip.set_rgb_status_brightness(level))

    @property
    def display(self):
        return None


class StatusBar:
    @property
    def console(self):
        return _chip.status_bar("console")

    @console.setter
    def console(self, shown):
        _chip.set_status_bar("console", bool(shown))

    @property
    def display(self):
        return _chip.status_bar("display")

    @display.setter
    def display(self, shown):
        _chip.set_status_bar("display", bool(shown))


runtime = Runtime()
status_bar = StatusBar()


def reload():
    raise ReloadException


def set_next_code_file(
    filename,
    *,
    working_directory=None,
    reload_on_success=False,
    reload_on_error=False,
    sticky_on_success=False,
    sticky_on_error=False,
    sticky_on_reload=False
):
    next_code_file = {
        "filename": _path(filename, "filename"),
        "workingDirectory": _path(working_directory, "working_directory"),
        "reloadOnSuccess": bool(reload_on_success),
        "reloadOnError": bool(reload_on_error),
        "stickyOnSuccess": bool(sticky_on_success),
        "stickyOnError": bool(sticky_on_error),
        "stickyOnReload": bool(sticky_on_reload),
    }
    _checked(_chip.set_next_code_file(_json.dumps(next_code_file)))


def _path(value, name):
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode()
    raise TypeError("%s must be of type str or None, not %s" % (name, type(value).__name__))


def get_previous_traceback():
    return _chip.previous_traceback() or None


def get_setting(key, default=None):
    value = _json.loads(_chip.setting(key))
    return default if value is None else value


def reset_terminal(x_pixels, y_pixels):
    pass


def set_usb_identification(manufacturer=None, product=None, vid=-1, pid=-1):
    if not _chip.has_usb():
        raise NotImplementedError
    for name, number in (("vid", vid), ("pid", pid)):
        if not -1 <= number <= 65535:
            raise ValueError(name + " must be -1-65535")
    for name, text in (("manufacturer", manufacturer), ("product", product)):
        if text is not None and len(text) > 126:
            raise ValueError(name + " length must be 0-126")
