// Ends a run with one line that people and scripts can read, and the reason of every skipped test.
import type { Reporter, TestCase, TestModule } from "vitest/node";

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    for (const test of tests) {
      if (test.result().state === "skipped") console.log(`skipped: ${test.fullName}: ${why(test)}`);
    }
    const brokenModules = modules.filter((module) => module.errors().length > 0).length;
    const skipped = count("skipped") > 0 ? `, ${count("skipped")} skipped` : "";
    console.log(`${count("passed")} passed, ${count("failed") + brokenModules} failed${skipped}`);
  }
}

function why(test: TestCase): string {
  const result = test.result();
  return result.state === "skipped" && result.note ? result.note : "no reason given";
}
