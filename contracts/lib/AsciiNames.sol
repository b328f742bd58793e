// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Forms of the names that services are known by
library AsciiNames {
    uint256 private constant LONGEST_DOMAIN = 120;
    uint256 private constant LONGEST_ACTION = 60;

    /// @notice Whether `name` is a reverse-DNS name: two or more labels joined by dots, each of a–z, 0–9 and inner
    /// hyphens (RFC 1123 section 2.1, lower case only), at most 120 bytes.
    function isReverseDns(bytes calldata name) internal pure returns (bool) {
        if (name.length > LONGEST_DOMAIN) return false;
        uint256 labels = 1;
        bytes1 previous = ".";
        for (uint256 i = 0; i < name.length; ++i) {
            bytes1 char = name[i];
            if (char == ".") {
                if (previous == "." || previous == "-") return false;
                ++labels;
            } else if (char == "-") {
                if (previous == ".") return false;
            } else if (!_isSmall(char) && !_isDigit(char)) {
                return false;
            }
            previous = char;
        }
        return labels > 1 && previous != "." && previous != "-";
    }

    /// @notice Whether `name` is an action type: two or more words of letters and digits joined by dots, each beginning
    /// with a small letter, at most 60 bytes.
    function isActionType(bytes calldata name) internal pure returns (bool) {
        if (name.length > LONGEST_ACTION) return false;
        uint256 words = 1;
        bytes1 previous = ".";
        for (uint256 i = 0; i < name.length; ++i) {
            bytes1 char = name[i];
            if (char == ".") {
                if (previous == ".") return false;
                ++words;
            } else if (previous == "." ? !_isSmall(char) : !_isLetter(char) && !_isDigit(char)) {
                return false;
            }
            previous = char;
        }
        return words > 1 && previous != ".";
    }

    /// @notice Whether `label` is 1 to 31 of a–z, 0–9 and hyphens, padded with zeros.
    function isLabel(bytes32 label) internal pure returns (bool) {
        uint256 length = 0;
        while (length < 32 && label[length] != 0) ++length;
        if (length == 0 || length == 32 || label << (8 * length) != 0) return false;
        for (uint256 i = 0; i < length; ++i) {
            if (!_isSmall(label[i]) && !_isDigit(label[i]) && label[i] != "-") return false;
        }
        return true;
    }

    function _isSmall(bytes1 char) private pure returns (bool) {
        return char >= "a" && char <= "z";
    }

    function _isLetter(bytes1 char) private pure returns (bool) {
        return _isSmall(char) || (char >= "A" && char <= "Z");
    }

    function _isDigit(bytes1 char) private pure returns (bool) {
        return char >= "0" && char <= "9";
    }
}
