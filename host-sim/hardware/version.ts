// The CircuitPython that the simulated boards have.

/** MICROPY_VERSION_STRING */
export const circuitPythonRelease = "10.3.0";
/** MICROPY_GIT_TAG " on " MICROPY_BUILD_DATE */
export const circuitPythonVersion = `${circuitPythonRelease} on 2026-08-21`;
