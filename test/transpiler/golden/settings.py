# Settings with defaults: records, optional members, closures.

from taipan_runtime import merge

DEFAULTS = {
    # What the browser shows.
    "name": "camera",
    "port": 80,
}


def with_defaults(given):
    return merge(DEFAULTS, given)


def address(parts):
    name = parts["name"]
    port = parts["port"]
    secure = parts.get("secure")
    if secure is None:
        secure = False
    scheme = "https" if secure else "http"
    return f"{scheme}://{name}.local" if port == 80 else f"{scheme}://{name}.local:{port}"


def make_counter(first=1):
    """Numbers from `first` on, one at each call."""
    next_ = first

    def counter():
        nonlocal next_
        previous = next_
        next_ += 1
        return previous

    return counter


next_id = make_counter()
for given in [{}, {"port": 8080}, {"name": "door", "secure": True}]:
    print(f"{next_id()}. {address(with_defaults(given))}")
