// The part of `_chip` behind digitalio, analogio, pwmio and neopixel_write.
import type { Chip } from "../../hardware/chip";
import type { Pull } from "../../hardware/wires";
import type { VirtualMachine } from "./virtual-machine";

/** Null crosses as "". */
const pullOf = (name: string): Pull | null => (name === "" ? null : (name as Pull));

export function pinCalls({ digitalPins, analogInputs, pulseOutputs }: Chip, vm: VirtualMachine) {
  return {
    digital_open: (gpio: string) => digitalPins.construct(gpio),
    digital_close: (handle: number) => digitalPins.deinit(handle),
    digital_is_output: (handle: number) => digitalPins.isOutput(handle),
    digital_to_input: (handle: number, pull: string) =>
      digitalPins.switchToInput(handle, pullOf(pull)),
    digital_to_output: (handle: number, value: boolean, openDrain: boolean) =>
      digitalPins.switchToOutput(handle, value, openDrain),
    digital_value: (handle: number) => digitalPins.value(handle),
    digital_set_value: (handle: number, value: boolean) => digitalPins.setValue(handle, value),
    digital_is_open_drain: (handle: number) => digitalPins.isOpenDrain(handle),
    digital_set_open_drain: (handle: number, openDrain: boolean) =>
      digitalPins.setOpenDrain(handle, openDrain),
    digital_pull: (handle: number) => digitalPins.pull(handle) ?? "",
    digital_set_pull: (handle: number, pull: string) => digitalPins.setPull(handle, pullOf(pull)),
    pixels_write: (handle: number, address: number, length: number) =>
      digitalPins.writePixels(handle, vm.bytes(address, length)),
    analog_open: (gpio: string) => analogInputs.construct(gpio),
    analog_close: (handle: number) => analogInputs.deinit(handle),
    analog_value: (handle: number) => analogInputs.value(handle),
    analog_reference: (handle: number) => analogInputs.referenceVoltage(handle),
    pulses_open: (gpio: string, duty: number, frequency: number, isVariable: boolean) =>
      pulseOutputs.construct(gpio, duty, frequency, isVariable),
    pulses_close: (handle: number) => pulseOutputs.deinit(handle),
    pulses_duty: (handle: number) => pulseOutputs.dutyCycle(handle),
    pulses_set_duty: (handle: number, duty: number) => pulseOutputs.setDutyCycle(handle, duty),
    pulses_frequency: (handle: number) => pulseOutputs.frequency(handle),
    pulses_set_frequency: (handle: number, frequency: number) =>
      pulseOutputs.setFrequency(handle, frequency),
  };
}
