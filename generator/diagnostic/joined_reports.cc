#include "diagnostic/joined_reports.h"

#include <nlohmann/json.hpp>

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

std::string as_text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string joined_json(const std::vector<PartOfReport>& parts) {
  Json all = Json::array();
  for (const PartOfReport& part : parts) {
    if (part.text.empty()) continue;
    for (const Json& message : Json::parse(part.text)) {
      Json one = {{"portal", part.portal.empty() ? Json(nullptr) : Json(part.portal)}};
      one.update(message);
      all.push_back(std::move(one));
    }
  }
  return as_text(all);
}

std::string joined_sarif(const std::vector<PartOfReport>& parts) {
  Json log;
  for (const PartOfReport& part : parts) {
    if (part.text.empty()) continue;
    Json one = Json::parse(part.text);
    // Tells the runs of one log apart (section 3.17.2).
    if (!part.portal.empty()) one["runs"][0]["automationDetails"] = {{"id", part.portal + "/"}};
    if (log.is_null()) {
      log = std::move(one);
    } else {
      log["runs"].push_back(std::move(one["runs"][0]));
    }
  }
  return as_text(log);
}

}  // namespace

std::string joined_reports(ReportForm form, const std::vector<PartOfReport>& parts) {
  if (form == ReportForm::json) return joined_json(parts);
  if (form == ReportForm::sarif) return joined_sarif(parts);
  std::string lines;
  for (const PartOfReport& part : parts) lines += part.text;
  return lines;
}

}  // namespace wegwijs
