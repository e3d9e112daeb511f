#include "commands/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <utility>

#include "commands/argument_mistakes.h"
#include "commands/command_options.h"
#include "commands/installed_files.h"
#include "commands/usage_error.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

constexpr std::array<std::string_view, 2> languages{"nl", "en"};
constexpr std::array<std::string_view, 2> list_forms{"text", "json"};
constexpr std::array<std::string_view, 3> receive_form_names{"text", "json", "html"};  // in order of ReceiveForm
constexpr std::array<std::string_view, 5> listed_kinds{"drafts", "future", "expired", "expiring", "old"};
constexpr std::array<std::string_view, 5> forms{"text", "plain", "json", "sarif", "github"};  // in order of ReportForm
constexpr std::array<std::string_view, 3> school_report_forms{"text", "csv", "json"};  // in order of SchoolReportForm

/// Reads what is asked.
class ArgumentReader {
 public:
  ArgumentReader(Language language, const std::string& version)
      : language_(language),
        program_(in({"Wegwijs maakt een doorzoekbare site van Markdown en YAML.",
                     "Wegwijs makes a searchable site of Markdown and YAML."}),
                 "wegwijs") {
    program_.get_formatter()->label("Usage", in({"Gebruik", "Usage"}));
    program_.get_formatter()->label("OPTIONS", in({"OPTIES", "OPTIONS"}));
    program_.get_formatter()->label("SUBCOMMAND", in({"OPDRACHT", "COMMAND"}));
    program_.get_formatter()->label("Positionals", in({"Wat erbij hoort", "Arguments"}));
    program_.get_formatter()->label("REQUIRED", in({"(verplicht)", "(required)"}));
    program_.footer(
        in({"Meer over een opdracht: wegwijs help OPDRACHT", "More about a command: wegwijs help COMMAND"}));
    program_.require_subcommand(0, 1);  // we report when there is none
    program_.option_defaults()->group(in({"Opties", "Options"}));
    program_.set_help_flag("-h,--help", in({"Toon deze uitleg", "Show this explanation"}));
    program_.set_version_flag("--version", "wegwijs " + version)
        ->description(in({"Toon het versienummer", "Show the version"}));
    add_commands(program_, language_, line(), written_);
  }

