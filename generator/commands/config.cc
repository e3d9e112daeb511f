#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <thread>

#include "commands/commands.h"
#include "commands/config.h"
#include "commands/site_on_disk.h"
#include "files/disk.h"
#include "model/publish_settings.h"
#include "model/settings.h"
#include "source/yaml_tree.h"

namespace wegwijs {
namespace {

class Believed {
 public:
  Believed(const CommandLine& command_line, const YamlNode& written, Diagnostics& diagnostics)
      : command_line_(command_line), written_(written) {
    if (const YamlNode* publish = written.find("publiceren")) publish_ = read_publish_settings(*publish, diagnostics);
  }

  std::string text(const SiteOnDisk& site) {
    const std::filesystem::path root = std::filesystem::absolute(command_line_.root).lexically_normal();
    const Settings& settings = *site.settings;
    line({"map van het portaal", "folder of the portal"}, root.string(), "");
    line({"titel", "title"}, settings.title, source("titel"));
    line({"thema", "theme"}, std::filesystem::absolute(site.watched_folders.front()).lexically_normal().string(),
         command_line_.theme ? "--theme" : source("thema"));
    const std::string_view folder = command_line_.drafts ? "public-klad" : "public";
    line({"de site komt in", "the site goes into"}, command_line_.output_folder.value_or(root / folder).string(),
         command_line_.output_folder ? "--output-dir" : in({"standaard", "default"}));
    line({"adres van de site", "address of the site"}, site.facts.base_address.value_or(settings.base_address),
         command_line_.base_address ? "--base-url" : source("basisadres"));
    line({"taal van de site", "language of the site"}, settings.language == Language::en ? "en" : "nl", source("taal"));
    line({"tijdzone", "time zone"}, settings.time_zone, source("tijdzone"));
    line({"vandaag", "today"}, iso_date(site.facts.today),
         command_line_.clock ? "--clock" : in({"de klok van de computer", "the clock of the computer"}));
    line({"draden tegelijk", "threads"}, std::to_string(site.facts.threads),
         command_line_.threads > 0 ? "--jobs" : in({"zoveel als de computer heeft", "as many as the computer has"}));
    line({"ook kladden", "drafts too"},
         in(command_line_.drafts ? BilingualText{"ja", "yes"} : BilingualText{"nee", "no"}),
         command_line_.drafts ? "--drafts" : in({"standaard", "default"}));
    line({"publiceren naar", "publish to"}, publish_.to.empty() ? in({"(niets)", "(nothing)"}) : publish_.to,
         source("publiceren"));
    line({"versies die blijven", "releases that stay"}, std::to_string(publish_.keep), of_publish("bewaren"));
    line({"wachttijd in minuten", "grace period in minutes"}, std::to_string(publish_.minutes),
         of_publish("wachttijd"));
    return std::move(text_);
  }

 private:
  std::string in(BilingualText text) const { return std::string(text.in(command_line_.language)); }
  std::string source(std::string_view key) const {
    return written_.find(key) != nullptr ? std::string(settings_file_name) : in({"standaard", "default"});
  }
  std::string of_publish(std::string_view key) const {
    const YamlNode* const publish = written_.find("publiceren");
    return publish != nullptr && publish->find(key) != nullptr ? std::string(settings_file_name)
                                                               : in({"standaard", "default"});
  }
  void line(BilingualText what, const std::string& value, const std::string& from) {
    text_ +=
        fmt::format("{:<22} {}{}\n", what.in(command_line_.language), value, from.empty() ? "" : "  (" + from + ")");
  }

  const CommandLine& command_line_;
  const YamlNode& written_;
  PublishSettings publish_;
  std::string text_;
};

}  // namespace

std::optional<std::string> believed(const CommandLine& command_line) {
  Diagnostics diagnostics;
  const SiteOnDisk site = read_site_on_disk(command_line, diagnostics);
  if (!site.settings) {
    print_diagnostics(diagnostics, site.sources, command_line.form, command_line.language);
    return std::nullopt;
  }
  // Which keys there are: the settings themselves do not say what is a default.
  const FileId file = site.sources.find(settings_file_name).value();
  Diagnostics told_already;
  const YamlNode written = read_yaml(site.sources.read(file), file, 0, told_already).value();
  return Believed(command_line, written, told_already).text(site);
}

ExitCode show_config(const CommandLine& command_line) {
  const std::optional<std::string> text = believed(command_line);
  if (!text) return ExitCode::content;
  std::cout << *text;
  return ExitCode::good;
}

}  // namespace wegwijs
