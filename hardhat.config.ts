import { fileURLToPath } from "node:url";
import { defineConfig } from "hardhat/config";
import hardhatEthers from "@nomicfoundation/hardhat-ethers";
import hardhatEthersChaiMatchers from "@nomicfoundation/hardhat-ethers-chai-matchers";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatTypechain from "@nomicfoundation/hardhat-typechain";

/** The compiler comes from npm because compiler downloads are not reachable everywhere. */
const soljson = fileURLToPath(import.meta.resolve("solc/soljson.js"));

export default defineConfig({
  plugins: [hardhatEthers, hardhatEthersChaiMatchers, hardhatMocha, hardhatNetworkHelpers, hardhatTypechain],
  solidity: {
    npmFilesToBuild: ["@openzeppelin/contracts/access/manager/AccessManager.sol"],
    compilers: [
      {
        version: "0.8.37",
        path: soljson,
        settings: {
          evmVersion: "prague",
          viaIR: true,
          optimizer: { enabled: true, runs: 200 },
        },
      },
    ],
  },
  networks: {
    // One development chain for tests and the embedded deployment: Prague rules, no gas price.
    default: {
      type: "edr-simulated",
      chainType: "l1",
      chainId: 31337,
      hardfork: "prague",
      gasPrice: 0,
      initialBaseFeePerGas: 0,
      blockGasLimit: 60_000_000,
    },
  },
  // TypeChain writes namespaces, which the erasable-syntax rule refuses although they hold types only.
  typechain: { outDir: "sdk/generated/types", tsNocheck: true },
  paths: { tests: { mocha: "test/contracts" } },
  test: { mocha: { timeout: 120_000 } },
});
