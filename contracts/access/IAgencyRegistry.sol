// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IJournal} from "../lib/IJournal.sol";

/// @notice Duties an officer may hold, as bits of a mask.
library Duty {
    uint16 internal constant RECORDER = 1 << 0;
    uint16 internal constant APPROVER_1 = 1 << 1;
    uint16 internal constant APPROVER_2 = 1 << 2;
    uint16 internal constant ACCEPTOR = 1 << 3;
    uint16 internal constant TREASURY = 1 << 4;
    /// @notice The agency's own budget officer: allotment, revision inside the agency and expense type.
    uint16 internal constant BUDGET = 1 << 5;
    /// @notice The central budget authority: years, ceilings, appropriations, crossing revisions, carry-forward.
    uint16 internal constant BUDGET_AUTHORITY = 1 << 6;
    uint16 internal constant IMPORTER = 1 << 7;
    /// @notice Excludes every other duty, for the whole person and not only for the key.
    uint16 internal constant AUDITOR = 1 << 8;
    /// @notice Keeps the keys, gateways and action types of the agency's services.
    uint16 internal constant SERVICES = 1 << 9;
    /// @notice Cosigns the logs of other agencies' services.
    uint16 internal constant WITNESS = 1 << 10;
    uint16 internal constant ALL = (1 << 11) - 1;
}

/// @title Agencies by code, and the officers who act for them
/// @notice Names are never keys: twenty schools share one name. Officers are accounts with duties, a validity window
/// and a `personTag`, a pseudonym under which one human with several keys is still one human. An account is registered
/// once for ever: a new term or another agency takes a new key, so that an old signature never changes its meaning.
interface IAgencyRegistry is IJournal {
    /// @param code five-digit agency code, 1 to 99999
    /// @param nameTh official Thai name
    /// @param nameEn official English name
    /// @param province ISO 3166-2:TH number (10 Bangkok … 96 Narathiwat)
    /// @param active whether its officers may act
    struct Agency {
        uint32 code;
        string nameTh;
        string nameEn;
        uint8 province;
        bool active;
    }

    /// @param agency code of the agency the officer acts for
    /// @param duties mask of `Duty` bits
    /// @param validFrom first second of validity (Unix)
    /// @param validUntil last second of validity (Unix)
    /// @param revoked whether the registration was ended early
    /// @param personTag pseudonym of the human, at least 128 random bits, never derived from a citizen number
    struct Officer {
        uint32 agency;
        uint16 duties;
        uint64 validFrom;
        uint64 validUntil;
        bool revoked;
        bytes32 personTag;
    }

    /// @notice A code now stands for an agency, for ever.
    event AgencyEnrolled(uint32 indexed code, string nameTh, string nameEn, uint8 province);
    /// @notice An agency has other official names; the code is unchanged.
    event AgencyRenamed(uint32 indexed code, string nameTh, string nameEn);
    /// @notice The agency's officers can no longer act.
    event AgencySuspended(uint32 indexed code);
    /// @notice The agency's officers can act again.
    event AgencyReinstated(uint32 indexed code);
    /// @notice An account now acts for an agency, with these duties, from `validFrom` to `validUntil` (Unix seconds).
    event OfficerEnrolled(
        address indexed account,
        uint32 indexed agency,
        bytes32 indexed personTag,
        uint16 duties,
        uint64 validFrom,
        uint64 validUntil
    );
    /// @notice The account can never act again.
    event OfficerRevoked(address indexed account, uint32 indexed agency, bytes32 indexed personTag);

    /// @notice The code is not one of 1 to 99999.
    error AgencyRegistryCodeOutOfRange(uint32 code);
    /// @notice No province has this ISO 3166-2:TH number.
    error AgencyRegistryProvinceUnknown(uint8 province);
    /// @notice The Thai or the English name is empty.
    error AgencyRegistryNameMissing(uint32 code);
    /// @notice The code already stands for an agency.
    error AgencyRegistryAgencyExists(uint32 code);
    /// @notice The code stands for no agency.
    error AgencyRegistryAgencyUnknown(uint32 code);
    /// @notice The agency is suspended.
    error AgencyRegistryAgencyInactive(uint32 code);
    /// @notice The agency is not suspended, so it cannot be reinstated.
    error AgencyRegistryAgencyActive(uint32 code);
    /// @notice The officer's account is the zero address.
    error AgencyRegistryAccountMissing();
    /// @notice The officer's `personTag` is zero.
    error AgencyRegistryPersonTagMissing(address account);
    /// @notice No duty at all, or a bit that is no duty.
    error AgencyRegistryDutiesInvalid(uint16 duties);
    /// @notice The window ends before it begins.
    error AgencyRegistryValidityEmpty(uint64 validFrom, uint64 validUntil);
    /// @notice The account was registered before, whether or not it is still in force.
    error AgencyRegistryOfficerExists(address account);
    /// @notice The account was never registered.
    error AgencyRegistryOfficerUnknown(address account);
    /// @notice The account's registration was ended early.
    error AgencyRegistryOfficerRevoked(address account);
    /// @notice The block lies outside the registration's window.
    error AgencyRegistryOfficerNotInForce(address account, uint64 validFrom, uint64 validUntil, uint64 blockTime);
    /// @notice The person would hold the auditor's duty beside an agency duty.
    error AgencyRegistryAuditorNotIndependent(bytes32 personTag, uint16 held, uint16 requested);
    /// @notice The account lacks a duty that the call needs.
    error AgencyRegistryDutyMissing(address account, uint16 held, uint16 needed);
    /// @notice The account acts for another agency than the one concerned.
    error AgencyRegistryOtherAgency(address account, uint32 agency, uint32 concerned);

    // Registrar (AccessManager role)
    /// @notice Gives a code to an agency. Registrar only.
    function enrolAgency(uint32 code, string calldata nameTh, string calldata nameEn, uint8 province) external;
    /// @notice Changes an agency's official names. Registrar only.
    function renameAgency(uint32 code, string calldata nameTh, string calldata nameEn) external;
    /// @notice Stops all officers of an agency until it is reinstated. Registrar only.
    function suspendAgency(uint32 code) external;
    /// @notice Ends an agency's suspension. Registrar only.
    function reinstateAgency(uint32 code) external;
    /// @notice Registers an account that never was registered for an officer of an active agency. Registrar only.
    function enrolOfficer(
        address account,
        uint32 agency,
        uint16 duties,
        uint64 validFrom,
        uint64 validUntil,
        bytes32 personTag
    ) external;
    /// @notice Ends a registration early and for ever. Registrar only.
    function revokeOfficer(address account) external;

    /// @notice The agency, reverting when there is none of this code.
    function agency(uint32 code) external view returns (Agency memory);
    /// @notice The registration of `account`, in force or not, reverting when there is none.
    function officer(address account) external view returns (Officer memory);
    /// @notice Union of the duties of every unrevoked registration of a person.
    function dutiesOfPerson(bytes32 personTag) external view returns (uint16);

    /// @notice Whether any unrevoked registration of a person is with the agency `code`.
    function servesAgency(bytes32 personTag, uint32 code) external view returns (bool);

    /// @notice The officer behind `account`, reverting unless in force now, of an active agency, and holding at least
    /// one of the duties in `duties`.
    function requireDuty(address account, uint16 duties) external view returns (Officer memory);

    /// @notice As `requireDuty`, and of the agency `code`.
    function requireDutyOf(address account, uint16 duties, uint32 code) external view returns (Officer memory);
}
