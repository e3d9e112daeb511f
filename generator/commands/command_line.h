#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic/report.h"

namespace wegwijs {

/// Exit codes of the program, the same for every command.
enum class ExitCode : int { good = 0, content = 1, usage = 2, environment = 3, internal = 4, interrupted = 130 };

enum class SchoolReportForm : std::uint8_t { text, csv, json };
enum class ReceiveForm : std::uint8_t { text, json, html };

/// What the user asked for, checked for form only.
struct CommandLine {
  std::string command;  ///< name of the command, as commands.cc has it
  std::filesystem::path root = ".";
  std::optional<std::filesystem::path> output_folder;  ///< with `export`: the file
  std::optional<std::filesystem::path> theme;
  std::optional<std::string> base_address;
  std::optional<std::string> clock;  ///< a day, or a moment with its offset
  std::size_t threads = 0;           ///< 0: as many as the machine has
  std::string new_kind;              ///< name of a collection
  std::string new_id;
  std::string moved;            ///< to rename or remove: an address, a file, or a name
  std::string new_name;         ///< of what is renamed
  std::string redirect_target;  ///< where readers of what is removed are sent; empty: as the program proposes
  std::string listed;           ///< drafts, future, expired or old
  std::string explained_page;   ///< address of a page, to say why it is made; empty: none
  std::string rule;             ///< to explain; empty: list all
  std::string shown_address;
  std::string school;                                   ///< to report on; empty: all
  std::vector<std::filesystem::path> received;          ///< files to take in
  std::optional<std::filesystem::path> reports_folder;  ///< for a mail per school
  std::optional<std::filesystem::path> forms_folder;
  std::filesystem::path register_file;
  std::vector<std::string> municipalities;
  std::vector<std::string> accepted;  ///< ids of rows to take in although they contradict
  std::vector<std::string> left;      ///< ids of rows to leave
  std::string publish_target;         ///< empty: that of `site.yaml`
  std::optional<std::size_t> keep;    ///< with `publish`: releases that stay
  std::filesystem::path new_portal;   ///< folder that `init` makes
  std::string portal_name;            ///< with `init`
  std::filesystem::path portal_list;  ///< with `build` and `check`: the file that names portals to do together
  // Small ones together: between the others they would take the room of large ones.
  bool drafts = false;
  std::uint16_t port = 1313;
  bool edit = false;                 ///< `serve` with the editor
  Language language = Language::nl;  ///< of all output
  ReportForm form = ReportForm::text;
  bool metrics = false;  ///< also say what each stage of a build cost, with `serve` of each one
  bool memory = true;    ///< a build may leave what the last one made as it is
  bool strict = false;   ///< a warning counts as an error: nothing is published
  bool with_data = false;
  SchoolReportForm school_report_form = SchoolReportForm::text;
  ReceiveForm receive_form = ReceiveForm::text;
  bool apply = false;                    ///< write what was ticked
  bool reply = false;                    ///< print the mails back instead of the report
  bool external = false;                 ///< also look at the addresses outside the site
  bool roll_back = false;                ///< with `publish`: give readers the release before the current one
  bool lists_releases = false;           ///< with `publish`: name the releases
  bool dry_run = false;                  ///< with `publish`: say what would change
  bool accept_gone = false;              ///< with `publish`: addresses may vanish
  bool is_primary = false;               ///< with `init`: for primary schools
  bool names_files_by_place = false;     ///< in messages, instead of by their path below the portal
  bool quiet = false;                    ///< say only what is wrong
  bool verbose = false;                  ///< say first what the program believes
  std::uint16_t allowed_local_port = 0;  ///< with `external`, for tests: see HttpLimits
};

/// Reads the arguments; speaks `language`. Prints help or version and gives an exit code instead, when that was
/// asked for. Throws `UsageError` for arguments that cannot be carried out.
struct ParsedArguments {
  CommandLine command_line;
  std::optional<ExitCode> exit;
};
ParsedArguments read_arguments(int argument_count, const char* const* arguments, const std::string& version,
                               Language language);

}  // namespace wegwijs
