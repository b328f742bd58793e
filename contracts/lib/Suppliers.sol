// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Suppliers on the ledger: juristic persons by tax number, natural persons not at all
library Suppliers {
    uint256 private constant DIGITS = 13;

    /// @notice Whether `supplier` is zero (a natural person, or not stated) or a juristic person's tax number:
    /// 13 ASCII digits, the first of them 0, padded with zeros. Numbers of natural persons begin with another digit.
    function isAllowed(bytes32 supplier) internal pure returns (bool) {
        if (supplier == bytes32(0)) return true;
        if (supplier[0] != "0" || supplier << (8 * DIGITS) != bytes32(0)) return false;
        for (uint256 i = 1; i < DIGITS; ++i) {
            if (supplier[i] < "0" || supplier[i] > "9") return false;
        }
        return true;
    }
}
