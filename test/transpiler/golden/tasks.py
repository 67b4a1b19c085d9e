# Tasks that wait side by side on one loop.

from taipan_runtime import (
    Promise,
    promise_all,
    promised,
    reduce,
    run_loop,
    set_timeout,
    show_number,
)


def sleep(milliseconds):
    return Promise(lambda resolve, _reject: set_timeout(resolve, milliseconds))


@promised
async def blink(name, times, period):
    for i in range(times):
        print(f"{name} {'on' if i % 2 == 0 else 'off'}")
        await sleep(period)
    return times


@promised
async def main():
    counts = await promise_all((blink("red", 3, 20), blink("green", 2, 35)))
    print(show_number(reduce(counts, lambda sum, count: sum + count, 0)))


main()
run_loop()
