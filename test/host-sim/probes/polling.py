# select.poll, as a program sees it that waits for sockets.
import select
import peer
from probe import show

listener = peer.listener()
poller = select.poll()


def events(timeout=0):
    return [event for _, event in poller.poll(timeout)]


def polled(obj):
    return [(found is obj, event) for found, event in poller.poll(0)]


show(
    """
select.POLLIN, select.POLLOUT, select.POLLERR, select.POLLHUP
poller.poll(0)
poller.poll(1)
poller.register(listener, select.POLLIN)
events(), events(1)
poller.register(listener, select.POLLIN), events()
poller.modify(listener, select.POLLIN), events()
peer.connect()
polled(listener)
""",
    globals(),
)
connection, _ = listener.accept()
connection.setblocking(False)
show(
    """
events()
poller.modify(connection, select.POLLIN)
poller.register(connection), events()
poller.modify(connection, select.POLLIN), events()
peer.send(b"abc"), polled(connection)
poller.modify(connection, select.POLLOUT), polled(connection)
poller.modify(connection, select.POLLIN | select.POLLOUT), polled(connection)
poller.modify(connection, 0), events()
poller.register(connection, select.POLLIN), events()
poller.unregister(connection), events()
poller.unregister(connection)
list(poller.ipoll(0))
poller.register(connection, select.POLLIN), [event for _, event in poller.ipoll(0)]
poller.register(5)
poller.register("text")
poller.register(None)
poller.poll("soon")
poller.poll(1.5)
poller.modify(5, 1)
poller.unregister(5)
""",
    globals(),
)
