# The exception of a task that nobody awaits. adafruit-circuitpython-asyncio prints it with its
# __traceback__, which CircuitPython's exceptions have and this VM's do not.
import traceback


def _print_exception(loop, context):
    traceback.print_exception(context["exception"])


def show_with(asyncio):
    # Another asyncio may lie on the drive.
    if hasattr(asyncio, "core"):
        asyncio.core.Loop.default_exception_handler = _print_exception
