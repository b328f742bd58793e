import { build } from "../../build.ts";
import type { Step } from "../context.ts";

export const buildStep: Step = {
  name: "build",
  run: async ({ progress }) => {
    const built = await build(progress);
    return built.length > 0 ? `built ${built.join(", ")}` : "up to date";
  },
};
