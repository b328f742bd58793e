// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IJournal} from "./IJournal.sol";

/// @dev Events that are folded declare their indexed parameters first, so that a reader can rebuild the preimage of
/// an entry from the log alone: topics, then data (with the offsets of dynamic parameters moved by the topics' length).
abstract contract Journal is IJournal {
    bytes32 private _root;
    uint64 private _count;

    /// @inheritdoc IJournal
    function journal() external view returns (uint64 count, bytes32 root) {
        return (_count + _countedElsewhere(), _root);
    }

    /// @dev Folds one event; called right after `emit`.
    /// @param entry `abi.encode(Event.selector, args…)` of the event just emitted
    function _record(bytes memory entry) internal {
        _fold(entry);
        ++_count;
    }

    /// @dev Folds an event that the register counts itself, in a slot that it writes anyway.
    function _fold(bytes memory entry) internal {
        bytes32 root = _root;
        bytes32 hash = keccak256(entry);
        assembly ("memory-safe") {
            mstore(0x00, root)
            mstore(0x20, hash)
            root := keccak256(0x00, 0x40)
        }
        _root = root;
    }

    /// @dev How many events were folded without being counted here.
    function _countedElsewhere() internal view virtual returns (uint64) {
        return 0;
    }
}
