#include "edit/edit_desk.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <system_error>
#include <utility>

#include "checks/checks.h"
#include "edit/deliveries.h"
#include "edit/edit_json.h"
#include "edit/edit_page_files.h"
#include "edit/edit_wishes.h"
#include "edit/entry_address.h"
#include "edit/removal.h"
#include "edit/rename.h"
#include "edit/table_edits.h"
#include "edit/upload.h"
#include "files/digest.h"
#include "files/file_changes.h"
#include "source/front_matter.h"
#include "source/markdown.h"
#include "text/html_escape.h"

namespace wegwijs {
namespace {

constexpr unsigned int ok = 200;
constexpr unsigned int bad_request = 400;
constexpr unsigned int not_found = 404;
constexpr unsigned int changed_meanwhile = 409;
constexpr unsigned int cannot = 422;
constexpr unsigned int failed = 500;

EditAnswer as_answer(std::string json) {
  return {ok, std::move(json)};
}

EditAnswer unknown_entry() {
  return refusal(not_found, "Dit stuk is er niet (meer). Ververs de lijst.");
}

EditAnswer bad_form() {
  return refusal(bad_request, "Dit verzoek heeft niet de vorm die de pagina maakt.");
}

std::string text_from(const EditRequest& request, std::string_view name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string() : found->second;
}

/// The guide for editors as a page.
std::string guide_page(std::string_view markdown) {
  Diagnostics ignored;
  const std::size_t title = markdown.find('\n');
  const MarkdownText text = read_markdown(markdown.substr(title), no_file, 0, ignored);
  return "<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
         "content=\"width=device-width, initial-scale=1\"><title>Handleiding | Bewerken</title><link "
         "rel=\"stylesheet\" "
         "href=\"bewerken.css\"></head><body><main class=\"handleiding\"><p><a href=\"./\">Naar het "
         "bewerken</a></p><h1>" +
         html_escaped(markdown.substr(2, title - 2)) + "</h1>" + std::string(text.html.bytes()) +
         "</main></body></html>\n";
}

/// The page's own files: they hold no data.
std::optional<EditAnswer> page_file(const EditRequest& request) {
  if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
  const std::string name = request.path.empty()            ? "bewerken.html"
                           : request.path == "handleiding" ? "handleiding.md"
                                                           : request.path;
  for (const EditPageFile& file : edit_page_files()) {
    if (file.name != name) continue;
    if (name.ends_with(".md")) return EditAnswer{ok, guide_page(file.bytes), "text/html; charset=utf-8"};
    const std::string_view type = name.ends_with(".html")  ? "text/html; charset=utf-8"
                                  : name.ends_with(".css") ? "text/css; charset=utf-8"
                                                           : "text/javascript; charset=utf-8";
    return EditAnswer{ok, std::string(file.bytes), std::string(type)};
  }
  return std::nullopt;
}

/// What a look at one file finds: reading, the checks over records, and its Markdown. Dead links need all pages, so the
/// build says those.
std::vector<FieldMessage> messages_of(const EditSources& sources, const FileTree& tree, const std::string& path) {
  Diagnostics diagnostics;
  const std::optional<Site> site = load_site(tree, sources.facts, diagnostics);
  if (site) run_checks({tree, *site, sources.facts.today, sources.facts.threads}, diagnostics);
  const std::optional<FileId> file = tree.find(path);
  if (file && path.ends_with(".md")) {
    Diagnostics ignored;
    const std::string bytes = tree.read(*file);
    if (const std::optional<FrontMatter> header = read_front_matter(bytes, *file, ignored))
      static_cast<void>(
          read_markdown(std::string_view(bytes).substr(header->body.begin), *file, header->body.begin, diagnostics));
  }
  return messages_at_fields(diagnostics, tree, path);
}

/// A JSON object with one more value, which is JSON too.
std::string with_value(const std::string& json, std::string_view name, const std::string& value) {
  return json.substr(0, json.size() - 1) + "," + json_text(name) + ":" + value + "}";
}

std::string with_messages(const std::string& json, const std::vector<FieldMessage>& messages) {
  return with_value(json, "meldingen", messages_json(messages));
}

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
    wanted.refused = {changed_meanwhile, R"({"fout":"Iemand anders heeft dit bestand intussen veranderd.","velden":[)" +
                                             fields + "],\"nu\":" + entry_json(site, file) + "}"};
  } else {
    wanted.refused =
        refusal(cannot,
                "Dit kan niet geschreven worden zonder de rest van het bestand te veranderen. Verander het "
                "in het bestand zelf.");
  }
  return wanted;
}

