// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Journal} from "../lib/Journal.sol";
import {IDirectory} from "./IDirectory.sol";

/// @title Which contracts make up the ledger, version by version
contract Directory is IDirectory, AccessManaged, Journal {
    /// @dev Where a listed target stands; version 0 means not listed.
    struct Listing {
        bytes32 name;
        uint32 version;
    }

    bytes32[] private _names;
    mapping(bytes32 name => Deployment[]) private _deployments;
    mapping(address target => Listing) private _listings;

    /// @param manager AccessManager that knows the publisher
    constructor(address manager) AccessManaged(manager) {}

    /// @inheritdoc IDirectory
    function publish(bytes32 name, address target) external restricted returns (uint32 version) {
        if (name == bytes32(0)) revert DirectoryNameMissing();
        if (target.code.length == 0) revert DirectoryNoCode(target);
        Listing storage listing = _listings[target];
        if (listing.version != 0) revert DirectoryAlreadyListed(target, listing.name, listing.version);

        Deployment[] storage versions = _deployments[name];
        if (versions.length == 0) _names.push(name);
        version = uint32(versions.length + 1);
        versions.push(Deployment(name, version, target, target.codehash, uint64(block.number), false));
        _listings[target] = Listing(name, version);
        emit DeploymentPublished(name, version, target, target.codehash);
        _record(abi.encode(DeploymentPublished.selector, name, version, target, target.codehash));
    }

    /// @inheritdoc IDirectory
    function retire(bytes32 name, uint32 version) external restricted {
        Deployment storage entry = _deploymentAt(name, version);
        if (entry.retired) revert DirectoryRetired(name, version);
        entry.retired = true;
        emit DeploymentRetired(name, version, entry.target);
        _record(abi.encode(DeploymentRetired.selector, name, version, entry.target));
    }

    /// @inheritdoc IDirectory
    function latest(bytes32 name) external view returns (Deployment memory) {
        return _deploymentAt(name, uint32(_deployments[name].length));
    }

    /// @inheritdoc IDirectory
    function deployment(bytes32 name, uint32 version) external view returns (Deployment memory) {
        return _deploymentAt(name, version);
    }

    /// @inheritdoc IDirectory
    function names() external view returns (bytes32[] memory) {
        return _names;
    }

    /// @inheritdoc IDirectory
    function isListed(address target) external view returns (bool) {
        return _listings[target].version != 0;
    }

    function _deploymentAt(bytes32 name, uint32 version) private view returns (Deployment storage) {
        Deployment[] storage versions = _deployments[name];
        if (version == 0 || version > versions.length) revert DirectoryUnknown(name, version);
        return versions[version - 1];
    }
}
