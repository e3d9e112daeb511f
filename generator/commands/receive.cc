#include <algorithm>
#include <iostream>
#include <map>

#include "commands/commands.h"
#include "commands/loaded_site.h"
#include "commands/told_changes.h"
#include "commands/usage_error.h"
#include "deliver/delivery.h"
#include "deliver/review.h"
#include "deliver/review_forms.h"
#include "edit/edit_site.h"
#include "files/disk.h"
#include "schema/field_types.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

Delivery read_file_of_school(const std::filesystem::path& path, const Site& site) {
  const std::string name = path.filename().string();
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  if (!unknown && size > delivery_size_limit) {
    Delivery delivery;
    delivery.file = name;
    delivery.refusal = {
        "Dit bestand is te groot: een formulier is hooguit 4 MB. Er is niets van gelezen. Vraag de school om het "
        "formulier zelf.",
        "This file is too large: a form is 4 MB at most. Nothing of it was read. Ask the school for the form itself."};
    return delivery;
  }
  return read_delivery(read_file(path), name, site);
}

/// Takes in what was ticked of one form after the other, in memory, so that a second form of the same school is judged
/// by what the first one said. All of it is written at once.
class Intake {
 public:
  Intake(LoadedSite& loaded, Language language) : loaded_(loaded), language_(language) {}

  /// Says in words what is taken in.
  std::string add(const Review& review) {
    ReviewedChange reviewed = change_of(review, loaded_.site, loaded_.on_disk.sources, language_);
    if (!reviewed.change) return reviewed.why_not.empty() ? "" : reviewed.why_not + "\n";
    const std::string path = reviewed.change->path;
    const std::string bytes = reviewed.change->after.value_or("");
    if (const auto known = changes_.find(path); known != changes_.end()) {
      known->second.after = bytes;
    } else {
      changes_.emplace(path, std::move(*reviewed.change));
    }
    loaded_.on_disk.sources = with_bytes(loaded_.on_disk.sources, path, bytes);
    Diagnostics told_by_check;
    if (std::optional<Site> site =
            load_site(loaded_.on_disk.sources, *loaded_.on_disk.settings, loaded_.on_disk.facts, told_by_check))
      loaded_.site = std::move(*site);
    return std::to_string(reviewed.taken_in) + (language_ == Language::en ? " taken into " : " overgenomen in ") +
           path + ".\n";
  }

  std::optional<RefusedChange> write(const std::filesystem::path& root) const {
    std::vector<FileChange> changes;
    for (const auto& [path, change] : changes_) changes.push_back(change);
    return changes.empty() ? std::nullopt : make_changes(root, changes);
  }

 private:
  LoadedSite& loaded_;
  Language language_;
  std::map<std::string, FileChange> changes_;  // by path
};

/// Throws `UsageError` for a row that the user names with --accept or --leave and no form can be about.
void check_named_rows(const std::vector<std::string>& named, std::string_view option, const Site& site) {
  std::vector<std::string_view> known;
  for (const Collection& collection : site.collections) {
    const std::vector<std::string_view> ids = claim_ids(collection.schema);
    known.insert(known.end(), ids.begin(), ids.end());
  }
  for (const std::string& row : named) {
    if (std::find(known.begin(), known.end(), row) != known.end()) continue;
    const std::optional<std::string> near = nearest_word(row, known);
    throw UsageError({"er is geen onderwerp '" + row + "' (bij " + std::string(option) + ")" +
                          (near ? "; bedoelde u '" + *near + "'?" : ""),
                      "there is no row '" + row + "' (at " + std::string(option) + ")" +
                          (near ? "; did you mean '" + *near + "'?" : "")});
  }
}

std::string in_form(const CommandLine& command_line, const Site& site, const std::vector<Review>& reviews) {
  if (command_line.reply) {
    std::string mails;
    for (const Review& review : reviews)
      mails += (mails.empty() ? "" : "\n----\n\n") + reply_to(site, review, command_line.language);
    return mails;
  }
  switch (command_line.receive_form) {
    case ReceiveForm::text:
      return reviews_as_text(reviews, command_line.language);
    case ReceiveForm::json:
      return reviews_as_json(reviews);
    case ReceiveForm::html:
      return reviews_as_html(reviews, command_line.language);
  }
  return "";
}

}  // namespace

ExitCode receive_forms(const CommandLine& command_line) {
  Diagnostics diagnostics;
  std::optional<LoadedSite> loaded = load_site_on_disk(command_line, diagnostics, KeepBytes::yes);
  if (!loaded) return ExitCode::content;
  check_named_rows(command_line.accepted, "--accept", loaded->site);
  check_named_rows(command_line.left, "--leave", loaded->site);
  std::vector<Review> reviews;
  std::string outcome;
  Intake intake(*loaded, command_line.language);
  for (const std::filesystem::path& path : command_line.received) {
    reviews.push_back(review_delivery(read_file_of_school(path, loaded->site), loaded->site, loaded->on_disk.sources,
                                      loaded->on_disk.facts.today, command_line.accepted, command_line.left,
                                      command_line.language));
    if (command_line.apply) outcome += intake.add(reviews.back());
  }
  const std::optional<RefusedChange> refused = intake.write(command_line.root);
  if (refused) outcome = refused_change_line(*refused, command_line.language);
  const bool english = command_line.language == Language::en;
  const bool is_for_people = !command_line.reply && command_line.receive_form == ReceiveForm::text;
  std::cout << in_form(command_line, loaded->site, reviews);
  const bool is_any_ticked = std::any_of(reviews.begin(), reviews.end(), [](const Review& review) {
    return review.refusal.empty() && (review.is_new || !review.changes().fields.empty());
  });
  if (!command_line.apply && is_for_people && is_any_ticked)
    outcome = english ? "Nothing has changed yet. Take in what is ticked with --apply.\n"
                      : "Er is nog niets veranderd. Neem het aangevinkte over met --apply.\n";
  if (!command_line.apply && is_for_people && !is_any_ticked)
    outcome = english ? "Nothing is ticked, and nothing has changed.\n"
                      : "Er is niets aangevinkt en er is niets veranderd.\n";
  if (command_line.apply && outcome.empty())
    outcome = english ? "Nothing was taken in.\n" : "Er is niets overgenomen.\n";
  if (!outcome.empty()) (is_for_people ? std::cout << "\n" : std::cerr) << outcome;
  const bool is_any_refused =
      std::any_of(reviews.begin(), reviews.end(), [](const Review& review) { return !review.refusal.empty(); });
  return refused || is_any_refused ? ExitCode::content : ExitCode::good;
}

}  // namespace wegwijs
