// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IJournal} from "../lib/IJournal.sol";

/// @title Which contracts make up the ledger, version by version
/// @notice A new version is a new address. Old versions stay listed and readable; index and explorer ignore every
/// contract that is not listed here.
interface IDirectory is IJournal {
    /// @param name ASCII name of the contract, right-padded with zeros
    /// @param version 1, 2, 3 … per name
    /// @param target address of the deployment
    /// @param codeHash hash of the deployed code when it was published
    /// @param blockNumber block in which it was published
    /// @param retired whether writing to it has ended
    struct Deployment {
        bytes32 name;
        uint32 version;
        address target;
        bytes32 codeHash;
        uint64 blockNumber;
        bool retired;
    }

    /// @notice A contract became the newest version of its name.
    event DeploymentPublished(bytes32 indexed name, uint32 indexed version, address indexed target, bytes32 codeHash);
    /// @notice A version is no longer written to; it stays readable.
    event DeploymentRetired(bytes32 indexed name, uint32 indexed version, address indexed target);

    /// @notice The name is empty.
    error DirectoryNameMissing();
    /// @notice There is no contract at the address.
    error DirectoryNoCode(address target);
    /// @notice The address was published before, under this name and version.
    error DirectoryAlreadyListed(address target, bytes32 name, uint32 version);
    /// @notice The name has no such version.
    error DirectoryUnknown(bytes32 name, uint32 version);
    /// @notice The version is retired already.
    error DirectoryRetired(bytes32 name, uint32 version);

    // Publisher (AccessManager role, held by the consortium)
    /// @notice Lists a contract as the next version of `name`. Publisher only.
    function publish(bytes32 name, address target) external returns (uint32 version);
    /// @notice Marks a version as no longer written to. Publisher only.
    function retire(bytes32 name, uint32 version) external;
    /// @notice The highest version of `name`, retired or not; reverts when there is none.
    function latest(bytes32 name) external view returns (Deployment memory);
    /// @notice One version of `name`; reverts when there is none.
    function deployment(bytes32 name, uint32 version) external view returns (Deployment memory);
    /// @notice Every name, in the order of first publication.
    function names() external view returns (bytes32[] memory);
    /// @notice Whether `target` was ever published; retiring does not unlist.
    function isListed(address target) external view returns (bool);
}
