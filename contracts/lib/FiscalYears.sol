// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Thai fiscal years: 1 October (BE − 1) to 30 September (BE), Asia/Bangkok
/// @notice Budget Procedure Act B.E. 2561, section 4. Bangkok is UTC+7 without daylight saving.
library FiscalYears {
    /// @notice First year that begins after the Unix epoch, and a last one near enough for typing errors to fall
    /// outside: a Common-Era year lies below, most swapped digits lie above.
    uint16 internal constant FIRST = 2514;
    uint16 internal constant LAST = 2700;

    uint16 private constant BUDDHIST_ERA = 543;
    int256 private constant BANGKOK = 7 hours;

    /// @notice Whether `year` can be a year of the ledger.
    function isKnown(uint16 year) internal pure returns (bool) {
        return year >= FIRST && year <= LAST;
    }

    /// @notice First Unix second of a Buddhist-era fiscal year; negative before B.E. 2514.
    function start(uint16 year) internal pure returns (int256) {
        // 1 October of a year is 92 days (31 + 30 + 31) before 1 January of the next.
        return (_daysToNewYear(int256(uint256(year)) - int256(uint256(BUDDHIST_ERA))) - 92) * 1 days - BANGKOK;
    }

    /// @notice Last Unix second of a Buddhist-era fiscal year.
    function end(uint16 year) internal pure returns (int256) {
        return start(year + 1) - 1;
    }

    /// @dev Days from 1 January 1970 to 1 January of a Gregorian year ≥ 1, leap days counted up to its eve.
    function _daysToNewYear(int256 gregorian) private pure returns (int256) {
        int256 before = gregorian - 1;
        // 719 162 days lie between 1 January of year 1 and the Unix epoch.
        return before * 365 + before / 4 - before / 100 + before / 400 - 719_162;
    }
}
