import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const folder = fileURLToPath(new URL("../../../Solution/src/WebResources/wl_/js/", import.meta.url));

/** The scripts that ship, by file name. */
export const sources = new Map(
  readdirSync(folder)
    .filter(name => name.endsWith(".js"))
    .map(name => [name, readFileSync(folder + name, "utf8")]),
);

/**
 * Runs the scripts as a browser runs classic ones, in the order given, on a clean page.
 * @returns {any} The one global that they leave.
 */
export function load(xrm, page, names = [...sources.keys()]) {
  Object.assign(globalThis, { Xrm: xrm, window: page, WinLoss: undefined });
  for (const name of names) {
    vm.runInThisContext(sources.get(name), { filename: folder + name });
  }

  return globalThis.WinLoss;
}
