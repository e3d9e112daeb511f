#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <system_error>

#include "commands/commands.h"
#include "commands/loaded_site.h"
#include "commands/usage_error.h"
#include "edit/entry_address.h"
#include "schema/new_entry.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

bool is_called(const Collection& collection, const std::string& kind) {
  const Label& one = collection.schema.label_one;
  return collection.rule->name == kind || slug_for(one.nl) == kind || (!one.en.empty() && slug_for(one.en) == kind);
}

std::string kinds_in_words(const Site& site, Language language) {
  std::string words;
  for (const Collection& collection : site.collections)
    words += (words.empty() ? "" : ", ") + slug_for(collection.schema.label_one.in(language));
  return words;
}

UsageError unknown_kind(const std::string& kind, const Site& site) {
  std::vector<std::string> names;
  for (const Collection& collection : site.collections) {
    names.push_back(slug_for(collection.schema.label_one.nl));
    names.push_back(slug_for(collection.schema.label_one.en));
    names.push_back(collection.rule->name);
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::optional<std::string> near = nearest_word(kind, known);
  if (near) {
    return UsageError({"'" + kind + "' is geen soort; bedoelde u '" + *near + "'?",
                       "'" + kind + "' is not a kind; did you mean '" + *near + "'?"});
  }
  return UsageError({"'" + kind + "' is geen soort; kies uit: " + kinds_in_words(site, Language::nl),
                     "'" + kind + "' is not a kind; choose from: " + kinds_in_words(site, Language::en)});
}

/// "de-brug" → "De brug".
std::string title_from(std::string id) {
  std::replace(id.begin(), id.end(), '-', ' ');
  if (!id.empty()) id[0] = to_upper(id[0]);
  return id;
}

/// Never replaces a file: somebody's work may be in it.
void write_new_file(const std::filesystem::path& path, const std::string& text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor < 0) {
    if (errno == EEXIST) {
      throw UsageError({path.string() + " bestaat al; er is niets veranderd",
                        path.string() + " exists already; nothing was changed"});
    }
    throw std::system_error(errno, std::generic_category(), path.string());
  }
  for (std::size_t written = 0; written < text.size();) {
    const ssize_t count = ::write(descriptor, text.data() + written, text.size() - written);
    if (count < 0 && errno != EINTR) {
      const int error = errno;
      ::close(descriptor);
      throw std::system_error(error, std::generic_category(), path.string());
    }
    if (count > 0) written += static_cast<std::size_t>(count);
  }
  ::close(descriptor);
}

}  // namespace

ExitCode create_entry(const CommandLine& command_line) {
  Diagnostics diagnostics;
  const std::optional<LoadedSite> loaded = load_site_on_disk(command_line, diagnostics);
  if (!loaded) return ExitCode::content;
  const Site& site = loaded->site;
  const auto found = std::find_if(site.collections.begin(), site.collections.end(), [&](const Collection& collection) {
    return is_called(collection, command_line.new_kind);
  });
  if (found == site.collections.end()) throw unknown_kind(command_line.new_kind, site);
  if (!is_slug(command_line.new_id)) {
    const std::string instead = slug_for(command_line.new_id);
    throw UsageError({"'" + command_line.new_id + "' kan geen adres worden; gebruik bijvoorbeeld '" +
                          (instead.empty() ? "de-brug" : instead) + "'",
                      "'" + command_line.new_id + "' cannot become an address; use for example '" +
                          (instead.empty() ? "de-brug" : instead) + "'"});
  }
  const bool markdown = is_written_as_markdown(*found);
  const std::filesystem::path path =
      command_line.root / found->rule->folder.text / (command_line.new_id + (markdown ? ".md" : ".yaml"));
  write_new_file(path, new_entry_text(found->schema, markdown, title_from(command_line.new_id), command_line.language));
  std::cout << (command_line.language == Language::en
                    ? "Made: " + path.string() +
                          "\nIt is a draft ('klad: ja'); 'wegwijs check --drafts' says what it still needs.\n"
                    : "Gemaakt: " + path.string() +
                          "\nHet is een klad ('klad: ja'); 'wegwijs check --drafts' zegt wat er nog in moet.\n");
  return ExitCode::good;
}

}  // namespace wegwijs
