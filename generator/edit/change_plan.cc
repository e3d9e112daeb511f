#include "edit/change_plan.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

std::size_t count_of_files(const ChangePlan& plan) {
  std::vector<std::string> paths;
  for (const Mention& mention : plan.mentions) paths.push_back(mention.path);
  std::sort(paths.begin(), paths.end());
  return static_cast<std::size_t>(std::unique(paths.begin(), paths.end()) - paths.begin());
}

std::string counted(std::size_t count, const char* one, const char* more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

std::string first_sentence(const ChangePlan& plan, bool is_done) {
  const bool is_rename = !plan.new_path.empty();
  const std::string what = is_rename ? plan.old_path + " → " + plan.new_path : plan.old_path;
  if (is_done) return (is_rename ? "Hernoemd: " : "Verwijderd: ") + what + "\n";
  return (is_rename ? "Hernoemen: " : "Verwijderen: ") + what + "\n";
}

/// The sources with every change of the plan made.
FileTree changed_tree(const FileTree& tree, const std::vector<FileChange>& changes) {
  std::vector<SourceFile> files;
  for (const SourceFile& file : tree.files()) {
    const auto change =
        std::find_if(changes.begin(), changes.end(), [&](const FileChange& one) { return one.path == file.path; });
    if (change == changes.end()) {
      files.push_back(file);
    } else if (change->after) {
      files.push_back({file.path, file.shown_path, change->after->size(), {}, change->after});
    }
  }
  for (const FileChange& change : changes) {
    if (!change.before && change.after)
      files.push_back({change.path, change.path, change.after->size(), {}, change.after});
  }
  return FileTree(std::move(files), KeepBytes::yes);
}

std::vector<std::string> mistakes_of(const FileTree& tree, const BuildFacts& facts) {
  Diagnostics diagnostics;
  static_cast<void>(load_site(tree, facts, diagnostics));
  std::vector<std::string> mistakes;
  for (const Diagnostic& diagnostic : diagnostics.in_source_order()) {
    if (diagnostic.severity == Severity::error) mistakes.push_back(message_of(diagnostic, Language::nl));
  }
  return mistakes;
}

}  // namespace

std::string plan_as_text(const ChangePlan& plan, bool is_done) {
  std::string text = first_sentence(plan, is_done);
  if (!plan.old_address.empty() && plan.old_address != plan.new_address) {
    text += plan.new_address.empty() ? "Het adres " + plan.old_address + " vervalt.\n"
                                     : "Het oude adres " + plan.old_address + " leidt naar " + plan.new_address + ".\n";
  }
  const std::size_t files = count_of_files(plan);
  if (plan.mentions.empty()) {
    text += "Niets verwijst ernaar.\n";
  } else {
    text += counted(plan.mentions.size(), "verwijzing verandert", "verwijzingen veranderen") + " mee, in " +
            counted(files, "bestand", "bestanden") + ":\n";
  }
  for (const Mention& mention : plan.mentions) text += "  " + mention.path + ": " + mention.where + "\n";
  for (const std::string& note : plan.notes) text += note + "\n";
  for (const std::string& obstacle : plan.obstacles) text += "Kan niet: " + obstacle + "\n";
  return text;
}

std::string plan_json(const ChangePlan& plan, bool is_done) {
  Json json{{"kan", plan.is_possible()},
            {"gedaan", is_done},
            {"van", plan.old_path},
            {"naar", plan.new_path},
            {"oud_adres", plan.old_address},
            {"nieuw_adres", plan.new_address},
            {"bestanden", count_of_files(plan)},
            {"verwijzingen", Json::array()},
            {"bezwaren", plan.obstacles},
            {"opmerkingen", plan.notes}};
  for (const Mention& mention : plan.mentions)
    json["verwijzingen"].push_back({{"pad", mention.path}, {"titel", mention.title}, {"waar", mention.where}});
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void refuse_new_mistakes(const EditSite& site, ChangePlan& plan) {
  if (!plan.is_possible()) return;
  std::vector<std::string> before = mistakes_of(site.sources.tree, site.sources.facts);
  std::vector<std::string> after = mistakes_of(changed_tree(site.sources.tree, plan.changes), site.sources.facts);
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  std::vector<std::string> added;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(added));
  for (const std::string& mistake : added) plan.obstacles.push_back("daarna klopt de site niet meer: " + mistake);
}

}  // namespace wegwijs
