#include "edit/edit_desk.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <system_error>
#include <utility>

#include "edit/deliveries.h"
#include "edit/edit_answers.h"
#include "edit/edit_json.h"
#include "edit/edit_page.h"
#include "edit/edit_wishes.h"
#include "edit/entry_address.h"
#include "edit/entry_check.h"
#include "edit/removal.h"
#include "edit/rename.h"
#include "edit/table_edits.h"
#include "edit/upload.h"
#include "files/digest.h"
#include "files/file_changes.h"

namespace wegwijs {
namespace {

/// What the bytes of `file` become; else the answer that says why not.
struct Wanted {
  std::optional<std::string> bytes;
  EditAnswer refused;
};

Wanted wanted_bytes(const EditSite& site, const EntryFile& file, const SaveWish& wish) {
  Wanted wanted;
  if (wish.whole_file) {
    wanted.bytes = wish.whole_file;
    return wanted;
  }
  const Collection& collection = site.site.collections[*site.site.find_collection(file.collection)];
  EditedEntry edited = edited_entry(file.bytes, file.is_markdown, collection.schema, wish.entry);
  wanted.bytes = std::move(edited.bytes);
  if (wanted.bytes) return wanted;
  std::string fields;
  for (const std::string& field : edited.changed_since)
    fields += (fields.empty() ? "" : ",") + json_text(field.empty() ? "tekst" : field);
  if (!edited.changed_since.empty()) {
    wanted.refused = {status_changed_meanwhile,
                      R"({"fout":"Iemand anders heeft dit bestand intussen veranderd.","velden":[)" + fields +
                          "],\"nu\":" + entry_json(site, file) + "}"};
  } else {
    wanted.refused =
        refusal(status_cannot,
                "Dit kan niet geschreven worden zonder de rest van het bestand te veranderen. Verander het "
                "in het bestand zelf.");
  }
  return wanted;
}

/// What was changed, to be taken back for as long as the files are as they were left.
struct MadeChange {
  std::size_t number = 0;
  std::vector<FileChange> changes;
  std::string collection;
  std::string slug;  ///< of the entry that is there again afterwards; empty: none
};

constexpr std::size_t most_kept_changes = 20;

}  // namespace

struct EditDesk::State {
  SourceReader reader;
  std::string key;
  std::mutex mutex;  // guards the two below
  Diagnostics build_diagnostics;
  FileTree build_sources;
  std::vector<MadeChange> made;  // the last ones, oldest first
  std::size_t made_count = 0;

  using Answer = EditAnswer (State::*)(const EditRequest&, const EditSite&);
  struct Route {
    std::string_view method;
    std::string_view path;
    Answer answer;
  };

  EditAnswer carry_out(const EditRequest& request);
  EditAnswer overview(const EditRequest&, const EditSite& site) {
    return as_answer(overview_json(site, messages_of_build()));
  }
  EditAnswer attention(const EditRequest&, const EditSite& site) {
    return as_answer(attention_json(site, messages_of_build()));
  }
  EditAnswer entry(const EditRequest& request, const EditSite& site);
  EditAnswer choices(const EditRequest& request, const EditSite& site) {
    return as_answer(choices_json(site, text_from(request, "verzameling")));
  }
  EditAnswer messages(const EditRequest& request, const EditSite& site);
  EditAnswer look(const EditRequest& request, const EditSite& site);
  EditAnswer save(const EditRequest& request, const EditSite& site);
  EditAnswer save_table(const EditRequest& request, const EditSite& site);
  EditAnswer create(const EditRequest& request, const EditSite& site);
  EditAnswer upload(const EditRequest& request, const EditSite& site);
  EditAnswer rename(const EditRequest& request, const EditSite& site);
  EditAnswer remove(const EditRequest& request, const EditSite& site);
  EditAnswer take_back(const EditRequest& request, const EditSite& site);
  EditAnswer deliveries(const EditRequest&, const EditSite& site) { return as_answer(deliveries_json(site)); }
  EditAnswer take_in(const EditRequest& request, const EditSite& site) {
    const std::optional<IntakeWish> wish = read_intake_wish(request.body);
    return wish ? carry_out(site, planned_intake(site, *wish)) : bad_form();
  }
  EditAnswer put_away(const EditRequest& request, const EditSite& site) {
    const std::optional<IntakeWish> wish = read_intake_wish(request.body);
    return wish ? carry_out(site, planned_departure(site, *wish)) : bad_form();
  }
  EditAnswer receive(const EditRequest& request, const EditSite& site) {
    return carry_out(site, planned_arrival(site, text_from(request, "naam"), request.body));
  }

