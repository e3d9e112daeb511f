#pragma once

#include "commands/command_line.h"

namespace wegwijs {

/// Builds the site and swaps it in, when there are no errors.
ExitCode build_site(const CommandLine& command_line);
/// Does all that `build_site` does and writes nothing.
ExitCode check_site(const CommandLine& command_line);
/// Shows the site on 127.0.0.1 and makes it anew at every change, until it is interrupted.
ExitCode serve_site(const CommandLine& command_line);
/// Makes a new source file with every field of its schema.
ExitCode create_entry(const CommandLine& command_line);
/// Names what is not published today (drafts, future, expired), or what rests on something older than 24 months (old).
ExitCode list_entries(const CommandLine& command_line);

/// Says which file and which template make the page at an address, and with `--data` all that the template is given.
ExitCode show_page_at(const CommandLine& command_line);

/// Says what a message means and what to do about it, with an example; without a name it lists all messages.
ExitCode explain_rule(const CommandLine& command_line);

/// Says of each school, or of one, what could be better about its profile: as a mail, as CSV or as JSON.
ExitCode report_on_schools(const CommandLine& command_line);
/// Writes a workbook for each school to fill in.
ExitCode write_forms(const CommandLine& command_line);
/// Compares the schools with the file of the register: what is new, gone or changed.
ExitCode read_register(const CommandLine& command_line);
/// Takes in the forms of schools: says what is new, changed, confirmed, contradicting or not understood, and with
/// `apply` writes what was ticked.
ExitCode receive_forms(const CommandLine& command_line);

/// Gives an entry another name, with all that refers to it; its old address leads to the new one.
ExitCode rename_entry(const CommandLine& command_line);
/// Takes an entry away, with all that refers to it; its address leads elsewhere.
ExitCode remove_entry(const CommandLine& command_line);

/// Builds the site and brings it to where readers find it; or goes back to an earlier release, or names those.
ExitCode publish_site(const CommandLine& command_line);

/// Writes what the search knows of each page, a line of JSON each, for a search engine elsewhere.
ExitCode export_search_records(const CommandLine& command_line);

/// Makes a new portal that builds at once.
ExitCode begin_portal(const CommandLine& command_line);

/// Says what the program believes after its defaults, `site.yaml` and the command line.
ExitCode show_config(const CommandLine& command_line);

/// Runs the command that the user named.
ExitCode run_command(const CommandLine& command_line);

}  // namespace wegwijs
