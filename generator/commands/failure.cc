#include "commands/failure.h"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <new>
#include <system_error>

#include "commands/usage_error.h"
#include "files/staging_folder.h"
#include "publish/publish_failure.h"
#include "text/printable.h"

namespace wegwijs {
namespace {

/// What the system says, in words that need no knowledge of systems. Empty when we have none better than its own.
BilingualText reason(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return {"daarvoor heeft u geen rechten", "you have no permission for this"};
    case EDQUOT:
    case ENOSPC:
      return {"de schijf is vol", "the disk is full"};
    case EROFS:
      return {"hier kan niet geschreven worden", "nothing can be written here"};
    case EIO:
      return {"de schijf geeft een fout", "the disk gives an error"};
    case ENOENT:
      return {"dit bestaat niet", "this does not exist"};
    case ENOTDIR:
      return {"dit is geen map", "this is not a folder"};
    case EISDIR:
      return {"dit is een map", "this is a folder"};
    case EFBIG:
      return {"het bestand wordt groter dan het systeem toestaat", "the file grows larger than the system allows"};
    case EMFILE:
    case ENFILE:
      return {"er zijn te veel bestanden tegelijk open", "too many files are open at the same time"};
    case ENAMETOOLONG:
      return {"deze naam is te lang", "this name is too long"};
    case ELOOP:
      return {"deze verwijzing komt bij zichzelf uit", "this link leads to itself"};
    case EADDRINUSE:
      return {"deze poort is al in gebruik; kies een andere met --port",
              "this port is in use already; choose another one with --port"};
    case ENOMEM:
      return {"er is te weinig geheugen", "there is too little memory"};
    default:
      return {};
  }
}

/// The path, which the exception begins with, and the reason in our words.
std::string system_words(const std::system_error& error, Language language) {
  std::string what = error.what();
  // The library says what it was doing, and then the path in brackets.
  if (const auto* const of_path = dynamic_cast<const std::filesystem::filesystem_error*>(&error))
    what = of_path->path1().string() + ": " + error.code().message();
  const std::string_view ours = reason(error.code().value()).in(language);
  const std::string theirs = ": " + error.code().message();
  if (ours.empty() || !what.ends_with(theirs)) return what;
  return what.substr(0, what.size() - theirs.size()) + ": " + std::string(ours);
}

std::string line(std::string_view words) {
  return fmt::format("wegwijs: {}\n", printable(words));
}

std::string target_refused(const TargetRefused& refused, bool english) {
  const std::string target = printable(refused.target().string());
  return english ? fmt::format(
                       "wegwijs: {} holds files that were not made by wegwijs; nothing was changed.\n"
                       "Choose another folder with --output-dir, or empty this one yourself.\n",
                       target)
                 : fmt::format(
                       "wegwijs: {} bevat bestanden die niet door wegwijs zijn gemaakt; er is niets veranderd.\n"
                       "Kies een andere map met --output-dir, of maak deze map zelf leeg.\n",
                       target);
}

std::string swap_refused(const SwapRefused& refused, bool english) {
  return english ? fmt::format(
                       "wegwijs: {}: the new site cannot take this place in one step, because it is a mount "
                       "point or a network disk; nothing was changed.\n"
                       "Choose a folder on an ordinary disk of this computer with --output-dir.\n",
                       printable(refused.target().string()))
                 : fmt::format(
                       "wegwijs: {}: de nieuwe site kan hier niet in één keer komen te staan, want dit is een "
                       "aankoppelpunt of een netwerkschijf; er is niets veranderd.\n"
                       "Kies met --output-dir een map op een gewone schijf van deze computer.\n",
                       printable(refused.target().string()));
}

}  // namespace

Failure failure_of_current_exception(Language language) {
  const bool english = language == Language::en;
  try {
    throw;
  } catch (const UsageError& error) {
    return {ExitCode::usage, line(error.in(language))};
  } catch (const PublishFailure& publishing) {
    return {ExitCode::environment, line(publishing.in(language))};
  } catch (const TargetRefused& refused) {
    return {ExitCode::environment, target_refused(refused, english)};
  } catch (const SwapRefused& refused) {
    return {ExitCode::environment, swap_refused(refused, english)};
  } catch (const std::system_error& error) {
    return {ExitCode::environment, line(system_words(error, language))};
  } catch (const OutputLost&) {
    return {ExitCode::environment,
            line(english ? "not all of the output could be written to where it was led with > or |"
                         : "niet alle uitvoer kon geschreven worden waar > of | hem heen leidt")};
  } catch (const std::bad_alloc&) {
    return {ExitCode::environment, line(english ? "there is too little memory; nothing was changed"
                                                : "er is te weinig geheugen; er is niets veranderd")};
  } catch (const std::exception& error) {
    return {ExitCode::internal, line(std::string(english ? "internal error: " : "interne fout: ") + error.what())};
  }
}

}  // namespace wegwijs
