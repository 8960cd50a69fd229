import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyHtml } from "../../../../src/render/verify/html/page.ts";
import { chromiumPath, launch, skipped } from "./chromium.ts";
import { hostileClaims, verified, verifiedReport } from "./verified.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

describe.skipIf(!chromiumPath)(`the page in a browser${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "trade-metrics-page-"));
  const files = new Map<string, string>();
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
    const reports = {
      wilson: await verifiedReport("wilson-2025"),
      epi: await verifiedReport("epi-2025"),
      hostile: await verified(hostileClaims()),
      // a claim of every kind, because the checker looks at each element
      bars: await verifiedReport("wilson-2025", [
        ...["deficit-ratio-canada", "deficit-ratio-mexico", "value-added-of-four-origins"],
        ...["usmca-trade-growth", "balance-canada", "sme-share-of-firms"],
      ]),
      lines: await verifiedReport("epi-2025", [
        ...["deficit-2017", "deficit-2025", "non-petroleum-mexico-2024", "automotive-imports-2019"],
      ]),
    };
    for (const [name, report] of Object.entries(reports)) {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, verifyHtml(report));
      files.set(name, pathToFileURL(file).href);
    }
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Opened {
    readonly page: Page;
    /** Errors, warnings of the console, violations of the policy, and requests for anything else. */
    readonly trouble: string[];
  }

  interface Look {
    readonly width?: number;
    readonly colorScheme?: "light" | "dark";
    readonly javaScriptEnabled?: boolean;
    readonly bypassCSP?: boolean;
  }

  async function open(name: string, { width = 1280, ...look }: Look = {}): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, ...look });
    const page = await context.newPage();
    const trouble: string[] = [];
    const address = files.get(name)!;
    page.on("console", (message) => trouble.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
    page.on("request", (request) => {
      if (request.url() !== address) trouble.push(`request: ${request.url()}`);
    });
    await page.goto(address);
    return { page, trouble };
  }

  const shownClaims = (page: Page) => page.locator("article.claim:visible").count();

  for (const name of ["wilson", "epi"]) {
    test(`${name}: loads without an error and asks for nothing`, async () => {
      const { page, trouble } = await open(name);
      await page.mouse.wheel(0, 20_000);
      expect(trouble).toEqual([]);
      expect(await page.title()).toContain("Checked numbers");
    });

    test(`${name}: fits a phone and a desk`, async () => {
      for (const width of [320, 390, 768, 1280]) {
        const { page } = await open(name, { width });
        const beyond = "document.documentElement.scrollWidth - innerWidth";
        expect(await page.evaluate<number>(beyond), `${width} pixels`).toBeLessThanOrEqual(0);
        await page.context().close();
      }
    });
  }

  for (const [colorScheme, width] of [
    ["light", 390],
    ["dark", 1280],
  ] as const) {
    test(`passes axe, ${colorScheme}, ${width} pixels wide, every part opened`, async () => {
      for (const name of ["bars", "lines"]) {
        const { page } = await open(name, { width, colorScheme, bypassCSP: true });
        await page.addScriptTag({ content: readFileSync(axe, "utf8") });
        await page.evaluate(
          "for (const one of document.querySelectorAll('details')) one.open = true",
        );
        const { violations, passes } = await page.evaluate<AxeResults>("axe.run()");
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        expect(passes.map(({ id }) => id)).toContain("color-contrast");
        await page.context().close();
      }
    }, 60_000);
  }

  test("sorts a table by its figures, up and down, and says so", async () => {
    const { page } = await open("wilson");
    const table = page.locator("section:has(#overview) table");
    const head = table.locator("thead th", { hasText: "Printed" });
    const printed = async () => {
      const cells = await table.locator("tbody td:nth-child(3)").all();
      return Promise.all(cells.map(async (cell) => Number(await cell.getAttribute("data-value"))));
    };
    await head.getByRole("button").click();
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    const ascending = await printed();
    expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
    expect(ascending[0]).toBe(-152473.5);
    await head.getByRole("button").click();
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    expect(await printed()).toEqual([...ascending].reverse());
    expect(await page.locator("#status").textContent()).toBe("Sorted by Printed, descending");
  });

  test("leaves cells without a figure at the end, whichever way it sorts", async () => {
    const { page } = await open("wilson");
    const table = page.locator("section:has(#overview) table");
    for (let time = 0; time < 2; time += 1) {
      await table.getByRole("button", { name: "Computed" }).click();
      const last = table.locator("tbody tr").last().locator("td:nth-child(4)");
      expect(await last.textContent()).toBe("");
    }
  });

  test("shows the claims of the chosen verdicts, and all again", async () => {
    const { page } = await open("wilson");
    expect(await shownClaims(page)).toBe(34);
    await page.getByLabel(/Not checked/).uncheck();
    await page.getByLabel(/Reproduced/).uncheck();
    expect(await shownClaims(page)).toBe(14);
    expect(await page.locator(".shown").textContent()).toBe("14 of 34 claims shown");
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await shownClaims(page)).toBe(34);
  });

  test("shows a claim that is hidden when a link leads to it", async () => {
    const { page } = await open("wilson");
    await page.getByLabel(/Does not match/).uncheck();
    const claim = page.locator("#claim-deficit-ratio-mexico");
    expect(await claim.isVisible()).toBe(false);
    await page.locator(".shared a", { hasText: "50.80" }).click();
    await claim.waitFor({ state: "visible" });
  });

  test("copies a table as text that a spreadsheet takes, unrounded", async () => {
    const { page } = await open("wilson");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const claim = page.locator("#claim-deficit-ratio-mexico");
    await claim.locator("summary").last().click();
    await claim.getByRole("button", { name: "Copy" }).click();
    await page.waitForFunction("document.querySelector('#status').textContent === 'Copied 4 rows'");
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    const lines = copied
      .trim()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(lines).toHaveLength(5);
    expect(lines[1]).toContain("322742472406");
  });

  test("gives the table as a CSV file", async () => {
    const { page, trouble } = await open("wilson");
    const claim = page.locator("#claim-deficit-ratio-mexico");
    await claim.locator("summary").last().click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      claim.getByRole("link", { name: "CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("deficit-ratio-mexico.csv");
    const text = readFileSync((await download.path())!, "utf8");
    expect(text.split("\r\n")[0]).toBe(
      "\ufeffFigure,Used,Partner,Product,Period,Value,Unit,Source",
    );
    expect(text).toContain("322742472406");
    expect(trouble.filter((one) => !one.startsWith("request: data:"))).toEqual([]);
  });

  test("can be used with the keyboard alone, the focus in sight", async () => {
    const { page } = await open("wilson");
    await page.keyboard.press("Tab");
    const skip = page.locator(".skip");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    expect((await skip.boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await page.waitForFunction("document.activeElement.id === 'content'");
    await page.getByLabel(/Not checked/).focus();
    await page.keyboard.press("Space");
    expect(await shownClaims(page)).toBe(17);
    const sort = page.locator("section:has(#overview) thead button").first();
    await sort.focus();
    await page.keyboard.press("Enter");
    expect(await sort.locator("..").getAttribute("aria-sort")).toBe("ascending");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe(
      "solid",
    );
  });

  test("is all there to read without scripting", async () => {
    const { page, trouble } = await open("wilson", { javaScriptEnabled: false });
    expect(await shownClaims(page)).toBe(34);
    expect(await page.locator(".filters").isVisible()).toBe(false);
    expect(await page.locator("button:visible").count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  test("is dark where the reader wants it dark, and white on paper", async () => {
    const background = (page: Page) =>
      page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const { page } = await open("wilson", { colorScheme: "dark" });
    expect(await background(page)).toBe("rgb(20, 23, 26)");
    await page.emulateMedia({ media: "print" });
    expect(await background(page)).toBe("rgb(255, 255, 255)");
    expect(await page.locator("nav, .filters").first().isVisible()).toBe(false);
  });

  test("opens the data for print and closes them again", async () => {
    const { page } = await open("wilson");
    const closed = () => page.locator("details:not([open])").count();
    const before = await closed();
    expect(before).toBeGreaterThan(0);
    await page.evaluate("dispatchEvent(new Event('beforeprint')) && null");
    expect(await closed()).toBe(0);
    await page.evaluate("dispatchEvent(new Event('afterprint')) && null");
    expect(await closed()).toBe(before);
  });

  test("runs nothing and loads nothing that a claim file says", async () => {
    const { page, trouble } = await open("hostile");
    await page.evaluate("for (const one of document.querySelectorAll('thead button')) one.click()");
    expect(await page.evaluate("'harmed' in globalThis")).toBe(false);
    expect(await page.locator("img, base, script").count()).toBe(1);
    expect(trouble).toEqual([]);
  });

  test("would not run a script that came into it all the same", async () => {
    const file = join(folder, "injected.html");
    const page = verifyHtml(await verified(hostileClaims()));
    writeFileSync(file, page.replace("<main", `<script>globalThis.harmed = true</script><main`));
    files.set("injected", pathToFileURL(file).href);
    const opened = await open("injected");
    expect(await opened.page.evaluate("'harmed' in globalThis")).toBe(false);
    expect(opened.trouble.join("\n")).toContain("Content Security Policy");
  });
});