  /// Makes the changes; `slug` is of the entry that is there again when they are taken back. Gives `json` with the
  /// number by which they can be, or says why they were not made.
  EditAnswer make(const EditSite& site, std::vector<FileChange> changes, std::string_view collection,
                  std::string_view slug, const std::string& json);
  EditAnswer carry_out(const EditSite& site, const PlannedIntake& intake);
  /// Carries the plan out when that was asked and it can be done.
  EditAnswer answer_plan(const EditSite& site, const EntryFile& file, const ChangePlan& plan, bool carry_out);
  std::vector<FieldMessage> messages_of_build() {
    const std::lock_guard lock(mutex);
    return messages_of_files(build_diagnostics, build_sources);
  }
  /// The messages of the last build about this file; empty when the build read other bytes.
  std::optional<std::vector<FieldMessage>> messages_of_build(const EntryFile& file);
};

std::optional<std::vector<FieldMessage>> EditDesk::State::messages_of_build(const EntryFile& file) {
  const std::lock_guard lock(mutex);
  const std::optional<FileId> known = build_sources.find(file.path);
  if (!known) return std::nullopt;
  try {
    if (build_sources.read(*known) != file.bytes) return std::nullopt;
    return messages_at_fields(build_diagnostics, build_sources, file.path);
  } catch (const std::system_error&) {
    return std::nullopt;  // it changed since
  }
}

EditAnswer EditDesk::State::make(const EditSite& site, std::vector<FileChange> changes, std::string_view collection,
                                 std::string_view slug, const std::string& json) {
  if (const auto refused = make_changes(site.sources.root, changes)) return refused_change(*refused);
  if (made.size() == most_kept_changes) made.erase(made.begin());
  made.push_back({++made_count, std::move(changes), std::string(collection), std::string(slug)});
  return as_answer(with_value(json, "terug", json_text(std::to_string(made_count))));
}

EditAnswer EditDesk::State::answer_plan(const EditSite& site, const EntryFile& file, const ChangePlan& plan,
                                        bool carry_out) {
  if (!carry_out || !plan.is_possible()) return as_answer(plan_json(plan, false));
  return make(site, plan.changes, file.collection, file.slug, plan_json(plan, true));
}

EditAnswer EditDesk::State::carry_out(const EditSite& site, const PlannedIntake& intake) {
  switch (intake.fault) {
    case PlannedIntake::Fault::none:
      break;
    case PlannedIntake::Fault::unknown:
      return refusal(status_not_found, intake.why);
    case PlannedIntake::Fault::changed:
      return refusal(status_changed_meanwhile, intake.why);
    case PlannedIntake::Fault::cannot:
      return refusal(status_cannot, intake.why);
  }
  return make(site, intake.changes, intake.collection, intake.slug,
              "{\"aantal\":" + std::to_string(intake.taken_in) + "}");
}

EditAnswer EditDesk::State::take_back(const EditRequest& request, const EditSite& site) {
  if (made.empty() || std::to_string(made.back().number) != WishFields(request.body).text("nummer"))
    return refusal(status_changed_meanwhile,
                   "Dit kan niet meer ongedaan gemaakt worden: daarna is nog iets bewaard. Verander het zelf terug.");
  const MadeChange& last = made.back();
  std::vector<FileChange> changes;
  for (auto change = last.changes.rbegin(); change != last.changes.rend(); ++change)
    changes.push_back({change->path, change->after, change->before});
  if (const auto refused = make_changes(site.sources.root, changes)) return refused_change(*refused);
  const std::string json = "{\"verzameling\":" + json_text(last.collection) + ",\"naam\":" + json_text(last.slug) + "}";
  made.pop_back();
  return as_answer(json);
}

EditAnswer EditDesk::State::entry(const EditRequest& request, const EditSite& site) {
  const std::optional<EntryFile> file =
      find_entry_file(site, text_from(request, "verzameling"), text_from(request, "naam"));
  if (!file) return unknown_entry();
  return as_answer(entry_json(site, *file));
}

EditAnswer EditDesk::State::messages(const EditRequest& request, const EditSite& site) {
  const std::optional<EntryFile> file =
      find_entry_file(site, text_from(request, "verzameling"), text_from(request, "naam"));
  if (!file) return unknown_entry();
  const std::optional<std::vector<FieldMessage>> of_build = messages_of_build(*file);
  const std::string built = of_build ? "true" : "false";
  return as_answer(with_messages("{\"gebouwd\":" + built + "}",
                                 of_build ? *of_build : messages_of_file(site.sources, site.sources.tree, file->path)));
}

EditAnswer EditDesk::State::look(const EditRequest& request, const EditSite& site) {
  const std::optional<SaveWish> wish = read_save_wish(request.body);
  if (!wish) return bad_form();
  const std::optional<EntryFile> file = find_entry_file(site, wish->collection, wish->slug);
  if (!file) return unknown_entry();
  Wanted wanted = wanted_bytes(site, *file, *wish);
  if (!wanted.bytes) return wanted.refused;
  const FileTree tree = with_bytes(site.sources.tree, file->path, std::move(*wanted.bytes));
  return as_answer(with_messages("{\"gebouwd\":false}", messages_of_file(site.sources, tree, file->path)));
}

EditAnswer EditDesk::State::save(const EditRequest& request, const EditSite& site) {
  const std::optional<SaveWish> wish = read_save_wish(request.body);
  if (!wish) return bad_form();
  const std::optional<EntryFile> file = find_entry_file(site, wish->collection, wish->slug);
  if (!file || file->path.ends_with(".csv")) return unknown_entry();
  if (file->digest != wish->digest) return conflict(site, *file);
  Wanted wanted = wanted_bytes(site, *file, *wish);
  if (!wanted.bytes) return wanted.refused;
  const FileTree tree = with_bytes(site.sources.tree, file->path, *wanted.bytes);
  const std::string version = "{\"versie\":" + json_text(hexadecimal(digest_of(*wanted.bytes))) + "}";
  const std::string json = with_messages(version, messages_of_file(site.sources, tree, file->path));
  return make(site, {{file->path, file->bytes, std::move(wanted.bytes)}}, file->collection, file->slug, json);
}

EditAnswer EditDesk::State::save_table(const EditRequest& request, const EditSite& site) {
  const std::optional<TableWish> wish = read_table_wish(request.body);
  if (!wish) return bad_form();
  const std::optional<std::string> bytes =
      wish->path.ends_with(".csv") ? content_bytes(site, wish->path) : std::nullopt;
  if (!bytes) return unknown_entry();
  if (hexadecimal(digest_of(*bytes)) != wish->digest)
    return refusal(
        status_changed_meanwhile,
        "Iemand anders heeft deze tabel intussen veranderd. Schrijf op wat u veranderde en open haar opnieuw.");
  const std::optional<std::string> wanted = with_rows(*bytes, wish->rows);
  if (!wanted) return refusal(status_cannot, "Een cel is één regel tekst, en elke rij heeft een cel per kolom.");
  const FileTree tree = with_bytes(site.sources.tree, wish->path, *wanted);
  const std::string json = with_messages("{\"versie\":" + json_text(hexadecimal(digest_of(*wanted))) + "}",
                                         messages_of_file(site.sources, tree, wish->path));
  return make(site, {{wish->path, *bytes, *wanted}}, wish->collection, wish->slug, json);
}

EditAnswer EditDesk::State::create(const EditRequest& request, const EditSite& site) {
  const WishFields wish(request.body);
  const NewEntry created = new_entry(site, wish.text("verzameling"), wish.text("titel"), wish.text("naam"));
  if (!created.why_not.empty()) return refusal(status_cannot, created.why_not);
  const std::string json = "{\"naam\":" + json_text(created.slug) + ",\"pad\":" + json_text(created.change.path) +
                           ",\"adres\":" + json_text(created.address) + "}";
  if (!wish.flag("uitvoeren")) return as_answer(json);
  return make(site, {created.change}, wish.text("verzameling"), "", json);
}

EditAnswer EditDesk::State::upload(const EditRequest& request, const EditSite& site) {
  const UploadedFile uploaded = uploaded_file(site, text_from(request, "naam"), request.body);
  if (!uploaded.why_not.empty()) return refusal(status_cannot, uploaded.why_not);
  if (const auto refused = make_changes(site.sources.root, {uploaded.change})) return refused_change(*refused);
  return as_answer("{\"adres\":" + json_text(uploaded.address) + ",\"breed\":" + std::to_string(uploaded.width) +
                   ",\"hoog\":" + std::to_string(uploaded.height) + "}");
}

EditAnswer EditDesk::State::rename(const EditRequest& request, const EditSite& site) {
  const WishFields wish(request.body);
  const std::optional<EntryFile> file = find_entry_file(site, wish.text("verzameling"), wish.text("naam"));
  if (!file) return unknown_entry();
  const ChangePlan plan = plan_rename(site, *file, wish.text("nieuw"));
  return answer_plan(site, *file, plan, wish.flag("uitvoeren"));
}

EditAnswer EditDesk::State::remove(const EditRequest& request, const EditSite& site) {
  const WishFields wish(request.body);
  const std::optional<EntryFile> file = find_entry_file(site, wish.text("verzameling"), wish.text("naam"));
  if (!file) return unknown_entry();
  const ChangePlan plan = plan_removal(site, *file, wish.text("naar"));
  return answer_plan(site, *file, plan, wish.flag("uitvoeren"));
}

EditAnswer EditDesk::State::carry_out(const EditRequest& request) {
  static constexpr std::array routes{
      Route{"GET", "overzicht", &State::overview}, Route{"GET", "aandacht", &State::attention},
      Route{"GET", "stuk", &State::entry},         Route{"GET", "keuzes", &State::choices},
      Route{"GET", "meldingen", &State::messages}, Route{"POST", "nakijken", &State::look},
      Route{"POST", "bewaar", &State::save},       Route{"POST", "tabel", &State::save_table},
      Route{"POST", "nieuw", &State::create},      Route{"POST", "beeld", &State::upload},
      Route{"POST", "hernoem", &State::rename},    Route{"POST", "verwijder", &State::remove},
      Route{"POST", "terug", &State::take_back},   Route{"GET", "aanleveringen", &State::deliveries},
      Route{"POST", "overnemen", &State::take_in}, Route{"POST", "opbergen", &State::put_away},
      Route{"POST", "ontvang", &State::receive}};
  const auto* route = std::find_if(routes.begin(), routes.end(), [&](const Route& one) {
    return one.method == request.method && one.path == request.path;
  });
  if (route == routes.end()) return refusal(status_not_found, "Dit adres is er niet.");
  std::string why;
  const std::optional<EditSite> site = read_edit_site(reader, why);
  if (!site) return refusal(status_failed, "De site kan niet gelezen worden: " + why);
  return (this->*route->answer)(request, *site);
}

EditDesk::EditDesk(SourceReader reader, std::string key) : state_(std::make_unique<State>()) {
  state_->reader = std::move(reader);
  state_->key = std::move(key);
}

EditDesk::~EditDesk() = default;

EditAnswer EditDesk::answer(const EditRequest& request) {
  if (!is_local_host(request.host)) return refusal(403, "Alleen via localhost.");
  if (std::optional<EditAnswer> file = page_file(request)) return *file;
  if (std::optional<EditAnswer> refused = refusal_of(request, state_->key)) return *refused;
  try {
    return state_->carry_out(request);
  } catch (const std::exception& failure) {
    return refusal(status_failed, std::string("Dit lukte niet: ") + failure.what());
  }
}

void EditDesk::note_build(const Diagnostics& diagnostics, const FileTree& sources) {
  const std::lock_guard lock(state_->mutex);
  state_->build_diagnostics = diagnostics;
  state_->build_sources = sources;
}

}  // namespace wegwijs
