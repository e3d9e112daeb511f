#include <iostream>

#include "commands/commands.h"
#include "commands/loaded_site.h"
#include "commands/usage_error.h"
#include "deliver/delivery.h"
#include "deliver/review.h"
#include "deliver/review_forms.h"
#include "deliver/write_changes.h"
#include "files/disk.h"
#include "files/replace_file.h"

namespace wegwijs {
namespace {

Delivery read_file_of_school(const std::filesystem::path& path, const Site& site) {
  const std::string name = path.filename().string();
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  if (!unknown && size > delivery_size_limit) {
    Delivery delivery;
    delivery.file = name;
    delivery.refusal =
        "Dit bestand is te groot: een formulier is hooguit 4 MB. Er is niets van gelezen. Vraag de school om het "
        "formulier zelf.";
    return delivery;
  }
  return read_delivery(read_file(path), name, site);
}

/// Writes what was ticked, all of one form or nothing. Says in words what became of it.
std::string apply(const LoadedSite& loaded, const CommandLine& command_line, const Review& review) {
  const ChangeSet changes = review.changes();
  if (!review.refusal.empty() || (changes.fields.empty() && !review.is_new)) return "";
  const std::optional<FileId> file = loaded.on_disk.sources.find(review.path);
  const std::string bytes = file ? loaded.on_disk.sources.read(*file) : review.new_file;
  if (file && review.is_new) return review.path + " is er al; er is niets geschreven.\n";
  const Schema& schema = loaded.site.collections[*loaded.site.find_collection(review.collection)].schema;
  const WrittenChanges written = write_changes(bytes, review.path.ends_with(".md"), schema, changes);
  if (!written.bytes)
    return review.path +
           ": dit kan niet geschreven worden zonder de rest van het bestand te veranderen. Neem het over "
           "met de hand.\n";
  const std::filesystem::path path = command_line.root / review.path;
  if (!file && std::filesystem::exists(path)) return review.path + " is er al; er is niets geschreven.\n";
  if (file) loaded.on_disk.sources.check_unchanged(*file);
  replace_file(path, *written.bytes);
  std::size_t count = 0;
  for (const ReviewItem& item : review.items) count += item.is_ticked ? 1U : 0U;
  return std::to_string(count) + " overgenomen in " + review.path + ".\n";
}

std::string in_form(const CommandLine& command_line, const Site& site, const std::vector<Review>& reviews) {
  if (command_line.reply) {
    std::string mails;
    for (const Review& review : reviews) mails += (mails.empty() ? "" : "\n----\n\n") + reply_to(site, review);
    return mails;
  }
  switch (command_line.receive_form) {
    case ReceiveForm::text:
      return reviews_as_text(reviews);
    case ReceiveForm::json:
      return reviews_as_json(reviews);
    case ReceiveForm::html:
      return reviews_as_html(reviews);
  }
  return "";
}

}  // namespace

ExitCode receive_forms(const CommandLine& command_line) {
  std::vector<Review> reviews;
  std::string outcome;
  std::optional<LoadedSite> loaded;
  for (const std::filesystem::path& path : command_line.received) {
    // Read anew after each form that was written: the next one may be of the same school.
    if (!loaded || command_line.apply) loaded = load_site_on_disk(command_line);
    if (!loaded) return ExitCode::content;
    reviews.push_back(review_delivery(read_file_of_school(path, loaded->site), loaded->site, loaded->on_disk.sources,
                                      loaded->on_disk.facts.today, command_line.accepted, command_line.left));
    if (command_line.apply) outcome += apply(*loaded, command_line, reviews.back());
  }
  const bool is_for_people = !command_line.reply && command_line.receive_form == ReceiveForm::text;
  std::cout << in_form(command_line, loaded->site, reviews);
  if (!command_line.apply && is_for_people)
    outcome = "Er is nog niets veranderd. Neem het aangevinkte over met --apply.\n";
  if (command_line.apply && outcome.empty()) outcome = "Er is niets overgenomen.\n";
  if (!outcome.empty()) (is_for_people ? std::cout << "\n" : std::cerr) << outcome;
  for (const Review& review : reviews) {
    if (!review.refusal.empty()) return ExitCode::content;
  }
  return ExitCode::good;
}

}  // namespace wegwijs