  /// Throws `UsageError`.
  ParsedArguments read(int argument_count, const char* const* arguments) {
    const std::vector<const char*> in_order =
        with_command_first(with_help_last({arguments, arguments + argument_count}));
    try {
      program_.parse(static_cast<int>(in_order.size()), in_order.data());
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() != 0) throw usage_error(program_, error);
      program_.exit(error, std::cout, std::cerr);
      parsed_.exit = ExitCode::good;
      return std::move(parsed_);
    }
    if (program_.get_subcommands().empty())
      throw UsageError(with_choices(program_, {"Welke opdracht?", "Which command?"}));
    read_values();
    const CLI::App& chosen_command = *program_.get_subcommands().front();
    parsed_.command_line.command = chosen_command.get_name();
    const CLI::Option* const root = chosen_command.get_option_no_throw("--root");
    if (root != nullptr && root->count() == 0) line().root = root_from_here();
    if (root != nullptr && root->count() > 0 && !line().portal_list.empty()) {
      throw UsageError({"--root hoort bij één portaal en kan niet samen met --all.",
                        "--root is for one portal and cannot go with --all."});
    }
    return std::move(parsed_);
  }

 private:
  std::string in(BilingualText text) const { return std::string(text.in(language_)); }

  /// `wegwijs help build` asks the same as `wegwijs build --help`.
  std::vector<const char*> with_help_last(std::vector<const char*> arguments) const {
    if (arguments.size() < 2 || std::string_view(arguments[1]) != "help") return arguments;
    arguments.erase(arguments.begin() + 1);
    const bool names_command = arguments.size() > 1 && arguments[1][0] != '-';
    const std::vector<std::string> known = commands_of(program_);
    if (names_command && std::find(known.begin(), known.end(), arguments[1]) == known.end())
      throw unknown_word(arguments[1], program_);
    arguments.insert(arguments.begin() + (names_command ? 2 : 1), "--help");
    return arguments;
  }

  /// Options may also come before the command they belong to, as they do in other programs.
  std::vector<const char*> with_command_first(std::vector<const char*> arguments) const {
    std::size_t place = 1;
    while (place < arguments.size()) {
      const std::string_view word = arguments[place];
      if (!word.starts_with('-')) break;
      if (word == "--" || word == "-h" || word == "--help" || word == "--version") return arguments;
      place += takes_next_word(word) ? 2U : 1U;
    }
    if (place <= 1 || place >= arguments.size()) return arguments;
    const std::vector<std::string> names = commands_of(program_);
    if (std::find(names.begin(), names.end(), arguments[place]) == names.end()) return arguments;
    std::rotate(arguments.begin() + 1, arguments.begin() + static_cast<std::ptrdiff_t>(place),
                arguments.begin() + static_cast<std::ptrdiff_t>(place) + 1);
    return arguments;
  }

  /// Whether the value of this option is the word after it.
  bool takes_next_word(std::string_view option) const {
    if (option.find('=') != std::string_view::npos || (!option.starts_with("--") && option.size() > 2)) return false;
    for (const CLI::App* command : program_.get_subcommands({})) {
      const CLI::Option* known = command->get_option_no_throw(std::string(option));
      if (known != nullptr) return known->get_items_expected_max() > 0;
    }
    return false;
  }

  void read_values() {
    if (!written_.form.empty()) line().form = static_cast<ReportForm>(chosen(written_.form, "--format", forms));
    if (!written_.school_report_form.empty())
      line().school_report_form =
          static_cast<SchoolReportForm>(chosen(written_.school_report_form, "--format", school_report_forms));
    if (!written_.receive_form.empty())
      line().receive_form = static_cast<ReceiveForm>(chosen(written_.receive_form, "--format", receive_form_names));
    if (!written_.list_form.empty() && chosen(written_.list_form, "--format", list_forms) == 1)
      line().form = ReportForm::json;
    if (!line().listed.empty()) chosen(line().listed, "'list'", listed_kinds);
    if (!written_.language.empty()) chosen(written_.language, "--lang", languages);
    if (!written_.threads.empty()) line().threads = number(written_.threads, "--jobs", 1, 1024);
    if (!written_.allowed_local_port.empty())
      line().allowed_local_port =
          static_cast<std::uint16_t>(number(written_.allowed_local_port, "--allow-local-port", 1, 65535));
    if (!written_.keep.empty()) line().keep = number(written_.keep, "--keep", 1, 100);
    if (!written_.port.empty()) line().port = static_cast<std::uint16_t>(number(written_.port, "--port", 1, 65535));
  }

  template <std::size_t Size>
  static std::size_t chosen(const std::string& word, std::string_view option,
                            const std::array<std::string_view, Size>& choices) {
    const auto* found = std::find(choices.begin(), choices.end(), word);
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    const std::string near = nearest_word(word, choices).value_or("");
    const std::string list = listed(choices);
    throw UsageError({near.empty() ? fmt::format("'{}' kan niet bij {}; kies uit: {}.", word, option, list)
                                   : fmt::format("'{}' kan niet bij {}; bedoelde u '{}'?", word, option, near),
                      near.empty()
                          ? fmt::format("'{}' is not possible at {}; choose from: {}.", word, option, list)
                          : fmt::format("'{}' is not possible at {}; did you mean '{}'?", word, option, near)});
  }

  static unsigned number(const std::string& word, std::string_view option, unsigned least, unsigned most) {
    unsigned value = 0;
    const char* end = word.data() + word.size();
    const auto [stopped, error] = std::from_chars(word.data(), end, value);
    if (error == std::errc() && stopped == end && value >= least && value <= most) return value;
    throw UsageError(
        {fmt::format("'{}' kan niet bij {}; schrijf een heel getal van {} tot {}.", word, option, least, most),
         fmt::format("'{}' is not possible at {}; write a whole number from {} to {}.", word, option, least, most)});
  }

  CommandLine& line() { return parsed_.command_line; }

  Language language_;
  ParsedArguments parsed_;
  WrittenValues written_;
  CLI::App program_;
};

}  // namespace

ParsedArguments read_arguments(int argument_count, const char* const* arguments, const std::string& version,
                               Language language) {
  ParsedArguments parsed = ArgumentReader(language, version).read(argument_count, arguments);
  parsed.command_line.language = language;
  return parsed;
}

}  // namespace wegwijs
