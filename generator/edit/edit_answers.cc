#include "edit/edit_answers.h"

#include "edit/edit_json.h"
#include "edit/edit_wishes.h"

namespace wegwijs {

EditAnswer as_answer(std::string json) {
  return {200, std::move(json)};
}

EditAnswer unknown_entry() {
  return refusal(status_not_found, "Dit stuk is er niet (meer). Ververs de lijst.");
}

EditAnswer bad_form() {
  return refusal(status_bad_request, "Dit verzoek heeft niet de vorm die de pagina maakt.");
}

std::string text_from(const EditRequest& request, std::string_view name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string() : found->second;
}

EditAnswer conflict(const EditSite& site, const EntryFile& file) {
  return {status_changed_meanwhile,
          R"({"fout":"Iemand anders heeft dit bestand intussen veranderd.","nu":)" + entry_json(site, file) + "}"};
}

EditAnswer refused_change(const RefusedChange& refused) {
  return refusal(status_changed_meanwhile,
                 refused.path + ": " + std::string(refused.why.nl) + " Er is niets veranderd.");
}

std::string with_value(const std::string& json, std::string_view name, const std::string& value) {
  return json.substr(0, json.size() - 1) + "," + json_text(name) + ":" + value + "}";
}

std::string with_messages(const std::string& json, const std::vector<FieldMessage>& messages) {
  return with_value(json, "meldingen", messages_json(messages));
}

}  // namespace wegwijs
