// Two browser tabs at once: both show a picture that changes.
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requireProgram } from "./support/programs";
import { Simulator } from "./support/simulator";

let simulator: Simulator;
let browser: Browser | undefined;

beforeAll(async () => {
  simulator = await Simulator.start("--camera", "pattern:640x480@15");
});

afterAll(async () => {
  await browser?.close();
  expect(await simulator.interrupt()).toBe(0);
});

/** Returns when two screenshots of the live picture differ. */
async function waitForChange(page: Page): Promise<void> {
  const picture = page.locator("img").first();
  await page.waitForFunction("document.querySelector('img')?.naturalWidth > 0");
  const first = await picture.screenshot();
  for (;;) {
    if (!first.equals(await picture.screenshot())) return;
  }
}

test("two Chromium tabs watch the same camera", async (context) => {
  const executablePath = requireProgram(context, "chromium");
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  const pages = await Promise.all([1, 2].map(() => browser!.newPage()));
  await Promise.all(pages.map((page) => page.goto(simulator.address)));
  for (const page of pages) {
    await page.bringToFront();
    await waitForChange(page);
  }
  const from = simulator.console.length;
  await browser.close();
  await simulator.waitFor(/camera: off/, from);
});
