// Ends a run with one line that people and scripts can read, and the reason of every skipped test.
import type { Reporter, TestCase, TestModule, TestSuite } from "vitest/node";

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]).filter(isAskedFor);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const skipped = inState("skipped");
    for (const test of skipped) console.log(`skipped: ${test.fullName}: ${reasonOf(test)}`);
    // A file or a suite that could not start has no failed test of its own.
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const broken = suites.filter((suite) => suite.errors().length > 0);
    const ending = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
    const failed = inState("failed").length + broken.length;
    console.log(`${inState("passed").length} passed, ${failed} failed${ending}`);
  }
}

/** False for the tests that `-t` leaves out: vitest joins the names with spaces to match them. */
function isAskedFor(test: TestCase): boolean {
  const pattern = test.project.config.testNamePattern;
  return pattern === undefined || pattern.test(test.fullName.replaceAll(" > ", " "));
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  if (result.state === "skipped" && result.note) return result.note;
  let suite: TestSuite | TestModule = test.parent;
  for (;;) {
    const [error] = suite.errors();
    if (error !== undefined) return `its suite could not start: ${error.message.split("\n")[0]}`;
    if (suite.type === "module") return "its file gives no reason";
    suite = suite.parent;
  }
}
