// What of `_chip` is behind supervisor, time and rtc.
import { calendarSeconds, calendarTime } from "../../hardware/calendar";
import type { Chip } from "../../hardware/chip";
import { settingText, settingValue } from "../../hardware/settings";
import { runReasons, safeModeReasons, type NextCodeFile } from "../../hardware/supervisor";

export function supervisorCalls({ board, serialInput, settings, storage, supervisor }: Chip) {
  const choices = { run_reasons: runReasons, safe_mode_reasons: safeModeReasons };
  return {
    supervisor_choices: () => JSON.stringify(choices),
    has_usb: () => board.usb !== null,
    usb_connected: () => board.usb !== null && storage.usbIsUp,
    /** Over USB; boards without it have a UART, where nobody knows who listens. */
    serial_connected: () => board.usb === null || storage.usbIsUp,
    serial_available: () => serialInput.available,
    serial_read: () => serialInput.read(),
    run_reason: () => supervisor.runReason,
    autoreload: () => supervisor.autoreload,
    set_autoreload: (enabled: boolean) => void (supervisor.autoreload = enabled),
    ble_workflow: () => supervisor.bleWorkflow,
    set_ble_workflow: (enabled: boolean) => void (supervisor.bleWorkflow = enabled),
    rgb_status_brightness: () => supervisor.rgbStatusBrightness,
    set_rgb_status_brightness: (level: number) => void (supervisor.rgbStatusBrightness = level),
    status_bar: (part: "console" | "display") => supervisor.statusBar[part],
    set_status_bar: (part: "console" | "display", shown: boolean) =>
      void (supervisor.statusBar[part] = shown),
    set_next_code_file: (next: string) =>
      supervisor.setNextCodeFile(JSON.parse(next) as NextCodeFile),
    previous_traceback: () => supervisor.previousTraceback ?? "",
    setting: (key: string) => JSON.stringify(settingValue(settings, key) ?? null),
    setting_text: (key: string) => JSON.stringify(settingText(settings, key) ?? null),
  };
}

export function timeCalls(chip: Chip) {
  const { realTimeClock } = chip;
  return {
    monotonic_ms: () => Math.floor(chip.uptimeMs()),
    monotonic_us: () => Math.floor(chip.uptimeMs() * 1000),
    ticks: () => chip.ticksMs(),
    sleep_seconds: (seconds: number) => chip.sleepSeconds(seconds),
    rtc_seconds: () => realTimeClock.seconds,
    rtc_set_seconds: (seconds: number) => void (realTimeClock.seconds = seconds),
    calendar_time: (seconds: number) => JSON.stringify(calendarTime(seconds)),
    calendar_seconds: (time: string) => calendarSeconds(JSON.parse(time) as number[]),
  };
}
