import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The browser of this machine; undefined where there is none. */
export const chromiumPath = places.find((path) => path !== "" && existsSync(path));

/** What stands in the title of tests that have no browser to run in. */
export const skipped = chromiumPath
  ? ""
  : " (skipped: no Chromium; apt-get install chromium, or set CHROMIUM to its path)";

/** A headless browser with a profile of its own, which asks the network for nothing. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ],
  });
}
