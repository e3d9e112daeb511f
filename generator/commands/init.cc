#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "commands/commands.h"
#include "commands/installed_files.h"
#include "commands/usage_error.h"
#include "deliver/register.h"
#include "files/disk.h"
#include "files/replace_file.h"
#include "publish/child_process.h"
#include "schema/read_schema.h"
#include "text/ascii.h"
#include "text/counted.h"
#include "text/printable.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

using Files = std::map<std::string, std::string>;  // path below the portal → text

constexpr std::size_t longest_short_name = 20;

std::string replaced(std::string text, std::string_view mark, std::string_view words) {
  for (std::size_t place = text.find(mark); place != std::string::npos; place = text.find(mark, place + words.size()))
    text.replace(place, mark.size(), words);
  return text;
}

/// The lines of `text` that are for everybody, and those that begin with "@nl " or "@en " and are for this language,
/// without that mark.
std::string in_language(std::string_view text, std::string_view language) {
  constexpr std::size_t mark_size = 4;
  std::string result;
  while (!text.empty()) {
    std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    text.remove_prefix(line.size());
    const bool is_marked = line.starts_with("@nl ") || line.starts_with("@en ");
    if (is_marked && line.substr(1, 2) != language) continue;
    if (is_marked) line.remove_prefix(mark_size);
    result += line;
  }
  return result;
}

/// As a value in YAML.
std::string yaml_value(std::string_view words) {
  std::string result = "\"";
  for (const char character : printable(words)) {
    if (character == '"' || character == '\\') result += '\\';
    result += character;
  }
  return result + '"';
}

/// At most `longest_short_name` characters, whole words where that is possible.
std::string shortened(const std::string& name) {
  std::string result;
  std::size_t characters = 0;
  std::size_t last_word = 0;
  for (const char character : name) {
    const bool begins_character = (static_cast<unsigned char>(character) & 0xC0U) != 0x80U;
    if (begins_character && ++characters > longest_short_name)
      return last_word > 0 ? result.substr(0, last_word) : result;
    if (character == ' ') last_word = result.size();
    result += character;
  }
  return result;
}

class NewPortal {
 public:
  explicit NewPortal(const CommandLine& command_line)
      : command_line_(command_line),
        english_(command_line.language == Language::en),
        name_(command_line.portal_name.empty() ? "Wegwijs" : command_line.portal_name) {}

  ExitCode make() {
    const std::filesystem::path& folder = command_line_.new_portal;
    const bool is_taken = std::filesystem::exists(folder) &&
                          (!std::filesystem::is_directory(folder) || !std::filesystem::is_empty(folder));
    if (is_taken) {
      throw UsageError(
          {folder.string() + " bestaat al en is niet leeg; kies een andere map. Er is niets veranderd.",
           folder.string() + " exists already and is not empty; choose another folder. Nothing was changed."});
    }
    if (command_line_.register_file.empty() != command_line_.municipalities.empty()) {
      throw UsageError(
          {"--from en --gemeente horen bij elkaar: 'init nieuw --from vestigingen.csv --gemeente Utrecht'.",
           "--from and --gemeente belong together: 'init new --from sites.csv --gemeente Utrecht'."});
    }
    // All is known before the first file is written.
    Files files = common_files();
    schema_ = schema_of(files.at("schoolprofiles/_schema.yaml"));
    const std::size_t schools = add_schools(files);
    for (const auto& [path, text] : files) {
      std::filesystem::create_directories((folder / path).parent_path());
      replace_file(folder / path, text);
    }
    say_what_is_next(schools);
    return ExitCode::good;
  }

 private:
  /// The schema that the new portal begins with.
  static Schema schema_of(const std::string& text) {
    Diagnostics mistakes;
    const std::optional<YamlNode> node = read_yaml(text, no_file, 0, mistakes);
    std::optional<Schema> schema = node ? read_schema(*node, mistakes) : std::nullopt;
    if (!schema) throw std::logic_error("the schema of a new portal cannot be read");
    return std::move(*schema);
  }

  std::string_view in(BilingualText text) const { return text.in(command_line_.language); }
  std::string start(const std::string& path) const {
    return in_language(read_file(supplied_start() / path), english_ ? "en" : "nl");
  }

  /// The folder of the documents that pages and profiles rest on.
  std::string documents() const { return english_ ? "content/documents/" : "content/bronnen/"; }

