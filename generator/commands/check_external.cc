#include "commands/check_external.h"

#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "commands/link_check.h"
#include "commands/link_records.h"
#include "files/disk.h"
#include "files/replace_file.h"
#include "model/gone_addresses.h"
#include "text/counted.h"

namespace wegwijs {
namespace {

std::string counted_addresses(std::size_t count, Language language) {
  return language == Language::en ? counted(count, "web address", "web addresses")
                                  : counted(count, "webadres", "webadressen");
}

LinkResults remembered(const std::filesystem::path& file) {
  return std::filesystem::is_regular_file(file) ? read_link_memory(read_file(file)) : LinkResults();
}

/// "schoolprofiles/de-brug.yaml:12:11".
std::string place_in_words(const FileTree& sources, SourceSpan where) {
  const LineAndColumn place = line_and_column(sources.bytes_of(where.file), where.begin);
  return fmt::format("{}:{}:{}", sources.path_of(where.file), place.line, place.column);
}

void print_findings(const GenerateSummary& summary, const LinkResults& results, const FileTree& sources,
                    Language language, std::ostream& output) {
  std::map<LinkState, std::size_t> counts;
  for (const WebAddressUse& use : summary.web_addresses) {
    const LinkResult& result = results.at(use.address);
    ++counts[result.state];
    if (result.state == LinkState::reachable) continue;
    const std::string_view state = link_state_in_words(result.state, language);
    const std::string detail =
        result.state == LinkState::moved ? "→ " + result.moved_to : link_reason(result, language);
    output << fmt::format("{}: {}: {} ({})\n", place_in_words(sources, use.where), state, use.address, detail);
  }
  std::string line;
  for (const LinkState state : {LinkState::reachable, LinkState::moved, LinkState::gone, LinkState::unknown}) {
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", counts[state], link_state_in_words(state, language));
  }
  output << fmt::format("{}: {}.\n", counted_addresses(summary.web_addresses.size(), language), line);
}

void keep_findings(const LinkResults& results, const SiteOnDisk& on_disk, Language language, std::ostream& output) {
  replace_file(on_disk.root / link_memory_file_name, link_memory(results));
  const std::filesystem::path file = on_disk.root / gone_addresses_file_name;
  const bool is_there = std::filesystem::is_regular_file(file);
  Diagnostics told_by_the_build;
  const std::string bytes = gone_addresses_file(results, read_gone_addresses(on_disk.sources, told_by_the_build));
  const bool says_nothing = bytes.ends_with("[]\n");
  if ((!is_there && says_nothing) || (is_there && read_file(file) == bytes)) return;
  replace_file(file, bytes);
  output << (language == Language::en ? "Written: " : "Geschreven: ") << file.string() << '\n';
}

/// Says on standard error what is happening, because nothing else is seen for minutes when servers do not answer.
class ProgressLines {
 public:
  explicit ProgressLines(Language language) : language_(language) {}

  void operator()(std::size_t asked, std::size_t all) {
    const bool english = language_ == Language::en;
    const auto now = std::chrono::steady_clock::now();
    if (asked == 0) {
      std::cerr << (english ? "Now asking " + counted_addresses(all, language_) + "; this may take minutes.\n"
                            : "Nu opgevraagd: " + counted_addresses(all, language_) + "; dat kan minuten duren.\n");
      last_ = now;
    } else if (now - last_ >= between_lines) {
      std::cerr << (english ? fmt::format("{} of {} asked.\n", asked, all)
                            : fmt::format("{} van {} opgevraagd.\n", asked, all));
      last_ = now;
    }
    std::cerr.flush();
  }

 private:
  static constexpr std::chrono::seconds between_lines{5};

  Language language_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace

void check_external(const CommandLine& command_line, const SiteOnDisk& on_disk, const GenerateSummary& summary) {
  LinkCheckPace pace;
  pace.limits.allowed_local_port = command_line.allowed_local_port;
  ProgressLines progress(command_line.language);
  pace.on_progress = [&](std::size_t asked, std::size_t all) { progress(asked, all); };
  std::vector<std::string> addresses;
  for (const WebAddressUse& use : summary.web_addresses) addresses.push_back(use.address);
  const LinkResults results =
      check_web_addresses(addresses, remembered(on_disk.root / link_memory_file_name), on_disk.facts.today, pace);
  // Standard output is for programs in every other form.
  std::ostream& output = command_line.form == ReportForm::text ? std::cout : std::cerr;
  print_findings(summary, results, on_disk.sources, command_line.language, output);
  keep_findings(results, on_disk, command_line.language, output);
}

}  // namespace wegwijs
