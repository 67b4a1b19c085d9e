// Where the simulator gives another line than the real implementation, and why that is right.
import { tcpDifferences } from "./tcp-differences";

export type ProbeName =
  "text" | "numbers" | "containers" | "exceptions" | "modules" | "polling" | "tcp";

export interface Difference {
  why: string;
  /** By the expression in the probe. */
  lines: Readonly<Record<string, readonly [simulator: string, real: string]>>;
}

export const differences: Readonly<Record<ProbeName, readonly Difference[]>> = {
  text: [
    {
      why: "the unix VM is a later MicroPython, which checks more; CircuitPython has its own checks, which this VM lacks",
      lines: {
        '(258).to_bytes(1, "big")': [
          "OverflowError buffer too small",
          "OverflowError value would overflow a 1 byte buffer",
        ],
        '(-1).to_bytes(2, "big")': [
          "b'\\xff\\xff'",
          "OverflowError can't convert negative int to unsigned",
        ],
      },
    },
  ],
  numbers: [],
  containers: [],
  exceptions: [
    {
      why: "CircuitPython has words for some numbers (py/moderrno.c)",
      lines: {
        "caught(lambda: throw(OSError(5)))": [
          "('OSError', (5,), '[Errno 5] Input/output error', 'OSError(5,)')",
          "('OSError', (5,), '[Errno 5] EIO', 'OSError(5,)')",
        ],
        'caught(lambda: throw(OSError(5, "told")))': [
          "('OSError', (5, 'told'), '[Errno 5] Input/output error: told', \"OSError(5, 'told')\")",
          "('OSError', (5, 'told'), '[Errno 5] EIO: told', \"OSError(5, 'told')\")",
        ],
      },
    },
    {
      why: "a board's call frames have a stack of their own (CIRCUITPY_PYSTACK_SIZE)",
      lines: {
        "deep(0)": [
          "RuntimeError pystack exhausted",
          "RuntimeError maximum recursion depth exceeded",
        ],
      },
    },
  ],
  modules: [],
  polling: [
    {
      why: "the unix VM polls file descriptors by their numbers, too, which a board does not have",
      lines: {
        "poller.register(5)": ["OSError stream operation not supported", "None"],
        "poller.modify(5, 1)": ["OSError ENOENT", "None"],
      },
    },
  ],
  tcp: tcpDifferences,
};
