// The commands that run firmware on simulated hardware.
import type { Command } from "../../transpiler/cli/command";

export const simulatorCommands: Command[] = [];
