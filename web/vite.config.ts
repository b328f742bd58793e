import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The public pages. `--mode gallery` builds the component gallery instead, which is looked at and tested but never
 * shipped. Nothing is inlined: the content security policy refuses inline scripts, styles and data addresses.
 */
export default defineConfig(({ mode }) => ({
  root: here("."),
  base: "/",
  publicDir: mode === "gallery" ? false : here("public"),
  plugins: [react()],
  css: { modules: { localsConvention: "camelCaseOnly" } },
  build: {
    outDir: here(mode === "gallery" ? "../cache/web-gallery" : "dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    rollupOptions: { input: here(mode === "gallery" ? "gallery.html" : "index.html") },
  },
  server: { proxy: { "^/(graphql|rpc|v1|api|documents)": "http://127.0.0.1:8080" } },
}));