  Files common_files() const {
    Files files;
    const std::filesystem::path texts = supplied_start() / (english_ ? "en" : "nl");
    std::string name = yaml_value(name_);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(texts)) {
      if (entry.is_regular_file())
        files[entry.path().lexically_relative(texts).string()] = replaced(read_file(entry.path()), "\"@NAAM@\"", name);
    }
    const bool primary = command_line_.is_primary;
    std::string schema =
        replaced(start("schema/scholen.yaml"), "@KEUZES@\n", start(primary ? "schema/po.yaml" : "schema/vo.yaml"));
    schema = replaced(std::move(schema), "@NIVEAUS_NL@", primary ? "Groepen" : "Niveaus");
    files["schoolprofiles/_schema.yaml"] = replaced(std::move(schema), "@NIVEAUS_EN@", primary ? "Years" : "Levels");
    files[english_ ? "content/pages/_schema.yaml" : "content/paginas/_schema.yaml"] = start("schema/paginas.yaml");
    files[documents() + "_schema.yaml"] = start("schema/bronnen.yaml");
    files[".gitignore"] = "public/\npublic-klad/\n.wegwijs-*\n";
    return files;
  }

  /// Those of the register, or one invented school; how many of the register.
  std::size_t add_schools(Files& files) const {
    if (command_line_.register_file.empty()) {
      const std::string_view primary = english_ ? "primary" : "basisschool";
      files[english_ ? "schoolprofiles/example-school.yaml" : "schoolprofiles/voorbeeldschool.yaml"] =
          replaced(start("schema/voorbeeld.yaml"), "@SOORT@", command_line_.is_primary ? primary : "vo");
      return 0;
    }
    Label refusal;
    const std::vector<RegisterSchool> schools =
        schools_in_register(read_file(command_line_.register_file), command_line_.municipalities, refusal);
    if (!refusal.empty()) throw UsageError(Argument(refusal.nl, refusal.en));
    files[documents() + "duo-vestigingen.yaml"] =
        english_
            ? "titel: Sites of schools\nuitgever: DUO\n# The day of the file, as 2026-10-01.\npeildatum: onbekend\n"
            : "titel: Vestigingen van scholen\nuitgever: DUO\n# De dag van het bestand, als 2026-10-01.\npeildatum: "
              "onbekend\n";
    std::set<std::string> names;
    std::set<std::string> short_names;
    for (const RegisterSchool& school : schools) {
      // Sites of one school may bear one name, and what differs in capitals or signs only is one name to a reader: the
      // number of the site then tells them apart.
      std::string name = school.name;
      if (!names.insert(slug_for(name)).second) name += " (" + school.code + ")";
      std::string short_name = shortened(name);
      if (!short_names.insert(slug_for(short_name)).second) short_name = school.code;
      std::string path = "schoolprofiles/" + slug_for(school.name) + ".yaml";
      if (files.contains(path)) path = "schoolprofiles/" + slug_for(school.name + " " + school.code) + ".yaml";
      files[path] = profile(school, name, short_name);
    }
    return schools.size();
  }

  std::string profile(const RegisterSchool& school, const std::string& name, const std::string& short_name) const {
    std::string text = fmt::format("naam: {}\nkorte_naam: {}\n", yaml_value(name), yaml_value(short_name));
    constexpr std::size_t size_of_brin = 4;
    if (school.code.size() == size_of_brin + 2) {
      text += fmt::format("brin: {}\nvestiging: {}\n", yaml_value(school.code.substr(0, size_of_brin)),
                          yaml_value(school.code.substr(size_of_brin)));
    }
    text += kind_of(school);
    for (const auto& [role, value] : school.facts) {
      if (const std::optional<FieldIndex> field = schema_.find(role))
        text += schema_.fields[*field].id + ": " + yaml_value(value) + "\n";
    }
    return text + "identiteit_bron: [duo-vestigingen]\n";
  }

  /// The kind that is called as the register calls the structure of the school, else the first and most usual one.
  std::string kind_of(const RegisterSchool& school) const {
    const std::optional<FieldIndex> field = schema_.find("soort");
    if (!field || schema_.fields[*field].options.empty()) return "";
    const std::vector<Option>& kinds = schema_.fields[*field].options;
    const auto same = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const Option& kind) { return kind.id == lower_case(school.structure); });
    return "soort: [" + (same == kinds.end() ? kinds.front() : *same).id + "]\n";
  }

  void say_what_is_next(std::size_t schools) const {
    const std::string folder = command_line_.new_portal.string();
    // As it can be typed.
    const std::string typed =
        folder.find_first_of(" '\"$&()*;<>?[\\]`|~") == std::string::npos ? folder : shell_quoted(folder);
    if (schools > 0) {
      std::cout << fmt::format(
          fmt::runtime(in({"{} is gemaakt, met {} uit het register.\n", "{} was made, with {} of the register.\n"})),
          folder, counted(schools, in({"school", "school"}), in({"scholen", "schools"})));
    } else {
      std::cout << fmt::format(fmt::runtime(in({"{} is gemaakt, met een verzonnen voorbeeldschool.\n",
                                                "{} was made, with an invented example school.\n"})),
                               folder);
    }
    std::cout << fmt::format(
        fmt::runtime(in({"Nu verder:\n"
                         "  cd {}\n"
                         "  wegwijs serve                  bekijk de site op http://localhost:1313/\n"
                         "  site.yaml                      zet daar het adres en de titel van de site goed\n"
                         "  content/paginas/               schrijf wat de site is en voor wie\n"
                         "  schoolprofiles/_schema.yaml    kies wat een school kan vertellen\n"
                         "  wegwijs new school de-brug     maak een profiel voor een school\n"
                         "  wegwijs publish MAP            zet de site neer{}\n",
                         "What to do next:\n"
                         "  cd {}\n"
                         "  wegwijs serve                  see the site at http://localhost:1313/\n"
                         "  site.yaml                      set the address and the title of the site there\n"
                         "  content/pages/                 write what the site is and for whom\n"
                         "  schoolprofiles/_schema.yaml    choose what a school can tell\n"
                         "  wegwijs new school the-bridge  make a profile for a school\n"
                         "  wegwijs publish FOLDER         put the site in place{}\n"})),
        typed,
        schools > 0 ? in({"; kijk eerst bij elke school 'soort' na", "; first look at 'soort' of each school"})
                    : in({"; haal eerst de voorbeeldschool weg", "; first remove the example school"}));
  }

  const CommandLine& command_line_;
  bool english_;
  Schema schema_;
  std::string name_;
};

}  // namespace

ExitCode begin_portal(const CommandLine& command_line) {
  return NewPortal(command_line).make();
}

}  // namespace wegwijs
