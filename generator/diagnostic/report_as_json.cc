#include <nlohmann/json.hpp>

#include "diagnostic/report.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string text) {
  return text.empty() ? Json(nullptr) : Json(std::move(text));
}

}  // namespace

std::string report_as_json(const std::vector<Diagnostic>& diagnostics, const SourceLookup& sources, Language language) {
  Json report = Json::array();
  PlaceFinder finder(sources);
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::optional<Place> place = finder.place_of(diagnostic);
    Json one;
    one["path"] = place ? Json(place->path) : Json(nullptr);
    one["line"] = place ? Json(place->begin.line) : Json(nullptr);
    one["column"] = place ? Json(place->begin.column) : Json(nullptr);
    one["endLine"] = place ? Json(place->end.line) : Json(nullptr);
    one["endColumn"] = place ? Json(place->end.column) : Json(nullptr);
    one["severity"] = severity_word(diagnostic.severity, Language::en);
    one["rule"] = diagnostic.rule->id;
    one["message"] = message_of(diagnostic, language);
    one["help"] = text_or_null(help_of(diagnostic, language));
    one["suggestion"] = text_or_null(diagnostic.suggestion);
    report.push_back(std::move(one));
  }
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace wegwijs
