#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "commands/commands.h"
#include "commands/loaded_site.h"
#include "commands/summary.h"
#include "diagnostic/place.h"
#include "views/claims.h"
#include "views/leaving.h"

namespace wegwijs {
namespace {

/// Something that the list names.
struct Listed {
  std::string path;
  std::optional<LineAndColumn> place;  ///< of a claim
  std::string what;                    ///< draft, future, expired, expiring, page or claim
  std::string field;                   ///< of a claim
  std::string day;                     ///< in ISO form; empty when there is none
  std::string words;                   ///< why it is listed
};

std::string withheld_word(Withheld why) {
  switch (why) {
    case Withheld::draft:
      return "draft";
    case Withheld::future:
      return "future";
    case Withheld::expired:
    case Withheld::over:
      return "expired";
  }
  return "";
}

std::vector<Listed> withheld_entries(const Site& site, const FileTree& sources, const std::string& kind,
                                     Language language) {
  const Withheld wanted = kind == "drafts" ? Withheld::draft : kind == "future" ? Withheld::future : Withheld::expired;
  std::vector<Listed> list;
  for (const WithheldEntry& entry : site.withheld) {
    const bool is_expired = entry.why == Withheld::over && wanted == Withheld::expired;
    if (entry.why != wanted && !is_expired) continue;
    list.push_back({sources.path_of(entry.file), std::nullopt, withheld_word(entry.why), "",
                    entry.day ? iso_date(*entry.day) : "", reason_in_words(entry, language)});
  }
  return list;
}

std::vector<Listed> entries_about_to_leave(const Site& site, const FileTree& sources, Date today, Language language) {
  std::vector<Listed> list;
  for (const LeavingEntry& leaving : entries_that_leave(site, today)) {
    list.push_back(
        {sources.path_of(site.entry(leaving.entry).file), std::nullopt, "expiring", "", iso_date(leaving.last_day),
         (language == Language::en ? "leaves after " : "verdwijnt na ") + date_in_words(leaving.last_day, language)});
  }
  return list;
}

/// Names the pages that were last changed, and the claims that rest on something, before the limit.
class OldThings {
 public:
  OldThings(const FileTree& sources, Date today, Language language)
      : sources_(sources), finder_(sources), today_(today), language_(language) {}

  void add(const Entry& entry, const Schema& schema) {
    const std::optional<Date> updated = date_of(entry, schema, Role::updated);
    if (updated && *updated < months_before(today_, months_until_old)) add_page(entry, *updated);
    for (const FieldValue& value : entry.record.values()) {
      const auto* claims = std::get_if<Claims>(&value.value);
      if (claims == nullptr) continue;
      for (const Claim& claim : claims->claims) {
        if (is_old(claim, today_)) add_claim(entry, schema.fields[value.field], claim);
      }
    }
  }

  std::vector<Listed> take() { return std::move(list_); }

 private:
  bool english() const { return language_ == Language::en; }

  void add_page(const Entry& entry, Date updated) {
    list_.push_back({sources_.path_of(entry.file), std::nullopt, "page", "", iso_date(updated),
                     (english() ? "updated " : "bijgewerkt op ") + date_in_words(updated, language_)});
  }

  void add_claim(const Entry& entry, const Field& field, const Claim& claim) {
    const LineAndColumn place = line_and_column(finder_.bytes(entry.file), claim.where.begin);
    list_.push_back({sources_.path_of(entry.file), place, "claim", field.id, iso_date(claim.as_of.last_day()),
                     fmt::format("{}: {}", field.label.in(language_), as_of_in_words(claim.as_of, language_))});
  }

  const FileTree& sources_;
  PlaceFinder finder_;
  Date today_;
  Language language_;
  std::vector<Listed> list_;
};

std::string as_lines(const std::vector<Listed>& list) {
  std::string lines;
  for (const Listed& one : list) {
    lines += one.path;
    if (one.place) lines += fmt::format(":{}:{}", one.place->line, one.place->column);
    lines += ": " + one.words + "\n";
  }
  return lines;
}

std::string as_json(const std::vector<Listed>& list) {
  nlohmann::ordered_json array = nlohmann::ordered_json::array();
  const auto text_or_null = [](const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
  };
  for (const Listed& one : list) {
    array.push_back({{"path", one.path},
                     {"line", one.place ? nlohmann::ordered_json(one.place->line) : nlohmann::ordered_json()},
                     {"column", one.place ? nlohmann::ordered_json(one.place->column) : nlohmann::ordered_json()},
                     {"kind", one.what},
                     {"field", text_or_null(one.field)},
                     {"date", text_or_null(one.day)}});
  }
  return array.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

ExitCode list_entries(const CommandLine& command_line) {
  Diagnostics diagnostics;
  const std::optional<LoadedSite> loaded = load_site_on_disk(command_line, diagnostics);
  if (!loaded) return ExitCode::content;
  const FileTree& sources = loaded->on_disk.sources;
  const Date today = loaded->on_disk.facts.today;
  std::vector<Listed> list;
  if (command_line.listed == "old") {
    OldThings old(sources, today, command_line.language);
    for (const Collection& collection : loaded->site.collections) {
      for (const Entry& entry : collection.entries) old.add(entry, collection.schema);
    }
    list = old.take();
  } else if (command_line.listed == "expiring") {
    list = entries_about_to_leave(loaded->site, sources, today, command_line.language);
  } else {
    list = withheld_entries(loaded->site, sources, command_line.listed, command_line.language);
  }
  std::cout << (command_line.form == ReportForm::json ? as_json(list) : as_lines(list));
  if (!diagnostics.has_errors()) return ExitCode::good;
  // What has a mistake may be missing from the list.
  print_diagnostics(diagnostics, sources, ReportForm::text, command_line.language);
  return ExitCode::content;
}

}  // namespace wegwijs
