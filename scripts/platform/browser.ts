import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** A headless Chromium that talks to nobody but the pages it opens. @throws when there is none on this machine */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium was found; install one or set CHROMIUM to it");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--force-color-profile=srgb",
    ],
  });
}
