#pragma once

#include <string_view>
#include <vector>

#include "files/file_tree.h"
#include "model/site.h"

namespace wegwijs {

/// Reads the data file of every table of `record`, an entry at `path`, from the folder of that entry. A file that is
/// not there is reported where it is named.
void read_tables(const FileTree& sources, std::string_view path, Record& record, Diagnostics& diagnostics);

/// The paths of the data files that the tables of `record` name, whether they are there or not.
std::vector<std::string> data_files_of(std::string_view path, const Record& record);

/// Where the data file of a table of `entry` is published, for who wants to count with it: below the page of the entry.
/// Empty when that is no folder.
std::string data_file_address(const Site& site, EntryNumber entry, const Table& table);

/// Whether an entry with these fields can have a table, rows included.
bool can_have_tables(std::span<const Field> fields);

}  // namespace wegwijs
