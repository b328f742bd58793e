// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Merkle trees of RFC 9162 section 2.1 over SHA-256: inclusion and consistency, verified
/// @notice A leaf hash is SHA-256(0x00 ‖ entry), an inner node SHA-256(0x01 ‖ left ‖ right). The tree of no entries has
/// the SHA-256 of nothing as its root.
/// @dev The way from a node up to the root follows from the two numbers alone, so the length of a proof and the side of
/// each sibling are known before anything is hashed: as long as the ways of the node and of the last leaf differ, a bit of
/// the node's number says the side; above that every sibling stands on the left, and there is one for each bit set.
library MerkleLog {
    /// @notice Root of the tree without entries, SHA-256 of the empty string.
    bytes32 internal constant EMPTY_ROOT = 0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855;

    /// @notice Hash of a leaf: SHA-256(0x00 ‖ `entry`). RFC 9162 section 2.1.1.
    function leafHash(bytes memory entry) internal pure returns (bytes32) {
        return sha256(bytes.concat(hex"00", entry));
    }

    /// @notice Whether `leaf` stands at `index` of the tree of `size` leaves with `root`. RFC 9162 section 2.1.3.2.
    /// @param path siblings from the leaf upwards
    function includes(
        bytes32 root,
        uint64 size,
        bytes32 leaf,
        uint64 index,
        bytes32[] calldata path
    ) internal view returns (bool) {
        (bool fits, bytes32 found) = rootOf(leaf, index, size, path);
        return fits && found == root;
    }

    /// @notice Root of the tree of `size` leaves that has `leaf` at `index` and these siblings above it. RFC 9162 section
    /// 2.1.3.2.
    /// @param path siblings from the leaf upwards
    /// @return fits whether such a tree has a path of this length there
    /// @return root zero unless it fits
    function rootOf(
        bytes32 leaf,
        uint64 index,
        uint64 size,
        bytes32[] calldata path
    ) internal view returns (bool fits, bytes32 root) {
        if (index >= size) return (false, 0);
        (uint256 lefts, uint256 steps) = _way(index, size - 1);
        if (path.length != steps) return (false, 0);
        (, root) = _climb(leaf, lefts, path);
        return (true, root);
    }

    /// @notice Whether the tree of `newSize` leaves with `newRoot` begins with the very leaves of the tree of `oldSize`
    /// leaves with `oldRoot`. RFC 9162 section 2.1.4.2; every tree extends the empty one, by an empty proof.
    function extends(
        uint64 oldSize,
        bytes32 oldRoot,
        uint64 newSize,
        bytes32 newRoot,
        bytes32[] calldata path
    ) internal view returns (bool) {
        if (oldSize > newSize) return false;
        if (oldSize == newSize) return path.length == 0 && oldRoot == newRoot;
        if (oldSize == 0) return path.length == 0 && oldRoot == EMPTY_ROOT;

        // Up to the smallest complete subtree at the end of the old tree: its place among those of its height.
        uint256 node = oldSize - 1;
        uint256 last = newSize - 1;
        for (; node & 1 == 1; node >>= 1) last >>= 1;
        (uint256 lefts, uint256 steps) = _way(node, last);
        bytes32 start = oldRoot;
        if (node != 0) {
            // A complete old tree is this subtree itself, so only then the proof leaves it out.
            if (path.length == 0) return false;
            start = path[0];
            path = path[1:];
        }
        if (path.length != steps) return false;
        (bytes32 before, bytes32 behind) = _climb(start, lefts, path);
        return before == oldRoot && behind == newRoot;
    }

    /// @dev The way up from the `node`-th of `last + 1` nodes of a height.
    /// @return lefts a bit for each step, the lowest first: whether the sibling stands on the left
    /// @return steps number of siblings
    function _way(uint256 node, uint256 last) private pure returns (uint256 lefts, uint256 steps) {
        uint256 apart = node == last ? 0 : Math.log2(node ^ last) + 1;
        lefts = node | (type(uint256).max << apart);
        steps = apart + _bitsSet(node >> apart);
    }

    /// @dev Number of bits set in a number below 2^64, counted in pairs, fours and bytes side by side.
    function _bitsSet(uint256 x) private pure returns (uint256) {
        unchecked {
            x -= (x >> 1) & 0x5555555555555555;
            x = (x & 0x3333333333333333) + ((x >> 2) & 0x3333333333333333);
            x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f;
            return ((x * 0x0101010101010101) >> 56) & 0xff;
        }
    }

    /// @dev Climbs from a node to the root of the tree that ends with it, `before`, which has its left siblings only, and
    /// to that of the whole tree, `behind`. In assembly because every anchor pays for up to forty hashes: each of the two
    /// has its own 65 bytes of memory (0x01 ‖ left ‖ right), and a hash is written to where the next one reads it.
    /// The precompile can fail only for want of gas, and then less than the next instruction costs is left.
    function _climb(
        bytes32 start,
        uint256 lefts,
        bytes32[] calldata path
    ) private view returns (bytes32 before, bytes32 behind) {
        assembly ("memory-safe") {
            let a := mload(0x40)
            let b := add(a, 0x60)
            mstore8(a, 0x01)
            mstore8(b, 0x01)
            let aLeft := add(a, 0x01)
            let aRight := add(a, 0x21)
            let bLeft := add(b, 0x01)
            let bRight := add(b, 0x21)
            mstore(aRight, start)
            let cursor := path.offset
            let end := add(cursor, shl(5, path.length))
            // Up to the first sibling on the right both trees are the same.
            for {} and(lt(cursor, end), lefts) {} {
                mstore(aLeft, calldataload(cursor))
                pop(staticcall(gas(), 0x02, a, 0x41, aRight, 0x20))
                lefts := shr(1, lefts)
                cursor := add(cursor, 0x20)
            }
            mstore(bRight, mload(aRight))
            for {} lt(cursor, end) {} {
                // One on the right, which the tree that ends with the node does not have, …
                mstore(aLeft, mload(aRight))
                mstore(aRight, calldataload(cursor))
                pop(staticcall(gas(), 0x02, a, 0x41, aRight, 0x20))
                lefts := shr(1, lefts)
                cursor := add(cursor, 0x20)
                // … then those on the left, if any, which both have.
                for {} and(lt(cursor, end), lefts) {} {
                    let sibling := calldataload(cursor)
                    mstore(aLeft, sibling)
                    mstore(bLeft, sibling)
                    pop(staticcall(gas(), 0x02, a, 0x41, aRight, 0x20))
                    pop(staticcall(gas(), 0x02, b, 0x41, bRight, 0x20))
                    lefts := shr(1, lefts)
                    cursor := add(cursor, 0x20)
                }
            }
            behind := mload(aRight)
            before := mload(bRight)
        }
    }
}
