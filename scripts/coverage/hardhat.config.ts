/** The project's configuration with places of its own, so that measured code never mixes with what others run. */
import config from "../../hardhat.config.ts";

export default {
  ...config,
  paths: { ...config.paths, artifacts: "cache/coverage/artifacts", cache: "cache/coverage/cache" },
  typechain: { ...config.typechain, dontOverrideCompile: true },
};
