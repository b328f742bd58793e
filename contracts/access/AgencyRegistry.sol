// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Journal} from "../lib/Journal.sol";
import {Duty, IAgencyRegistry} from "./IAgencyRegistry.sol";

/// @title Agencies by code, and the officers who act for them
contract AgencyRegistry is IAgencyRegistry, AccessManaged, Journal {
    /// @dev ISO 3166-2:TH numbers in use, a bit each: 10–27, 30–49, 50–58, 60–67, 70–77, 80–86, 90–96.
    uint256 private constant PROVINCES =
        (uint256(0x3ffff) << 10) |
            (uint256(0xfffff) << 30) |
            (uint256(0x1ff) << 50) |
            (uint256(0xff) << 60) |
            (uint256(0xff) << 70) |
            (uint256(0x7f) << 80) |
            (uint256(0x7f) << 90);

    mapping(uint32 code => Agency) private _agencies;
    mapping(address account => Officer) private _officers;
    mapping(bytes32 personTag => address[]) private _accountsOf;

    /// @param manager AccessManager that knows the registrar
    constructor(address manager) AccessManaged(manager) {}

    /// @inheritdoc IAgencyRegistry
    function enrolAgency(
        uint32 code,
        string calldata nameTh,
        string calldata nameEn,
        uint8 province
    ) external restricted {
        if (code == 0 || code > 99_999) revert AgencyRegistryCodeOutOfRange(code);
        if (_exists(code)) revert AgencyRegistryAgencyExists(code);
        if ((PROVINCES >> province) & 1 == 0) revert AgencyRegistryProvinceUnknown(province);
        _requireNames(code, nameTh, nameEn);
        _agencies[code] = Agency(code, nameTh, nameEn, province, true);
        emit AgencyEnrolled(code, nameTh, nameEn, province);
        _record(abi.encode(AgencyEnrolled.selector, code, nameTh, nameEn, province));
    }

    /// @inheritdoc IAgencyRegistry
    function renameAgency(uint32 code, string calldata nameTh, string calldata nameEn) external restricted {
        Agency storage entry = _agencyAt(code);
        _requireNames(code, nameTh, nameEn);
        entry.nameTh = nameTh;
        entry.nameEn = nameEn;
        emit AgencyRenamed(code, nameTh, nameEn);
        _record(abi.encode(AgencyRenamed.selector, code, nameTh, nameEn));
    }

    /// @inheritdoc IAgencyRegistry
    function suspendAgency(uint32 code) external restricted {
        _activeAgencyAt(code).active = false;
        emit AgencySuspended(code);
        _record(abi.encode(AgencySuspended.selector, code));
    }

    /// @inheritdoc IAgencyRegistry
    function reinstateAgency(uint32 code) external restricted {
        Agency storage entry = _agencyAt(code);
        if (entry.active) revert AgencyRegistryAgencyActive(code);
        entry.active = true;
        emit AgencyReinstated(code);
        _record(abi.encode(AgencyReinstated.selector, code));
    }

    /// @inheritdoc IAgencyRegistry
    function enrolOfficer(
        address account,
        uint32 agencyCode,
        uint16 duties,
        uint64 validFrom,
        uint64 validUntil,
        bytes32 personTag
    ) external restricted {
        if (account == address(0)) revert AgencyRegistryAccountMissing();
        if (personTag == bytes32(0)) revert AgencyRegistryPersonTagMissing(account);
        if (_officers[account].personTag != bytes32(0)) revert AgencyRegistryOfficerExists(account);
        if (duties == 0 || duties > Duty.ALL) revert AgencyRegistryDutiesInvalid(duties);
        if (validFrom > validUntil) revert AgencyRegistryValidityEmpty(validFrom, validUntil);
        _activeAgencyAt(agencyCode);
        _requireAuditorIndependent(personTag, duties);

        _officers[account] = Officer(agencyCode, duties, validFrom, validUntil, false, personTag);
        _accountsOf[personTag].push(account);
        emit OfficerEnrolled(account, agencyCode, personTag, duties, validFrom, validUntil);
        _record(abi.encode(OfficerEnrolled.selector, account, agencyCode, personTag, duties, validFrom, validUntil));
    }

    /// @inheritdoc IAgencyRegistry
    function revokeOfficer(address account) external restricted {
        Officer storage entry = _officerAt(account);
        if (entry.revoked) revert AgencyRegistryOfficerRevoked(account);
        entry.revoked = true;
        emit OfficerRevoked(account, entry.agency, entry.personTag);
        _record(abi.encode(OfficerRevoked.selector, account, entry.agency, entry.personTag));
    }

    /// @inheritdoc IAgencyRegistry
    function agency(uint32 code) external view returns (Agency memory) {
        return _agencyAt(code);
    }

    /// @inheritdoc IAgencyRegistry
    function officer(address account) external view returns (Officer memory) {
        return _officerAt(account);
    }

    /// @inheritdoc IAgencyRegistry
    function dutiesOfPerson(bytes32 personTag) external view returns (uint16) {
        return _dutiesOf(personTag);
    }

    /// @inheritdoc IAgencyRegistry
    function servesAgency(bytes32 personTag, uint32 code) external view returns (bool serves) {
        address[] storage accounts = _accountsOf[personTag];
        for (uint256 i = 0; i < accounts.length; ++i) {
            Officer storage entry = _officers[accounts[i]];
            if (!entry.revoked && entry.agency == code) return true;
        }
    }

    /// @inheritdoc IAgencyRegistry
    function requireDuty(address account, uint16 duties) external view returns (Officer memory) {
        return _requireDuty(account, duties);
    }

    /// @inheritdoc IAgencyRegistry
    function requireDutyOf(address account, uint16 duties, uint32 code) external view returns (Officer memory) {
        Officer storage entry = _requireDuty(account, duties);
        if (entry.agency != code) revert AgencyRegistryOtherAgency(account, entry.agency, code);
        return entry;
    }

    function _requireDuty(address account, uint16 duties) private view returns (Officer storage entry) {
        entry = _officerAt(account);
        if (entry.revoked) revert AgencyRegistryOfficerRevoked(account);
        if (block.timestamp < entry.validFrom || block.timestamp > entry.validUntil) {
            revert AgencyRegistryOfficerNotInForce(account, entry.validFrom, entry.validUntil, uint64(block.timestamp));
        }
        _activeAgencyAt(entry.agency);
        if (entry.duties & duties == 0) revert AgencyRegistryDutyMissing(account, entry.duties, duties);
    }

    function _requireAuditorIndependent(bytes32 personTag, uint16 requested) private view {
        uint16 held = _dutiesOf(personTag);
        uint16 union = held | requested;
        if (union & Duty.AUDITOR != 0 && union != Duty.AUDITOR) {
            revert AgencyRegistryAuditorNotIndependent(personTag, held, requested);
        }
    }

    /// @dev A person has few keys, and only the registrar adds one, so the loop is short.
    function _dutiesOf(bytes32 personTag) private view returns (uint16 duties) {
        address[] storage accounts = _accountsOf[personTag];
        for (uint256 i = 0; i < accounts.length; ++i) {
            Officer storage entry = _officers[accounts[i]];
            if (!entry.revoked) duties |= entry.duties;
        }
    }

    function _requireNames(uint32 code, string calldata nameTh, string calldata nameEn) private pure {
        if (bytes(nameTh).length == 0 || bytes(nameEn).length == 0) revert AgencyRegistryNameMissing(code);
    }

    function _exists(uint32 code) private view returns (bool) {
        return _agencies[code].code != 0;
    }

    function _agencyAt(uint32 code) private view returns (Agency storage) {
        if (!_exists(code)) revert AgencyRegistryAgencyUnknown(code);
        return _agencies[code];
    }

    function _activeAgencyAt(uint32 code) private view returns (Agency storage entry) {
        entry = _agencyAt(code);
        if (!entry.active) revert AgencyRegistryAgencyInactive(code);
    }

    function _officerAt(address account) private view returns (Officer storage entry) {
        entry = _officers[account];
        if (entry.personTag == bytes32(0)) revert AgencyRegistryOfficerUnknown(account);
    }
}
