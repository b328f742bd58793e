import { expect } from "chai";
import { encodeBytes32String, keccak256, Wallet } from "ethers";
import type { AccessManager } from "../../../sdk/generated/types/index.ts";
import { deployLedger, type ArtifactSource } from "../../../scripts/deploy/index.ts";
import { contractNames } from "../../../scripts/deploy/plan.ts";
import { rejection } from "../../support/rejection.ts";
import { altered, compiled, ethers, type Ledger, ledger, timing } from "../../support/ledger.ts";
import { contractRoles, functionRoles, roleIds, type RoleName } from "../../../scripts/deploy/roles.ts";

describe("deployment", () => {
  it("publishes every contract as version 1 with the hash of its code", async () => {
    const { directory, description } = await ledger();
    expect(await directory.names()).to.deep.equal(contractNames.map(encodeBytes32String));
    for (const name of contractNames) {
      const { address, block } = description.contracts[name]!;
      const entry = await directory.latest(encodeBytes32String(name));
      expect(entry.target).to.equal(address);
      expect(entry.version).to.equal(1n);
      expect(entry.retired).to.equal(false);
      expect(entry.codeHash).to.equal(keccak256(await ethers.provider.getCode(address)));
      expect((await ethers.provider.getCode(address, block - 1)).length).to.equal(2);
      expect((await ethers.provider.getCode(address, block)).length).to.be.greaterThan(2);
    }
  });

  it("keeps every contract under the size limit of 24,576 bytes", async function () {
    if (altered) this.skip();
    const { description } = await ledger();
    for (const [name, { address }] of Object.entries(description.contracts)) {
      const bytes = (await ethers.provider.getCode(address)).length / 2 - 1;
      expect(bytes, name).to.be.lessThanOrEqual(24_576);
    }
  });

  it("gives addresses that follow from the deployer and its nonce alone", async () => {
    const { description, deployer } = await ledger();
    for (const [index, name] of contractNames.entries()) {
      const expected = ethers.getCreateAddress({ from: deployer.address, nonce: index });
      expect(description.contracts[name]!.address).to.equal(expected);
    }
  });

  it("leaves exactly the members of roles that the table names, with their delays", async () => {
    const { manager, description, registrar } = await ledger();
    const at = (name: string) => description.contracts[name]!.address;
    const expected = new Set<string>([
      `0 ${at("Consortium")} ${timing.executionDelay}`,
      `${roleIds.PUBLISHER} ${at("Consortium")} ${timing.executionDelay}`,
      `${roleIds.REGISTRAR} ${registrar.address} 0`,
      ...contractRoles.map(({ contract, role }) => `${roleIds[role]} ${at(contract)} 0`),
    ]);
    const granted = await manager.queryFilter(manager.filters.RoleGranted());
    const found = new Set<string>();
    for (const { args } of granted) {
      const [isMember, delay] = await manager.hasRole(args.roleId, args.account);
      if (isMember) found.add(`${args.roleId} ${args.account} ${delay}`);
    }
    expect(found).to.deep.equal(expected);
  });

  it("leaves every role under the consortium: admin and guardian 0, no other", async () => {
    const { manager } = await ledger();
    for (const id of Object.values(roleIds)) {
      expect(await manager.getRoleAdmin(id)).to.equal(0n);
      expect(await manager.getRoleGuardian(id)).to.equal(0n);
      expect(await manager.getRoleGrantDelay(id)).to.equal(0n);
    }
  });

  it("wires exactly the functions of the table, each target open and without an admin delay of its own", async () => {
    const { manager, description } = await ledger();
    const wired = new Map<string, RoleName>();
    for (const { contract, functions, role } of functionRoles) {
      const abi = new ethers.Interface((await compiled(contract)).abi);
      for (const name of functions) {
        const key = `${description.contracts[contract]!.address} ${abi.getFunction(name)!.selector}`;
        expect(wired.has(key), `${contract}.${name} twice`).to.equal(false);
        wired.set(key, role);
      }
    }
    const events = await manager.queryFilter(manager.filters.TargetFunctionRoleUpdated());
    expect(events.map(({ args }) => `${args.target} ${args.selector}`).sort()).to.deep.equal(
      [...wired.keys()].sort(),
    );
    for (const [key, role] of wired) {
      const [target, selector] = key.split(" ") as [string, string];
      expect(await manager.getTargetFunctionRole(target, selector), key).to.equal(roleIds[role]);
    }
    for (const { address } of Object.values(description.contracts)) {
      expect(await manager.isTargetClosed(address)).to.equal(false);
      expect(await manager.getTargetAdminDelay(address)).to.equal(0n);
    }
  });

  it("leaves the deployer without any right", async () => {
    const { manager, deployer, description, registry, directory } = await ledger();
    for (const id of Object.values(roleIds)) {
      expect((await manager.hasRole(id, deployer.address))[0]).to.equal(false);
    }
    const unauthorized = [deployer.address, 0n];
    const asDeployer = manager.connect(deployer);
    const target = description.contracts.Directory!.address;
    const refused = [
      () => asDeployer.grantRole(0, deployer.address, 0),
      () => asDeployer.grantRole(roleIds.REGISTRAR, deployer.address, 0),
      () => asDeployer.revokeRole(0, description.contracts.Consortium!.address),
      () => asDeployer.setTargetFunctionRole(target, ["0x00000000"], roleIds.ADMIN),
      () => asDeployer.setTargetClosed(target, true),
      () => asDeployer.updateAuthority(target, deployer.address),
      () => asDeployer.setRoleAdmin(roleIds.REGISTRAR, roleIds.PUBLISHER),
      () => asDeployer.setRoleGuardian(roleIds.REGISTRAR, roleIds.PUBLISHER),
      () => asDeployer.setGrantDelay(roleIds.REGISTRAR, 1),
      () => asDeployer.setTargetAdminDelay(target, 1),
      () => asDeployer.labelRole(roleIds.REGISTRAR, "mine"),
    ];
    for (const call of refused) {
      await expect(call())
        .to.be.revertedWithCustomError(manager, "AccessManagerUnauthorizedAccount")
        .withArgs(...unauthorized);
    }
    await expect(registry.connect(deployer).suspendAgency(10001))
      .to.be.revertedWithCustomError(registry, "AccessManagedUnauthorized")
      .withArgs(deployer.address);
    await expect(directory.connect(deployer).retire(encodeBytes32String("Directory"), 1))
      .to.be.revertedWithCustomError(directory, "AccessManagedUnauthorized")
      .withArgs(deployer.address);
    await expect(directory.connect(deployer).setAuthority(deployer.address))
      .to.be.revertedWithCustomError(directory, "AccessManagedUnauthorized")
      .withArgs(deployer.address);
  });

  describe("by itself", () => {
    const options = (l: Ledger) => ({
      consortium: { members: [{ agency: 1, account: l.stranger.address }], ...timing },
      registrar: { account: l.registrar.address, executionDelay: 60 },
      artifacts: compiled,
    });

    it("gives the registrar the delay asked for, a publisher when one is named, and reports its steps", async () => {
      const l = await ledger();
      const steps: string[] = [];
      const { contracts, deploymentId, chainId } = await deployLedger(l.spareVoter, {
        ...options(l),
        publisher: { account: l.citizen.address, executionDelay: 5 },
        progress: (done, total) => steps.push(`${done}/${total}`),
      });
      const manager = l.manager.attach(contracts.AccessManager!.address) as AccessManager;
      expect(await manager.hasRole(roleIds.REGISTRAR, l.registrar)).to.deep.equal([true, 60n]);
      expect(await manager.hasRole(roleIds.PUBLISHER, l.citizen)).to.deep.equal([true, 5n]);
      expect(await manager.hasRole(roleIds.ADMIN, l.spareVoter)).to.deep.equal([false, 0n]);
      expect(steps).to.deep.equal(["0/4", "1/4", "2/4", "3/4", "4/4"]);
      expect(chainId).to.equal(31337);
      expect(deploymentId).to.not.equal(l.description.deploymentId);
    });

    it("names the step that failed", async () => {
      const l = await ledger();
      const broken = { ...options(l), consortium: { members: [], ...timing } };
      const error = await rejection(deployLedger(l.spareVoter, broken));
      expect(error).to.have.property("code", "DEPLOYMENT_STEP_FAILED");
      expect(error.message).to.contain("creating Consortium");
    });

    it("needs a chain, and artifacts that fit the table", async () => {
      const l = await ledger();
      expect((await rejection(deployLedger(Wallet.createRandom(), options(l)))).message).to.contain(
        "provider",
      );
      const other: ArtifactSource = async (name) =>
        name === "Directory"
          ? { ...(await compiled(name)), abi: ["constructor(address owner)"] }
          : compiled(name);
      const unknown = await rejection(deployLedger(l.spareVoter, { ...options(l), artifacts: other }));
      expect(unknown.message).to.contain("Directory takes an unknown owner");
    });
  });
});
