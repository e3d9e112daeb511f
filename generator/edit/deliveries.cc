#include "edit/deliveries.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "deliver/delivery.h"
#include "deliver/review.h"
#include "deliver/review_forms.h"
#include "files/digest.h"
#include "files/disk.h"
#include "text/ascii.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

using DeliveryJson = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> extensions_of_forms{".json", ".xlsx", ".ods", ".csv"};

FileTree delivery_files(const EditSite& site) {
  Diagnostics links_and_such;  // what is no regular file is left out
  return read_tree(site.sources.root, {}, {std::string(deliveries_folder)}, {}, links_and_such, KeepBytes::yes);
}

std::string path_of_delivery(std::string_view name) {
  return std::string(deliveries_folder) + "/" + std::string(name);
}

ReceivedFile received(const FileTree& files, std::size_t index) {
  const SourceFile& file = files.files()[index];
  ReceivedFile read;
  read.name = file.path.substr(deliveries_folder.size() + 1);
  read.is_too_large = file.size > delivery_size_limit;
  if (!read.is_too_large) read.bytes = files.read(static_cast<FileId>(static_cast<std::uint32_t>(index)));
  read.digest = hexadecimal(digest_of(read.bytes));
  return read;
}

std::optional<ReceivedFile> find_received(const EditSite& site, std::string_view name) {
  const FileTree files = delivery_files(site);
  const std::optional<FileId> found = files.find(path_of_delivery(name));
  if (!found) return std::nullopt;
  return received(files, static_cast<std::size_t>(*found));
}

Review review_of(const EditSite& site, const ReceivedFile& file, const std::vector<std::string>& accepted = {},
                 const std::vector<std::string>& left = {}) {
  Delivery delivery;
  if (file.is_too_large) {
    delivery.refusal.nl =
        "Dit bestand is te groot: een formulier is hooguit 4 MB. Vraag de school om het formulier zelf.";
    delivery.file = file.name;
  } else {
    delivery = read_delivery(file.bytes, file.name, site.site);
  }
  return review_delivery(delivery, site.site, site.sources.tree, site.sources.facts.today, accepted, left,
                         Language::nl);
}

/// Of the file of the entry as it is now; empty when there is none.
std::string profile_digest_of(const EditSite& site, const Review& review) {
  const std::optional<FileId> file = site.sources.tree.find(review.path);
  return file ? hexadecimal(digest_of(site.sources.tree.read(*file))) : std::string();
}

DeliveryJson json_of_delivery(const EditSite& site, const ReceivedFile& file) {
  const Review review = review_of(site, file);
  DeliveryJson json = DeliveryJson::parse(reviews_as_json(std::span(&review, 1)))[0];
  json.erase("wijziging");
  json["versie"] = file.digest;
  json["profielversie"] = profile_digest_of(site, review);
  json["functie"] = review.role;
  for (std::size_t index = 0; index < review.items.size(); ++index) {
    const ReviewItem& item = review.items[index];
    json["antwoorden"][index]["oordeel_in_woorden"] = verdict_in_words(item.verdict, Language::nl);
    json["antwoorden"][index]["kan_over"] = item.change.has_value() && item.verdict != Verdict::same;
  }
  return json;
}

bool is_among(const std::vector<std::string>& fields, std::string_view field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

PlannedIntake refused_intake(PlannedIntake::Fault fault, std::string why) {
  PlannedIntake planned;
  planned.fault = fault;
  planned.why = std::move(why);
  return planned;
}

PlannedIntake unknown_delivery() {
  return refused_intake(PlannedIntake::Fault::unknown, "Deze aanlevering is er niet (meer). Ververs de lijst.");
}

}  // namespace

std::vector<ReceivedFile> received_files(const EditSite& site) {
  const FileTree files = delivery_files(site);
  std::vector<ReceivedFile> list;
  for (std::size_t index = 0; index < std::min(files.files().size(), most_deliveries); ++index)
    list.push_back(received(files, index));
  return list;
}

std::string deliveries_json(const EditSite& site) {
  DeliveryJson list = DeliveryJson::array();
  for (const ReceivedFile& file : received_files(site)) list.push_back(json_of_delivery(site, file));
  const std::size_t more = delivery_files(site).files().size() - list.size();
  return DeliveryJson{{"aanleveringen", std::move(list)}, {"niet_getoond", more}}.dump(-1, ' ', false,
                                                                               DeliveryJson::error_handler_t::replace);
}

