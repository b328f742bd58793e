// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice A public document kept outside the chain: the chain holds where it is found and what it must hash to.
/// @param cid binary CIDv1 (as IPFS computes it), 36 bytes for sha2-256
/// @param digest SHA-256 of the whole file
/// @param date day of the document (Unix seconds); may not lie in the future
struct Document {
    bytes cid;
    bytes32 digest;
    uint64 date;
}

/// @notice Checks shared by every register that takes evidence.
library Documents {
    /// @notice A document without CID or digest where evidence is required.
    error DocumentMissing();
    /// @notice A document dated after the block that records it.
    error DocumentFromTheFuture(uint64 date, uint64 blockTime);
    /// @notice A CID that is not a binary CIDv1 with a 32-byte sha2-256 multihash.
    error DocumentCidMalformed(bytes cid);

    /// @notice Reverts unless `document` names a file and is not dated in the future.
    function requireEvidence(Document calldata document) internal view {
        if (document.cid.length == 0 || document.digest == bytes32(0)) revert DocumentMissing();
        if (!isCid(document.cid)) revert DocumentCidMalformed(document.cid);
        if (document.date > block.timestamp) revert DocumentFromTheFuture(document.date, uint64(block.timestamp));
    }

    /// @notice Whether `cid` is a CIDv1 (0x01) of raw (0x55) or dag-pb (0x70) with sha2-256 (0x12) of 32 bytes (0x20).
    function isCid(bytes calldata cid) internal pure returns (bool) {
        return
            cid.length == 36 &&
            cid[0] == 0x01 &&
            (cid[1] == 0x55 || cid[1] == 0x70) &&
            cid[2] == 0x12 &&
            cid[3] == 0x20;
    }
}
