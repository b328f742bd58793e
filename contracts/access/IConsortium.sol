// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title The vote of the member agencies, which alone may change roles, versions and its own membership
/// @notice One vote per member agency, cast by the agency's voting account, counted at the proposal's snapshot. A
/// proposal passes when more than half of all members vote for it, and runs after a delay.
/// @dev Membership is independent of `AgencyRegistry`: a registrar that could suspend agencies there could otherwise
/// decide who votes. Duration units are seconds (ERC-6372 timestamp clock).
interface IConsortium {
    /// @param agency five-digit code of the member agency
    /// @param account key that votes for it
    struct Member {
        uint32 agency;
        address account;
    }

    /// @param votingDelay seconds between proposal and snapshot, in which members may prepare
    /// @param votingPeriod seconds of voting after the snapshot
    /// @param executionDelay seconds between queuing and execution, in which everybody sees what will happen
    struct Timing {
        uint48 votingDelay;
        uint32 votingPeriod;
        uint32 executionDelay;
    }

    /// @notice An agency became a member and votes with this account.
    event MemberAdmitted(uint32 indexed agency, address indexed account);
    /// @notice An agency is no longer a member; its account votes for nobody.
    event MemberRemoved(uint32 indexed agency, address indexed account);
    /// @notice A member votes with another account from now on.
    event MemberAccountReplaced(uint32 indexed agency, address indexed previous, address indexed account);

    /// @notice A member without agency code, or a consortium without members.
    error ConsortiumAgencyMissing();
    /// @notice The voting account is the zero address.
    error ConsortiumAccountMissing(uint32 agency);
    /// @notice Something passed through without a delay would be a vote that nobody could see coming.
    error ConsortiumDelayMissing();
    /// @notice The agency is a member already, voting with `account`.
    error ConsortiumMemberExists(uint32 agency, address account);
    /// @notice The agency is no member.
    error ConsortiumMemberUnknown(uint32 agency);
    /// @notice The account already votes for a member; one key, one vote.
    error ConsortiumAccountTaken(address account);
    /// @notice Without its last member nobody could change anything any more.
    error ConsortiumLastMember(uint32 agency);
    /// @notice The account voted for no member at the proposal's snapshot.
    error ConsortiumNotMember(address account, uint256 snapshot);

    // Only by the vote itself
    /// @notice Adds a member with one vote.
    function admitMember(uint32 agency, address account) external;
    /// @notice Takes a member's vote away; votes on proposals whose snapshot has passed still count.
    function removeMember(uint32 agency) external;
    /// @notice Moves a member's vote to another account, for instance after a key was lost.
    function replaceAccount(uint32 agency, address account) external;

    /// @notice Every member with its voting account, in no particular order.
    function members() external view returns (Member[] memory);
    /// @notice The voting account of a member agency, zero when it is none.
    function accountOf(uint32 agency) external view returns (address);
    /// @notice Number of members at a moment in the past (Unix seconds).
    function memberCountAt(uint256 timepoint) external view returns (uint256);
}
