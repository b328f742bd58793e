import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The public pages. `--mode gallery` builds the component gallery instead, which is looked at and tested but never
 * shipped; `--ssr` builds the half that makes pages on a server. Nothing is inlined: the content security policy refuses inline scripts, styles and data addresses.
 */
export default defineConfig(({ mode, isSsrBuild }) => ({
  root: here("."),
  base: "/",
  publicDir: mode === "gallery" || isSsrBuild ? false : here("public"),
  plugins: [react()],
  css: { modules: { localsConvention: "camelCaseOnly" } },
  build: {
    // The server's half lies hidden beside the browser's: whoever serves the folder does not serve it.
    outDir: here(mode === "gallery" ? "../cache/web-gallery" : isSsrBuild ? "dist/.server" : "dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // One style sheet of a few kilobytes: pages that a server draws need theirs before any script.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    rollupOptions: isSsrBuild
      ? {
          input: here("server/site.ts"),
          output: { entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js" },
        }
      : { input: here(mode === "gallery" ? "gallery.html" : "index.html") },
  },
  server: { proxy: { "^/(graphql|rpc|v1|api|documents)": "http://127.0.0.1:8080" } },
}));
