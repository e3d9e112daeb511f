#include "commands/told_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "text/printable.h"

namespace wegwijs {
namespace {

/// Some of the paths: "a, b, c and 12 more".
std::string some_of(const std::vector<std::string>& paths, Language language) {
  constexpr std::size_t most = 5;
  std::string words;
  for (const std::string& path : std::span(paths).first(std::min(most, paths.size())))
    words += (words.empty() ? "" : ", ") + printable(path);
  if (paths.size() <= most) return words;
  const std::size_t rest = paths.size() - most;
  return words + (language == Language::en ? fmt::format(" and {} more", rest) : fmt::format(" en nog {}", rest));
}

}  // namespace

std::string finished_changes_line(const FinishedChanges& finished, Language language) {
  const bool english = language == Language::en;
  if (!finished.unreadable.empty()) {
    const std::string kept = printable(finished.unreadable.string());
    return english
               ? fmt::format(
                     "A change was broken off, and cannot be read any more. 'git status' says which files are half "
                     "changed; what is left of it is in {}.\n",
                     kept)
               : fmt::format(
                     "Een wijziging is afgebroken en niet meer te lezen. Met 'git status' ziet u welke bestanden half "
                     "veranderd zijn; wat ervan over is, staat in {}.\n",
                     kept);
  }
  const std::string paths = some_of(finished.paths, language);
  if (finished.changed_since.empty()) {
    return english ? fmt::format("A change that was broken off is now finished: {}.\n", paths)
                   : fmt::format("Een wijziging die was afgebroken, is nu afgemaakt: {}.\n", paths);
  }
  const std::string newer = some_of(finished.changed_since, language);
  return english
             ? fmt::format(
                   "A change that was broken off is taken back, because somebody changed {} since: look at that. "
                   "The whole change was: {}.\n",
                   newer, paths)
             : fmt::format(
                   "Een wijziging die was afgebroken, is teruggedraaid, want intussen is {} veranderd: kijk dat na. "
                   "De hele wijziging was: {}.\n",
                   newer, paths);
}

std::string broken_changes_line(const std::vector<std::string>& paths, Language language) {
  const std::string files = paths.empty() ? "" : ": " + some_of(paths, language);
  return language == Language::en
             ? fmt::format(
                   "A change of several files was broken off{}. Some of them may be as they were and others as they "
                   "should become; 'wegwijs build' makes that whole. Nothing was changed now.\n",
                   files)
             : fmt::format(
                   "Een wijziging van meer bestanden is afgebroken{}. Misschien zijn ze maar voor een deel veranderd; "
                   "'wegwijs build' maakt dat heel. Er is nu niets veranderd.\n",
                   files);
}

std::string refused_change_line(const RefusedChange& refused, Language language) {
  const std::string path = printable(refused.path);
  return language == Language::en ? fmt::format("{}: {} Nothing was changed.\n", path, refused.why.en)
                                  : fmt::format("{}: {} Er is niets veranderd.\n", path, refused.why.nl);
}

}  // namespace wegwijs
