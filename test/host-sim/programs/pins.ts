// Every rule of pins, in the order in which a program meets them.
import { AnalogIn } from "analogio";
import * as board from "board";
import { DigitalInOut, Direction, DriveMode, Pull } from "digitalio";
import { neopixelWrite } from "neopixel_write";
import { PWMOut } from "pwmio";
import { sleep } from "time";

function refused(what: string, action: () => void): void {
  try {
    action();
    console.log(`${what}: allowed`);
  } catch (error) {
    console.log(`${what}: ${(error as Error).message}`);
  }
}

const button = new DigitalInOut(board.D1);
button.switchToInput(Pull.UP);
const led = new DigitalInOut(board.LED);
refused("an input's value", () => {
  led.value = true;
});
refused("an input's drive mode", () => {
  led.driveMode = DriveMode.OPEN_DRAIN;
});
led.direction = Direction.OUTPUT;
refused("an output's pull", () => {
  led.pull = Pull.UP;
});
refused("a pin twice", () => {
  new DigitalInOut(board.SDCS);
});
refused("no ADC", () => {
  new AnalogIn(board.D6);
});
console.log(`button ${button.value} led ${led.value}`);
console.log(`direction ${led.direction === Direction.OUTPUT} pull ${button.pull === Pull.UP}`);
console.log("ready");
while (button.value) sleep(0.01);
led.value = true;
console.log("pressed");
sleep(1);

const analog = new AnalogIn(board.A0);
console.log(`analog ${analog.value} of ${analog.referenceVoltage}`);
analog.deinit();

const tone = new PWMOut(board.D2, { frequency: 440, variableFrequency: true, dutyCycle: 32768 });
console.log(`tone ${tone.frequency} ${tone.dutyCycle}`);
tone.frequency = 880;
tone.dutyCycle = 65535;
console.log(`tone ${tone.frequency} ${tone.dutyCycle}`);
refused("a duty cycle", () => {
  tone.dutyCycle = 65536;
});
refused("no frequency", () => {
  new PWMOut(board.D3, { frequency: 0 });
});
const fixed = new PWMOut(board.D3);
refused("a fixed frequency", () => {
  fixed.frequency = 1000;
});
new PWMOut(board.D4, { frequency: 501 });
new PWMOut(board.D5, { frequency: 502 });
refused("a fifth timer", () => {
  new PWMOut(board.D8, { frequency: 503 });
});
new PWMOut(board.D8);

const pixels = new DigitalInOut(board.D9);
pixels.switchToOutput();
neopixelWrite(pixels, new Uint8Array([0, 255, 7]));

led.deinit();
led.deinit();
refused("after deinit", () => {
  led.value = false;
});
new DigitalInOut(board.LED).switchToOutput(true, DriveMode.OPEN_DRAIN);
console.log("done");
while (true) sleep(1);
