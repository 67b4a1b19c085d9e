#!/usr/bin/env node
// `taipan` as it is installed: build/taipan.js.
import { builtCommand, commandScript } from "./command-script";

commandScript.nameSourceMap();
await builtCommand().main(process.argv.slice(2));
