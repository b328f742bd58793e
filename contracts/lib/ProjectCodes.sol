// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Project codes: `TH-<BE year, 4>-<agency, 5>-<sequence, 6>-<cc>` in ASCII, padded with zeros to 32 bytes
/// @notice `cc` are the check characters of ISO 7064 MOD 97-10 over everything before them without hyphens, letters
/// being A = 10 … Z = 35.
library ProjectCodes {
    uint32 internal constant LAST_SEQUENCE = 999_999;

    /// @dev "TH" as the number 2917, at its place before 15 digits and two check digits.
    uint256 private constant COUNTRY = 2917 * 10 ** 17;

    /// @notice The code of the `sequence`-th project of an agency and year.
    /// @param year four digits
    /// @param agency at most five digits
    /// @param sequence at most six digits
    function make(uint16 year, uint32 agency, uint32 sequence) internal pure returns (bytes32) {
        uint256 number = (uint256(year) * 10 ** 11 + uint256(agency) * 10 ** 6 + sequence) * 100;
        uint256 check = 98 - ((COUNTRY + number) % 97);

        uint256 text = uint256(uint24(bytes3("TH-")));
        text = _append(text, year, 4);
        text = _append((text << 8) | 0x2d, agency, 5);
        text = _append((text << 8) | 0x2d, sequence, 6);
        text = _append((text << 8) | 0x2d, check, 2);
        // 3 + 4 + 1 + 5 + 1 + 6 + 1 + 2 = 23 characters stand at the left.
        return bytes32(text << 72);
    }

    /// @dev `text` with `digits` decimal digits of `value` behind it.
    function _append(uint256 text, uint256 value, uint256 digits) private pure returns (uint256) {
        text <<= 8 * digits;
        for (uint256 i = 0; i < digits; ++i) {
            text |= (0x30 + (value % 10)) << (8 * i);
            value /= 10;
        }
        return text;
    }
}
