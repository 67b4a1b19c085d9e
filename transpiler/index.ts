// The public surface of the transpiler.
export { catalogue } from "./diagnostics/catalogue";
export { format as formatDiagnostic } from "./diagnostics/diagnostic";
export { transpile } from "./transpile";
export type { Diagnostic } from "./diagnostics/diagnostic";
export type { LineMap } from "./program/line-map";
export type { TranspileOptions } from "./program/program";
export type { EmittedModule, TranspileResult } from "./transpile";