EditAnswer conflict(const EditSite& site, const EntryFile& file) {
  return {changed_meanwhile,
          R"({"fout":"Iemand anders heeft dit bestand intussen veranderd.","nu":)" + entry_json(site, file) + "}"};
}

EditAnswer refused_change(const RefusedChange& refused) {
  return refusal(changed_meanwhile, refused.path + ": " + std::string(refused.why.nl) + " Er is niets veranderd.");
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
      return refusal(not_found, intake.why);
    case PlannedIntake::Fault::changed:
      return refusal(changed_meanwhile, intake.why);
    case PlannedIntake::Fault::cannot:
      return refusal(cannot, intake.why);
  }
  return make(site, intake.changes, intake.collection, intake.slug,
              "{\"aantal\":" + std::to_string(intake.taken_in) + "}");
}

EditAnswer EditDesk::State::take_back(const EditRequest& request, const EditSite& site) {
  if (made.empty() || std::to_string(made.back().number) != WishFields(request.body).text("nummer"))
    return refusal(changed_meanwhile,
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
                                 of_build ? *of_build : messages_of(site.sources, site.sources.tree, file->path)));
}

EditAnswer EditDesk::State::look(const EditRequest& request, const EditSite& site) {
  const std::optional<SaveWish> wish = read_save_wish(request.body);
  if (!wish) return bad_form();
  const std::optional<EntryFile> file = find_entry_file(site, wish->collection, wish->slug);
  if (!file) return unknown_entry();
  Wanted wanted = wanted_bytes(site, *file, *wish);
  if (!wanted.bytes) return wanted.refused;
  const FileTree tree = with_bytes(site.sources.tree, file->path, std::move(*wanted.bytes));
  return as_answer(with_messages("{\"gebouwd\":false}", messages_of(site.sources, tree, file->path)));
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
  const std::string json = with_messages(version, messages_of(site.sources, tree, file->path));
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
        changed_meanwhile,
        "Iemand anders heeft deze tabel intussen veranderd. Schrijf op wat u veranderde en open haar opnieuw.");
  const std::optional<std::string> wanted = with_rows(*bytes, wish->rows);
  if (!wanted) return refusal(cannot, "Een cel is één regel tekst, en elke rij heeft een cel per kolom.");
  const FileTree tree = with_bytes(site.sources.tree, wish->path, *wanted);
  const std::string json = with_messages("{\"versie\":" + json_text(hexadecimal(digest_of(*wanted))) + "}",
                                         messages_of(site.sources, tree, wish->path));
  return make(site, {{wish->path, *bytes, *wanted}}, wish->collection, wish->slug, json);
}

EditAnswer EditDesk::State::create(const EditRequest& request, const EditSite& site) {
  const WishFields wish(request.body);
  const NewEntry created = new_entry(site, wish.text("verzameling"), wish.text("titel"), wish.text("naam"));
  if (!created.why_not.empty()) return refusal(cannot, created.why_not);
  const std::string json = "{\"naam\":" + json_text(created.slug) + ",\"pad\":" + json_text(created.change.path) +
                           ",\"adres\":" + json_text(created.address) + "}";
  if (!wish.flag("uitvoeren")) return as_answer(json);
  return make(site, {created.change}, wish.text("verzameling"), "", json);
}

EditAnswer EditDesk::State::upload(const EditRequest& request, const EditSite& site) {
  const UploadedFile uploaded = uploaded_file(site, text_from(request, "naam"), request.body);
  if (!uploaded.why_not.empty()) return refusal(cannot, uploaded.why_not);
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
  if (route == routes.end()) return refusal(not_found, "Dit adres is er niet.");
  std::string why;
  const std::optional<EditSite> site = read_edit_site(reader, why);
  if (!site) return refusal(failed, "De site kan niet gelezen worden: " + why);
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
    return refusal(failed, std::string("Dit lukte niet: ") + failure.what());
  }
}

void EditDesk::note_build(const Diagnostics& diagnostics, const FileTree& sources) {
  const std::lock_guard lock(state_->mutex);
  state_->build_diagnostics = diagnostics;
  state_->build_sources = sources;
}

}  // namespace wegwijs
