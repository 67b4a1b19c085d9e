// What a device refuses, in CircuitPython's words. The engines raise it in the program's language.

export type DeviceException =
  | "AttributeError"
  | "ConnectionError"
  | "IDFError"
  | "NotImplementedError"
  | "OSError"
  | "RuntimeError"
  | "TypeError"
  | "espidf.MemoryError"
  | "ValueError";

export class DeviceError extends Error {
  override readonly name = "DeviceError";
  /** @param argument the exception's first argument: its text, or the number of an OSError */
  constructor(
    readonly exception: DeviceException,
    readonly argument: string | number,
  ) {
    super(`${exception}: ${argument}`);
  }
}

/** raise_deinited_error in shared-bindings/util.c */
export function deinitializedError(): DeviceError {
  return new DeviceError(
    "ValueError",
    "Object has been deinitialized and can no longer be used. Create a new object.",
  );
}

/** mp_arg_validate_int_range in py/argcheck.c */
export function checkRange(name: string, value: number, least: number, most: number): void {
  if (value < least || value > most) {
    throw new DeviceError("ValueError", `${name} must be ${least}-${most}`);
  }
}
