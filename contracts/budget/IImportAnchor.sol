// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IJournal} from "../lib/IJournal.sol";

/// @title Anchors of data published elsewhere
/// @notice Imported rows live in the index only; the chain holds what they must be derived from. A batch never touches
/// the native ledger's counters, and a row that contradicts itself is flagged, never refused.
interface IImportAnchor is IJournal {
    /// @param format ASCII name of the source's form: `egp` or `ocds`
    /// @param sourceUrlHash keccak256 of the source's URL
    /// @param sourceSha256 SHA-256 of the file as published
    /// @param fileSha256 SHA-256 of the file that is kept (without natural persons' data)
    /// @param fileCid binary CIDv1 of the file that is kept
    /// @param sourceCid binary CIDv1 of the description of the source (SOURCE.json)
    /// @param rowCount rows read, quarantined ones included
    /// @param quarantined rows set aside, with the reason shown
    /// @param merkleRoot RFC 9162 SHA-256 root over the normal form of every row in the file's order
    /// @param retrievedAt when the file was fetched (Unix seconds)
    /// @param licence name of the licence as the source states it
    /// @param parserVersion version of the reading rules, e.g. `egp-1`
    struct BatchInput {
        bytes32 format;
        bytes32 sourceUrlHash;
        bytes32 sourceSha256;
        bytes32 fileSha256;
        bytes fileCid;
        bytes sourceCid;
        uint64 rowCount;
        uint64 quarantined;
        bytes32 merkleRoot;
        uint64 retrievedAt;
        string licence;
        string parserVersion;
    }

    /// @notice A file of rows published elsewhere was read and anchored.
    event BatchAnchored(uint64 indexed batchId, bytes32 indexed format, address indexed officer, BatchInput batch);
    /// @notice Another batch, later or earlier, replaces a batch in totals; what is replaced stays readable.
    event BatchSuperseded(uint64 indexed batchId, uint64 indexed byBatchId, address indexed officer);

    /// @notice The form of the source is not named.
    error ImportAnchorFormatMissing();
    /// @notice A digest of source or file, or the root over the rows, is zero.
    error ImportAnchorDigestMissing();
    /// @notice Not a binary CIDv1 with a 32-byte sha2-256 multihash.
    error ImportAnchorCidMalformed(bytes cid);
    /// @notice No rows, or more in quarantine than were read.
    error ImportAnchorRowsInconsistent(uint64 rowCount, uint64 quarantined);
    /// @notice The file would have been fetched after the block.
    error ImportAnchorFromTheFuture(uint64 retrievedAt, uint64 blockTime);
    /// @notice The reading rules are not named.
    error ImportAnchorParserVersionMissing();
    /// @notice The same file, read by the same rules, is already anchored and not superseded.
    error ImportAnchorAlreadyAnchored(uint64 batchId);
    /// @notice No batch has this id.
    error ImportAnchorUnknown(uint64 batchId);
    /// @notice Another batch has replaced it already.
    error ImportAnchorAlreadySuperseded(uint64 batchId, uint64 byBatchId);
    /// @notice Only another batch that is not superseded itself can replace a batch; so replacements never run in a ring.
    error ImportAnchorReplacementInvalid(uint64 batchId, uint64 byBatchId);

    /// @notice Importer only. A file whose batch was superseded may be anchored again, as a new batch.
    function anchorBatch(BatchInput calldata batch) external returns (uint64 batchId);
    /// @notice Importer of the agency that anchored `batchId` only.
    function supersede(uint64 batchId, uint64 byBatchId) external;

    /// @notice Id of the newest batch of this file and parser version, 0 when there is none.
    function batchOf(bytes32 fileSha256, string calldata parserVersion) external view returns (uint64);
    /// @notice Number of batches; ids run from 1.
    function batchCount() external view returns (uint64);
    /// @notice Id of the batch that replaced it, 0 when it counts.
    function supersededBy(uint64 batchId) external view returns (uint64);
}
