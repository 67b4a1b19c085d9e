// The engines by name.
import type { Engine, EngineName } from "./engine";
import { NodeEngine } from "./node/node-engine";
import { PythonEngine } from "./python/python-engine";

export const engines: Record<EngineName, new () => Engine> = {
  node: NodeEngine,
  python: PythonEngine,
};
