const KEY = "prongsai.reloaded";
const PAUSE = 60_000;

/**
 * Somebody who has the page open while a newer build takes its place asks for parts that are gone. Loading the page
 * anew mends it; when that does not help within a minute, the page says so instead of trying for ever.
 */
export function listenForNewBuild(): void {
  addEventListener("vite:preloadError", (event) => {
    try {
      const last = Number(sessionStorage.getItem(KEY) ?? 0);
      if (Date.now() - last < PAUSE) return;
      sessionStorage.setItem(KEY, String(Date.now()));
    } catch {
      return;
    }
    event.preventDefault();
    location.reload();
  });
}
