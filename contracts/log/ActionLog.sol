// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Duty, IAgencyRegistry} from "../access/IAgencyRegistry.sol";
import {MerkleLog} from "../lib/MerkleLog.sol";
import {Breach, IActionLog, PromiseStatement, SignedPromise} from "./IActionLog.sol";
import {ServiceRegistry} from "./ServiceRegistry.sol";

/// @title One append-only log for each service, as the root of an RFC 9162 SHA-256 Merkle tree
contract ActionLog is IActionLog, ServiceRegistry, EIP712 {
    bytes32 private constant PROMISES_TYPE = keccak256("Promises(bytes32 root)");

    mapping(bytes32 service => Head) private _heads;
    mapping(bytes32 service => mapping(uint32 agency => uint48 size)) private _cosigned;
    mapping(bytes32 service => uint64 count) private _broken;
    mapping(bytes32 statementHash => mapping(Breach => bool)) private _reported;

    /// @param manager AccessManager that knows the registrar
    /// @param registry where officers are enrolled
    constructor(
        address manager,
        IAgencyRegistry registry
    ) ServiceRegistry(manager, registry) EIP712("Prongsai ActionLog", "1") {}

    /// @inheritdoc IActionLog
    function anchor(
        bytes32 service,
        uint48 newSize,
        bytes32 newRoot,
        bytes32 bundle,
        bytes32[] calldata consistencyProof
    ) external {
        _anchor(service, newSize, newRoot, bundle, consistencyProof);
    }

    /// @inheritdoc IActionLog
    function anchorMany(AnchorInput[] calldata anchors) external {
        for (uint256 i = 0; i < anchors.length; ++i) {
            AnchorInput calldata a = anchors[i];
            _anchor(a.service, a.newSize, a.newRoot, a.bundle, a.consistencyProof);
        }
    }

    /// @inheritdoc IActionLog
    function heartbeat(bytes32[] calldata services) external {
        for (uint256 i = 0; i < services.length; ++i) {
            _requireGateway(services[i]);
            Head storage entry = _heads[services[i]];
            _requireTaking(services[i], entry);
            entry.seenAt = _now();
            emit HeartbeatReceived(services[i], entry.size);
            _record(abi.encode(HeartbeatReceived.selector, services[i], entry.size));
        }
    }

    /// @inheritdoc IActionLog
    function cosign(bytes32 service, uint48 size, bytes32 root, bytes32[] calldata consistencyProof) external {
        uint32 agency = _registry.requireDuty(msg.sender, Duty.WITNESS).agency;
        if (_serviceAt(service).agency == agency) revert ActionLogWitnessNotIndependent(service, agency);
        if (size == 0) revert ActionLogNothingToCosign(service);
        uint48 before = _cosigned[service][agency];
        if (size <= before) revert ActionLogAlreadyCosigned(service, agency, before);
        Head storage entry = _heads[service];
        if (!MerkleLog.extends(size, root, entry.size, entry.root, consistencyProof)) {
            revert ActionLogNotABeginning(service, size, root);
        }
        _cosigned[service][agency] = size;
        emit HeadCosigned(service, agency, msg.sender, size, root);
        _record(abi.encode(HeadCosigned.selector, service, agency, msg.sender, size, root));
    }

    /// @inheritdoc IActionLog
    function reportMissedDeadline(SignedPromise calldata signed) external {
        (bytes32 statementHash, address gateway) = _requirePromised(signed, Breach.DeadlineMissed);
        PromiseStatement calldata s = signed.statement;
        if (block.timestamp <= s.deadline) revert ActionLogDeadlineAhead(s.deadline, uint64(block.timestamp));
        uint48 size = _heads[s.service].size;
        // In 256 bits: who promised more leaves than a log can hold has broken the promise as well.
        uint256 promisedSize = uint256(s.firstIndex) + s.count;
        if (size >= promisedSize) revert ActionLogPromiseAnchored(s.service, size, promisedSize);
        _mark(s.service, statementHash, gateway, Breach.DeadlineMissed, size > s.firstIndex ? size : s.firstIndex);
    }

    /// @inheritdoc IActionLog
    function reportWrongLeaf(
        SignedPromise calldata signed,
        uint64 offset,
        bytes32 promisedLeaf,
        bytes32[] calldata promisedPath,
        bytes32 anchoredLeaf,
        bytes32[] calldata anchoredPath
    ) external {
        (bytes32 statementHash, address gateway) = _requirePromised(signed, Breach.WrongLeaf);
        PromiseStatement calldata s = signed.statement;
        if (!MerkleLog.includes(s.leavesRoot, s.count, promisedLeaf, offset, promisedPath)) {
            revert ActionLogLeafNotPromised(promisedLeaf, offset);
        }
        uint256 index = uint256(s.firstIndex) + offset;
        Head storage entry = _heads[s.service];
        if (
            index >= entry.size ||
            !MerkleLog.includes(entry.root, entry.size, anchoredLeaf, uint64(index), anchoredPath)
        ) revert ActionLogLeafNotAnchored(anchoredLeaf, index);
        if (anchoredLeaf == promisedLeaf) revert ActionLogLeafAsPromised(anchoredLeaf, index);
        _mark(s.service, statementHash, gateway, Breach.WrongLeaf, uint64(index));
    }

    /// @inheritdoc IActionLog
    function head(bytes32 service) external view returns (Head memory) {
        return _heads[service];
    }

    /// @inheritdoc IActionLog
    function verifyInclusion(
        bytes32 service,
        bytes32 leaf,
        uint64 index,
        bytes32[] calldata path
    ) external view returns (bool) {
        Head storage entry = _heads[service];
        return MerkleLog.includes(entry.root, entry.size, leaf, index, path);
    }

    /// @inheritdoc IActionLog
    function cosignedSize(bytes32 service, uint32 agency) external view returns (uint48) {
        return _cosigned[service][agency];
    }

    /// @inheritdoc IActionLog
    function brokenPromises(bytes32 service) external view returns (uint64) {
        return _broken[service];
    }

    /// @inheritdoc IActionLog
    function isReported(bytes32 statementHash, Breach breach) external view returns (bool) {
        return _reported[statementHash][breach];
    }

    /// @inheritdoc IActionLog
    function heartbeatOverdue(bytes32 service) external view returns (bool overdue, uint64 due) {
        Service storage entry = _serviceAt(service);
        if (entry.heartbeatInterval == 0 || entry.closedAt != 0) return (false, 0);
        uint64 seenAt = _heads[service].seenAt;
        due = (seenAt == 0 ? entry.registeredAt : seenAt) + entry.heartbeatInterval;
        overdue = block.timestamp > due;
    }

    function _anchor(
        bytes32 service,
        uint48 newSize,
        bytes32 newRoot,
        bytes32 bundle,
        bytes32[] calldata consistencyProof
    ) private {
        _requireGateway(service);
        Head storage entry = _heads[service];
        _requireTaking(service, entry);
        uint48 size = entry.size;
        bytes32 root = entry.root;
        if (newSize <= size) revert ActionLogNotLonger(service, size, newSize);
        if (bundle == bytes32(0)) revert ActionLogBundleMissing(service);
        if (!MerkleLog.extends(size, root, newSize, newRoot, consistencyProof)) {
            revert ActionLogNotAnExtension(service, size, root, newSize, newRoot);
        }
        entry.root = newRoot;
        entry.size = newSize;
        entry.anchoredAt = _now();
        entry.seenAt = _now();
        ++entry.anchors;
        emit Anchored(service, newSize, newRoot, bundle);
        _fold(abi.encode(Anchored.selector, service, newSize, newRoot, bundle));
    }

    /// @inheritdoc ServiceRegistry
    function _setClosing(bytes32 service, uint48 closesAt) internal override {
        Head storage entry = _heads[service];
        entry.closesAt = closesAt;
        // Nobody waited for a heartbeat while it was closed.
        if (closesAt == 0) entry.seenAt = _now();
    }

    /// @inheritdoc ServiceRegistry
    /// @dev Whoever registers pays for the word that the root stands in, not the first anchor.
    function _beginLog(bytes32 service) internal override {
        _heads[service].root = MerkleLog.EMPTY_ROOT;
    }

    /// @dev Anchors are counted beside the heads that they write: one slot less to write for each.
    function _countedElsewhere() internal view override returns (uint64 count) {
        bytes32[] memory ids = _serviceIds();
        for (uint256 i = 0; i < ids.length; ++i) count += _heads[ids[i]].anchors;
    }

    function _requireTaking(bytes32 service, Head storage entry) private view {
        uint48 closesAt = entry.closesAt;
        if (closesAt != 0 && _now() > closesAt) revert ActionLogClosed(service, closesAt);
    }

    /// @dev Reverts unless the promise was signed by a gateway that the service had when it was given, and is not yet
    /// on record as broken in this way. Each way counts by itself, or an operator could report its own delay to keep a
    /// wrong leaf off the record.
    function _requirePromised(
        SignedPromise calldata signed,
        Breach breach
    ) private view returns (bytes32 statementHash, address gateway) {
        PromiseStatement calldata s = signed.statement;
        statementHash = MerkleLog.leafHash(abi.encode(s));
        if (_reported[statementHash][breach]) revert ActionLogAlreadyReported(statementHash, breach);
        (bool fits, bytes32 root) = MerkleLog.rootOf(
            statementHash,
            signed.groupIndex,
            signed.groupSize,
            signed.groupPath
        );
        if (!fits) revert ActionLogNotInGroup(statementHash);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(PROMISES_TYPE, root)));
        ECDSA.RecoverError problem;
        (gateway, problem, ) = ECDSA.tryRecoverCalldata(digest, signed.signature);
        if (problem != ECDSA.RecoverError.NoError || !_isGatewayAt(s.service, gateway, s.issuedAt)) {
            revert ActionLogNotPromised(s.service, gateway, s.issuedAt);
        }
    }

    function _mark(bytes32 service, bytes32 statementHash, address gateway, Breach breach, uint64 index) private {
        _reported[statementHash][breach] = true;
        ++_broken[service];
        emit PromiseBroken(service, statementHash, gateway, breach, index);
        _record(abi.encode(PromiseBroken.selector, service, statementHash, gateway, breach, index));
    }
}
