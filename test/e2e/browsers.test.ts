// Browser tabs on the simulated camera: two at once, and one whose camera dies under it.
import { chromium, type Browser, type Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { requireProgram } from "./support/programs";
import { Simulator } from "./support/simulator";

const camera = ["--camera", "pattern:640x480@15"];
let simulator: Simulator;
let browser: Browser;

beforeEach(async (context) => {
  const executablePath = requireProgram(context, "chromium");
  simulator = await Simulator.start(...camera);
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  return async () => {
    await browser.close();
    expect(await simulator.interrupt()).toBe(0);
  };
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

test("two Chromium tabs watch the same camera", async () => {
  const pages = await Promise.all([1, 2].map(() => browser.newPage()));
  await Promise.all(pages.map((page) => page.goto(simulator.address)));
  for (const page of pages) {
    await page.bringToFront();
    await waitForChange(page);
  }
  const from = simulator.console.length;
  await browser.close();
  await simulator.waitFor(/camera: off/, from);
});

test.each<[string, () => Promise<unknown>]>([
  ["killed", () => simulator.kill()],
  ["ended with Ctrl+C", () => simulator.interrupt()],
])("the page says that its camera was %s, and goes on when it is back", async (_, end) => {
  const page = await browser.newPage();
  await page.goto(simulator.address, { waitUntil: "commit" });
  await page.locator("#state.live").waitFor();
  const port = String(simulator.port);
  await end();
  await page.locator("#state.waiting").waitFor({ timeout: 10_000 });
  await page.locator("img.still").waitFor();
  simulator = await Simulator.start("--port", port, ...camera);
  await page.locator("#state.live").waitFor();
  await page.locator("img:not(.still)").waitFor();
  await waitForChange(page);
});
