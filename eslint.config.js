import js from "@eslint/js";
import tseslint from "typescript-eslint";
import importX, { createNodeResolver } from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";

/** Imports point one way: contracts ← sdk ← indexer ← api; web sees only sdk and the public API. */
const zones = [
  { target: "./sdk", from: ["./indexer", "./api", "./web", "./scripts", "./test"] },
  { target: "./indexer", from: ["./api", "./web", "./scripts", "./test"] },
  { target: "./api", from: ["./web", "./scripts", "./test"] },
  {
    target: "./api",
    from: ["./indexer"],
    except: ["./store"],
    message: "The API reads the mirror through indexer/store only.",
  },
  { target: "./web", from: ["./indexer", "./api", "./scripts", "./test"] },
  { target: "./scripts", from: ["./test"] },
];

export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      ".tools/",
      ".data/",
      "artifacts/",
      "cache/",
      "coverage/",
      "sdk/generated/",
      "**/*.generated.ts",
      "indexer/decode/generated/",
      "web/dist/",
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { "import-x": importX, "react-hooks": reactHooks },
    settings: {
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".tsx", ".js", ".mjs"] })],
      // Without this the rules look into no TypeScript file, and find nothing.
      "import-x/extensions": [".ts", ".tsx", ".js", ".mjs"],
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "no-console": "off",
      "no-undef": "off",
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
);
