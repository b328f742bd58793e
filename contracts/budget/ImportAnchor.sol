// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Duty, IAgencyRegistry} from "../access/IAgencyRegistry.sol";
import {Documents} from "../lib/Document.sol";
import {Journal} from "../lib/Journal.sol";
import {IImportAnchor} from "./IImportAnchor.sol";

/// @title Anchors of data published elsewhere
contract ImportAnchor is IImportAnchor, Journal {
    /// @dev What later calls need of a batch; the rest is in its event.
    struct Batch {
        uint32 agency;
        uint64 supersededBy;
    }

    IAgencyRegistry private immutable _registry;
    uint64 private _batchCount;
    mapping(uint64 batchId => Batch) private _batches;
    mapping(bytes32 reading => uint64 batchId) private _batchOf;

    /// @param registry where importers are enrolled
    constructor(IAgencyRegistry registry) {
        _registry = registry;
    }

    /// @inheritdoc IImportAnchor
    function anchorBatch(BatchInput calldata batch) external returns (uint64 batchId) {
        uint32 agency = _registry.requireDuty(msg.sender, Duty.IMPORTER).agency;
        _requireComplete(batch);
        bytes32 reading = _reading(batch.fileSha256, batch.parserVersion);
        uint64 known = _batchOf[reading];
        if (known != 0 && _batches[known].supersededBy == 0) revert ImportAnchorAlreadyAnchored(known);

        batchId = ++_batchCount;
        _batches[batchId].agency = agency;
        _batchOf[reading] = batchId;
        emit BatchAnchored(batchId, batch.format, msg.sender, batch);
        _record(abi.encode(BatchAnchored.selector, batchId, batch.format, msg.sender, batch));
    }

    /// @inheritdoc IImportAnchor
    function supersede(uint64 batchId, uint64 byBatchId) external {
        Batch storage entry = _batchAt(batchId);
        _registry.requireDutyOf(msg.sender, Duty.IMPORTER, entry.agency);
        if (entry.supersededBy != 0) revert ImportAnchorAlreadySuperseded(batchId, entry.supersededBy);
        // What replaces is at the end of its chain and stands alone, so no chain ever closes.
        if (byBatchId == batchId || _batchAt(byBatchId).supersededBy != 0) {
            revert ImportAnchorReplacementInvalid(batchId, byBatchId);
        }
        entry.supersededBy = byBatchId;
        emit BatchSuperseded(batchId, byBatchId, msg.sender);
        _record(abi.encode(BatchSuperseded.selector, batchId, byBatchId, msg.sender));
    }

    /// @inheritdoc IImportAnchor
    function batchOf(bytes32 fileSha256, string calldata parserVersion) external view returns (uint64) {
        return _batchOf[_reading(fileSha256, parserVersion)];
    }

    /// @inheritdoc IImportAnchor
    function batchCount() external view returns (uint64) {
        return _batchCount;
    }

    /// @inheritdoc IImportAnchor
    function supersededBy(uint64 batchId) external view returns (uint64) {
        return _batchAt(batchId).supersededBy;
    }

    function _requireComplete(BatchInput calldata batch) private view {
        if (batch.format == bytes32(0)) revert ImportAnchorFormatMissing();
        if (batch.sourceSha256 == bytes32(0) || batch.fileSha256 == bytes32(0) || batch.merkleRoot == bytes32(0)) {
            revert ImportAnchorDigestMissing();
        }
        if (!Documents.isCid(batch.fileCid)) revert ImportAnchorCidMalformed(batch.fileCid);
        if (!Documents.isCid(batch.sourceCid)) revert ImportAnchorCidMalformed(batch.sourceCid);
        if (batch.rowCount == 0 || batch.quarantined > batch.rowCount) {
            revert ImportAnchorRowsInconsistent(batch.rowCount, batch.quarantined);
        }
        if (batch.retrievedAt > block.timestamp) {
            revert ImportAnchorFromTheFuture(batch.retrievedAt, uint64(block.timestamp));
        }
        if (bytes(batch.parserVersion).length == 0) revert ImportAnchorParserVersionMissing();
    }

    function _batchAt(uint64 batchId) private view returns (Batch storage) {
        if (batchId == 0 || batchId > _batchCount) revert ImportAnchorUnknown(batchId);
        return _batches[batchId];
    }

    function _reading(bytes32 fileSha256, string calldata parserVersion) private pure returns (bytes32) {
        return keccak256(abi.encode(fileSha256, parserVersion));
    }
}
