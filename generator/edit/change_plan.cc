#include "edit/change_plan.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/counted.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

std::size_t count_of_files(const ChangePlan& plan) {
  std::vector<std::string> paths;
  for (const Mention& mention : plan.mentions) paths.push_back(mention.path);
  std::sort(paths.begin(), paths.end());
  return static_cast<std::size_t>(std::unique(paths.begin(), paths.end()) - paths.begin());
}

std::string first_sentence(const ChangePlan& plan, bool is_done, Language language) {
  const bool is_rename = !plan.new_path.empty();
  const std::string what = is_rename ? plan.old_path + " → " + plan.new_path : plan.old_path;
  const BilingualText act =
      is_rename ? (is_done ? BilingualText{"Hernoemd", "Renamed"} : BilingualText{"Hernoemen", "Rename"})
      : is_done ? BilingualText{"Verwijderd", "Removed"}
                : BilingualText{"Verwijderen", "Remove"};
  return std::string(act.in(language)) + ": " + what + "\n";
}

std::string sentence_on_address(const ChangePlan& plan, bool english) {
  if (plan.old_address.empty() || plan.old_address == plan.new_address) return "";
  if (plan.new_address.empty())
    return english ? "The address " + plan.old_address + " is gone.\n"
                   : "Het adres " + plan.old_address + " vervalt.\n";
  return english ? "The old address " + plan.old_address + " leads to " + plan.new_address + ".\n"
                 : "Het oude adres " + plan.old_address + " leidt naar " + plan.new_address + ".\n";
}

std::string sentence_on_mentions(const ChangePlan& plan, bool english) {
  const std::size_t mentions = plan.mentions.size();
  const std::size_t files = count_of_files(plan);
  if (mentions == 0) return english ? "Nothing refers to it.\n" : "Niets verwijst ernaar.\n";
  return english ? counted(mentions, "reference changes", "references change") + " with it, in " +
                       counted(files, "file", "files") + ":\n"
                 : counted(mentions, "verwijzing verandert", "verwijzingen veranderen") + " mee, in " +
                       counted(files, "bestand", "bestanden") + ":\n";
}

std::vector<std::string> in_dutch(const std::vector<Label>& sentences) {
  std::vector<std::string> dutch;
  for (const Label& sentence : sentences) dutch.push_back(sentence.nl);
  return dutch;
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

/// In both languages; in the order of the site.
std::vector<Label> mistakes_of(const FileTree& tree, const BuildFacts& facts) {
  Diagnostics diagnostics;
  static_cast<void>(load_site(tree, facts, diagnostics));
  std::vector<Label> mistakes;
  for (const Diagnostic& diagnostic : diagnostics.in_source_order()) {
    if (diagnostic.severity == Severity::error)
      mistakes.push_back({message_of(diagnostic, Language::nl), message_of(diagnostic, Language::en)});
  }
  return mistakes;
}

}  // namespace

std::string plan_as_text(const ChangePlan& plan, bool is_done, Language language) {
  const bool english = language == Language::en;
  std::string text = first_sentence(plan, is_done, language) + sentence_on_address(plan, english) +
                     sentence_on_mentions(plan, english);
  for (const Mention& mention : plan.mentions)
    text += "  " + mention.path + ": " + std::string(mention.where.in(language)) + "\n";
  for (const Label& note : plan.notes) text += std::string(note.in(language)) + "\n";
  for (const Label& obstacle : plan.obstacles)
    text += std::string(english ? "Cannot be done: " : "Kan niet: ") + std::string(obstacle.in(language)) + "\n";
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
            {"bezwaren", in_dutch(plan.obstacles)},
            {"opmerkingen", in_dutch(plan.notes)}};
  for (const Mention& mention : plan.mentions)
    json["verwijzingen"].push_back({{"pad", mention.path}, {"titel", mention.title}, {"waar", mention.where.nl}});
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void refuse_new_mistakes(const EditSite& site, ChangePlan& plan) {
  if (!plan.is_possible()) return;
  std::vector<Label> before = mistakes_of(site.sources.tree, site.sources.facts);
  std::vector<Label> after = mistakes_of(changed_tree(site.sources.tree, plan.changes), site.sources.facts);
  const auto by_words = [](const Label& left, const Label& right) { return left.nl < right.nl; };
  std::sort(before.begin(), before.end(), by_words);
  std::sort(after.begin(), after.end(), by_words);
  std::vector<Label> added;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(added), by_words);
  for (const Label& mistake : added)
    plan.obstacles.push_back({"daarna klopt de site niet meer: " + mistake.nl,
                              "the site would be wrong afterwards: " + std::string(mistake.in(Language::en))});
}

Label cannot_change(const std::string& path) {
  return {path + " kan niet veranderen zonder de rest van het bestand te veranderen.",
          path + " cannot change without changing the rest of the file."};
}

Label cannot_be_read(const std::string& path) {
  return {path + " kan niet gelezen worden. Verbeter eerst de fout daarin.",
          path + " cannot be read. Mend the mistake in it first."};
}

}  // namespace wegwijs
