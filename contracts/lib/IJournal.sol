// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Hash chain over every state-changing event of a register
/// @notice `root' = keccak256(root ‖ keccak256(abi.encode(eventSelector, args…)))`, starting from zero, with the
/// arguments in the order of the event's declaration. Whoever holds the register's logs can fold them and compare:
/// one missing, added, altered or reordered event gives another root.
interface IJournal {
    /// @notice Number of events folded so far, and the root after the last of them.
    function journal() external view returns (uint64 count, bytes32 root);
}