std::optional<IntakeWish> read_intake_wish(std::string_view text) {
  const DeliveryJson json = DeliveryJson::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  IntakeWish wish;
  const std::array<std::pair<const char*, std::string*>, 3> texts{
      {{"bestand", &wish.name}, {"versie", &wish.digest}, {"profielversie", &wish.profile_digest}}};
  for (const auto& [key, value] : texts) {
    if (!json.contains(key)) continue;
    if (!json[key].is_string()) return std::nullopt;
    *value = json[key].get<std::string>();
  }
  if (!json.contains("velden")) return wish;
  if (!json["velden"].is_array()) return std::nullopt;
  for (const DeliveryJson& field : json["velden"]) {
    if (!field.is_string()) return std::nullopt;
    wish.fields.push_back(field.get<std::string>());
  }
  return wish;
}

PlannedIntake planned_intake(const EditSite& site, const IntakeWish& wish) {
  const std::optional<ReceivedFile> file = find_received(site, wish.name);
  if (!file) return unknown_delivery();
  const Review seen = review_of(site, *file);
  if (file->digest != wish.digest || profile_digest_of(site, seen) != wish.profile_digest)
    return refused_intake(PlannedIntake::Fault::changed,
                          "Het profiel of de aanlevering is intussen veranderd. Kijk nog eens wat er verandert.");
  if (!seen.refusal.empty()) return refused_intake(PlannedIntake::Fault::cannot, seen.refusal);
  std::vector<std::string> left;
  for (const ReviewItem& item : seen.items) {
    if (!is_among(wish.fields, item.field)) left.push_back(item.field);
  }
  const Review review = review_of(site, *file, wish.fields, left);
  for (const std::string& field : wish.fields) {
    const bool is_taken = std::any_of(review.items.begin(), review.items.end(),
                                      [&](const ReviewItem& item) { return item.field == field && item.is_ticked; });
    if (!is_taken) return refused_intake(PlannedIntake::Fault::cannot, "'" + field + "' kan niet overgenomen worden.");
  }
  if (wish.fields.empty() && !review.is_new)
    return refused_intake(PlannedIntake::Fault::cannot, "Vink aan wat u wilt overnemen.");
  ReviewedChange reviewed = change_of(review, site.site, site.sources.tree, Language::nl);
  if (!reviewed.change) return refused_intake(PlannedIntake::Fault::cannot, reviewed.why_not);
  PlannedIntake planned;
  planned.changes.push_back(std::move(*reviewed.change));
  planned.collection = review.collection;
  planned.slug = review.is_new ? std::string() : review.entry;
  planned.taken_in = reviewed.taken_in;
  return planned;
}

PlannedIntake planned_departure(const EditSite& site, const IntakeWish& wish) {
  const std::optional<ReceivedFile> file = find_received(site, wish.name);
  if (!file) return unknown_delivery();
  if (file->is_too_large)
    return refused_intake(PlannedIntake::Fault::cannot,
                          "Dit bestand is te groot om terug te kunnen halen. Haal het zelf uit de map 'inkomend'.");
  if (file->digest != wish.digest)
    return refused_intake(PlannedIntake::Fault::changed, "Deze aanlevering is intussen veranderd. Kijk nog eens.");
  PlannedIntake planned;
  planned.changes.push_back({path_of_delivery(file->name), file->bytes, std::nullopt});
  return planned;
}

PlannedIntake planned_arrival(const EditSite& site, std::string_view name, std::string_view bytes) {
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  const std::string extension = lower_case(name.substr(dot));
  const std::string slug = slug_for(name.substr(0, dot));
  if (std::find(extensions_of_forms.begin(), extensions_of_forms.end(), extension) == extensions_of_forms.end() ||
      slug.empty())
    return refused_intake(
        PlannedIntake::Fault::cannot,
        "Een aanlevering is een bestand van het formulier (.json) of een werkblad (.xlsx, .ods, .csv).");
  if (bytes.empty()) return refused_intake(PlannedIntake::Fault::cannot, "Dit bestand is leeg.");
  if (bytes.size() > delivery_size_limit)
    return refused_intake(PlannedIntake::Fault::cannot, "Dit bestand is te groot: een formulier is hooguit 4 MB.");
  const FileTree files = delivery_files(site);
  if (files.files().size() >= most_deliveries)
    return refused_intake(PlannedIntake::Fault::cannot, "Er liggen al 200 aanleveringen. Haal er eerst uit de lijst.");
  std::string path = path_of_delivery(slug + extension);
  PlannedIntake planned;
  for (int number = 2;; ++number) {
    const std::optional<FileId> taken = files.find(path);
    if (!taken) break;
    if (files.read(*taken) == bytes) {
      planned.changes.push_back({path, std::string(bytes), std::string(bytes)});
      return planned;
    }
    path = path_of_delivery(slug + "-" + std::to_string(number) + extension);
  }
  planned.changes.push_back({path, std::nullopt, std::string(bytes)});
  return planned;
}

}  // namespace wegwijs
