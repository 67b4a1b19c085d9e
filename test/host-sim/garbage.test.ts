// The VM's own build collects only between programs; firmware never ends. See engines/python/garbage.ts.
import { afterEach, expect, test } from "vitest";
import { RunningBoard } from "./support/running-board";

let running: RunningBoard | null = null;
afterEach(() => running?.stop());

test("a program that only asks whether somebody connects is collected too", async () => {
  running = await RunningBoard.start("python", {
    python: `
import gc, socketpool, wifi
listener = socketpool.SocketPool(wifi.radio).socket()
listener.settimeout(0)
listener.bind(("", 80))
listener.listen(4)
for turn in range(5000):
    rubbish = bytes(1000)
    try:
        listener.accept()
    except OSError:
        pass
print(gc.mem_alloc() < 3000000)
`,
    typescript: "",
  });
  expect(await running.end()).toBe(0);
  expect(running.lines).toEqual(["True"]);
});

test("memory is collected where a program waits, however deep, and what lives survives", async () => {
  running = await RunningBoard.start("python", {
    python: `
import gc, time
class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next
def chain(length):
    node = None
    for value in range(length):
        node = Node(value, node)
    return node
def total(node):
    sum = 0
    while node:
        sum += node.value
        node = node.next
    return sum
def generate(kept):
    for turn in range(3000):
        rubbish = [bytes(1000), {"turn": turn, "text": str(turn) * 3}]
        if turn % 10 == 0:
            time.sleep(0)
        yield rubbish[1]["text"]
    assert total(kept) == 499500
def deep(level, kept):
    local = [level, str(level)]
    if level:
        result = deep(level - 1, chain(1000))
    else:
        result = sum(len(text) for text in generate(kept))
    assert local == [level, str(level)] and total(kept) == 499500
    return result
print(deep(20, chain(1000)))
print(gc.mem_alloc() < 3000000)
`,
    typescript: "",
  });
  expect(await running.end()).toBe(0);
  expect(running.lines).toEqual([String(3 * (10 + 90 * 2 + 900 * 3 + 2000 * 4)), "True"]);
});
