// `supervisor` for programs in JavaScript.
import type { Chip } from "../../hardware/chip";
import { settingValue } from "../../hardware/settings";
import { runReasons, safeModeReasons, type NextCodeFile } from "../../hardware/supervisor";
import { Choice } from "./pin";
import type { Realm } from "./realm";

const choicesOf = (name: string, members: readonly string[]): Record<string, Choice> =>
  Object.fromEntries(
    members.map((member) => [member, new Choice(member, `supervisor.${name}.${member}`)]),
  );

const RunReason = choicesOf("RunReason", runReasons);
const SafeModeReason = choicesOf("SafeModeReason", safeModeReasons);

function runtimeOf(realm: Realm, { board, serialInput, storage, supervisor }: Chip) {
  return {
    get usbConnected() {
      return board.usb !== null && storage.usbIsUp;
    },
    get serialConnected() {
      return board.usb === null || storage.usbIsUp;
    },
    get serialBytesAvailable() {
      return serialInput.available;
    },
    get runReason() {
      return RunReason[supervisor.runReason];
    },
    safeModeReason: SafeModeReason["NONE"],
    get autoreload() {
      return supervisor.autoreload;
    },
    set autoreload(enabled: boolean) {
      supervisor.autoreload = enabled;
    },
    get bleWorkflow() {
      return supervisor.bleWorkflow;
    },
    set bleWorkflow(enabled: boolean) {
      supervisor.bleWorkflow = enabled;
    },
    get rgbStatusBrightness() {
      return supervisor.rgbStatusBrightness;
    },
    set rgbStatusBrightness(level: number) {
      realm.device(() => void (supervisor.rgbStatusBrightness = level));
    },
    display: null,
  };
}

const usualOptions: Omit<NextCodeFile, "filename"> = {
  workingDirectory: null,
  reloadOnSuccess: false,
  reloadOnError: false,
  stickyOnSuccess: false,
  stickyOnError: false,
  stickyOnReload: false,
};

export function supervisorModule(realm: Realm, chip: Chip) {
  const { board, settings, supervisor } = chip;
  return {
    RunReason,
    SafeModeReason,
    runtime: runtimeOf(realm, chip),
    statusBar: supervisor.statusBar,
    ticksMs: () => chip.ticksMs(),
    reload: () => {
      throw realm.exception("ReloadException");
    },
    setNextCodeFile: (filename: string | null, options: Partial<NextCodeFile> = {}) =>
      realm.device(() => supervisor.setNextCodeFile({ filename, ...usualOptions, ...options })),
    getPreviousTraceback: () => supervisor.previousTraceback,
    getSetting: (key: string, fallback: unknown = null) => settingValue(settings, key) ?? fallback,
    resetTerminal: () => {},
    setUsbIdentification: () => {
      if (board.usb === null) throw realm.exception("NotImplementedError", "");
    },
  };
}
