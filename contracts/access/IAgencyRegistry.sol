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
    uint16 internal constant ALL = (1 << 9) - 1;
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

    event AgencyEnrolled(uint32 indexed code, string nameTh, string nameEn, uint8 province);
    event AgencyRenamed(uint32 indexed code, string nameTh, string nameEn);
    event AgencySuspended(uint32 indexed code);
    event AgencyReinstated(uint32 indexed code);
    event OfficerEnrolled(
        address indexed account,
        uint32 indexed agency,
        bytes32 indexed personTag,
        uint16 duties,
        uint64 validFrom,
        uint64 validUntil
    );
    event OfficerRevoked(address indexed account, uint32 indexed agency, bytes32 indexed personTag);

    error AgencyRegistryCodeOutOfRange(uint32 code);
    error AgencyRegistryProvinceUnknown(uint8 province);
    error AgencyRegistryNameMissing(uint32 code);
    error AgencyRegistryAgencyExists(uint32 code);
    error AgencyRegistryAgencyUnknown(uint32 code);
    error AgencyRegistryAgencyInactive(uint32 code);
    error AgencyRegistryAgencyActive(uint32 code);
    error AgencyRegistryAccountMissing();
    error AgencyRegistryPersonTagMissing(address account);
    error AgencyRegistryDutiesInvalid(uint16 duties);
    error AgencyRegistryValidityEmpty(uint64 validFrom, uint64 validUntil);
    error AgencyRegistryOfficerExists(address account);
    error AgencyRegistryOfficerUnknown(address account);
    error AgencyRegistryOfficerRevoked(address account);
    error AgencyRegistryOfficerNotInForce(address account, uint64 validFrom, uint64 validUntil, uint64 blockTime);
    /// @notice The person would hold the auditor's duty beside an agency duty.
    error AgencyRegistryAuditorNotIndependent(bytes32 personTag, uint16 held, uint16 requested);
    /// @notice The account lacks a duty that the call needs.
    error AgencyRegistryDutyMissing(address account, uint16 held, uint16 needed);
    /// @notice The account acts for another agency than the one concerned.
    error AgencyRegistryOtherAgency(address account, uint32 agency, uint32 concerned);

    // Registrar (AccessManager role)
    function enrolAgency(uint32 code, string calldata nameTh, string calldata nameEn, uint8 province) external;
    function renameAgency(uint32 code, string calldata nameTh, string calldata nameEn) external;
    function suspendAgency(uint32 code) external;
    function reinstateAgency(uint32 code) external;
    function enrolOfficer(
        address account,
        uint32 agency,
        uint16 duties,
        uint64 validFrom,
        uint64 validUntil,
        bytes32 personTag
    ) external;
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
