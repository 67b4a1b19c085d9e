// Helpers for generators and other iterators, by JavaScript's protocol.
import type { Helper } from "./helper";

const ORDERED = "from collections import OrderedDict";

export const iteratorHelpers = {
  close_iterator: {
    text: `def close_iterator(iterator):
    """Ends a generator that nobody runs any further; other iterators may have a close of their own."""
    if isinstance(iterator, type(each for each in ())):
        iterator.close()
    elif getattr(iterator, "is_unfinished", False):
        iterator.end_early()`,
  },
  iterator_result: {
    imports: [ORDERED],
    text: `def iterator_result(value, done):
    """What JavaScript's iterators answer."""
    return OrderedDict((("value", value), ("done", done)))`,
  },
  next_result: {
    needs: ["iterator_result"],
    text: `def next_result(iterator, sent=None):
    """The next value of iterator, which \`yield\` sees as sent."""
    if sent is None and hasattr(iterator, "next"):
        return iterator.next()
    try:
        if sent is None:
            return iterator_result(next(iterator), False)
        try:
            return iterator_result(iterator.send(sent), False)
        except TypeError as error:
            if "just-started" not in str(error):
                raise
            return iterator_result(next(iterator), False)
    except StopIteration as stop:
        return iterator_result(stop.value, True)`,
  },
  next_value: {
    text: `def next_value(result):
    """The value in an iterator's answer; ends the iteration where that says so."""
    if result.get("done"):
        raise StopIteration(result.get("value"))
    return result.get("value")`,
  },
  one_by_one: {
    text: `def one_by_one(values):
    """A generator of values, which passes over what it is sent."""
    for value in values:
        yield value`,
  },
  return_result: {
    needs: ["close_iterator", "iterator_result"],
    text: `def return_result(iterator, value=None):
    """Ends iterator."""
    if hasattr(iterator, "end_early"):
        return iterator.end_early(value)
    close_iterator(iterator)
    return iterator_result(value, True)`,
  },
  throw_result: {
    needs: ["iterator_result", "thrown"],
    text: `def throw_result(iterator, error):
    """Raises error where iterator stands."""
    try:
        return iterator_result(iterator.throw(thrown(error)), False)
    except StopIteration as stop:
        return iterator_result(stop.value, True)`,
  },
} satisfies Record<string, Helper>;
