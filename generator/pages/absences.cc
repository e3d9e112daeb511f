#include "pages/absences.h"

namespace wegwijs {

void report_absent(const Rule& rule, SourceSpan where, const std::string& address, const Absence& absence,
                   const FileTree& sources, Diagnostics& diagnostics) {
  const auto why = [&](Language language) {
    const bool english = language == Language::en;
    if (absence.withheld == nullptr)
      return (english ? "there is too little for " : "er is te weinig voor ") + absence.reason.in(language);
    return "'" + sources.path_of(absence.withheld->file) + "' " + reason_of(*absence.withheld->withheld).in(language);
  };
  diagnostics.report(rule, where, {address, {why(Language::nl), why(Language::en)}});
}

void Absences::add(std::string address, Absence absence) {
  by_address_.emplace(std::move(address), std::move(absence));
}

void Absences::add_withheld(const Collection& collection) {
  const Schema& schema = collection.schema;
  for (const Entry& entry : collection.withheld) {
    const Absence absence{&entry, ""};
    if (std::string address = address_of(collection, entry); !address.empty()) add(std::move(address), absence);
    if (const std::string& calendar = collection.rule->calendar.text; !calendar.empty())
      add(calendar + entry.slug + ".ics", absence);
    places_.emplace(entry.slug, absence);
    for (const FieldValue& value : entry.record.values()) {
      const Field& field = schema.fields[value.field];
      if (const auto* choices = std::get_if<Choices>(&value.value)) {
        for (const std::uint16_t option : choices->options) places_.emplace(field.options[option].id, absence);
      } else if (const auto* texts = std::get_if<Texts>(&value.value);
                 texts != nullptr && field.role == Role::old_addresses) {
        for (const WrittenText& address : texts->lines) add(address.text, absence);
      }
    }
  }
}

const Absence* Absences::find(std::string_view address) const {
  const auto found = by_address_.find(std::string(address));
  if (found != by_address_.end()) return &found->second;
  // The data and calendar files of a page are beside it.
  const std::size_t slash = address.rfind('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == address.size()) return nullptr;
  const auto page = by_address_.find(std::string(address.substr(0, slash + 1)));
  return page == by_address_.end() ? nullptr : &page->second;
}

const Absence* Absences::find_place(std::string_view id) const {
  if (places_.empty()) return nullptr;
  while (true) {
    const auto found = places_.find(std::string(id));
    if (found != places_.end()) return &found->second;
    const std::size_t hyphen = id.find('-');
    if (hyphen == std::string_view::npos) return nullptr;
    id.remove_prefix(hyphen + 1);
  }
}

}  // namespace wegwijs
