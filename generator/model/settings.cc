#include "model/settings.h"

#include <algorithm>

#include "model/collection_settings.h"
#include "model/file_limits.h"
#include "model/publish_settings.h"
#include "model/search_words.h"
#include "model/setting_texts.h"
#include "model/setting_values.h"
#include "model/settings_rules.h"
#include "schema/key_check.h"
#include "source/site_address.h"
#include "source/yaml_tree.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/language_code.h"
#include "text/phone_number.h"
#include "text/time_zone_names.h"

namespace wegwijs {
namespace {

/// "NL91 ABNA 0417 1643 00" and "nl91abna0417164300" are the same.
std::string joined_in_lower_case(std::string_view text) {
  std::string result = lower_case(text);
  result.erase(std::remove(result.begin(), result.end(), ' '), result.end());
  return result;
}

class SettingsReader {
 public:
  SettingsReader(const YamlNode& node, Diagnostics& diagnostics)
      : node_(node), diagnostics_(diagnostics), values_(diagnostics) {}

  Settings read() {
    const MapReader top(node_, "site.yaml", diagnostics_);
    top.check_keys({"titel",   "ondertitel",     "taal",           "basisadres", "tijdzone",
                    "thema",   "meldadres",      "verzamelingen",  "lijsten",    "doorverwijzingen",
                    "menu",    "voetmenu",       "bestanden",      "ingangen",   "deuren",
                    "melding", "controleren_op", "niets_gevonden", "praat_met",  "hulp_nu",
                    "uit",     "diensten",       "beveiliging",    "publiceren", "gedeeld"});
    settings_.title = top.required_text("titel").value_or("");
    settings_.subtitle = top.text("ondertitel").value_or("");
    read_time_zone(top);
    settings_.notice = top.text("melding").value_or("");
    settings_.report_mail = top.text("meldadres").value_or("");
    if (!settings_.report_mail.empty() && !is_written_as_mail(settings_.report_mail)) {
      values_.report(*node_.find("meldadres"), "meldadres",
                     {"een mailadres, als meld@voorbeeld.nl", "a mail address, such as meld@example.org"});
    }
    if (const YamlNode* check_at = node_.find("controleren_op")) settings_.check_at = read_menu_item(*check_at);
    if (const YamlNode* help_now = node_.find("hulp_nu")) settings_.help_now = read_help_now(*help_now, diagnostics_);
    if (const YamlNode* security = node_.find("beveiliging")) read_security(*security);
    if (const YamlNode* publish = node_.find("publiceren")) read_publish_settings(*publish, diagnostics_);
    read_language(top);
    read_base_address(top);
    read_theme(top);
    if (node_.find("gedeeld") != nullptr) settings_.shared = SettingValues::setting(node_, "gedeeld");
    if (const YamlNode* collections = node_.find("verzamelingen")) {
      for (const YamlNode::Entry& entry : collections->entries)
        settings_.collections.push_back(read_collection_rule(entry, settings_.collections, diagnostics_));
    }
    read_files_folder();
    for (const YamlNode& element : top.elements("lijsten"))
      settings_.listings.push_back(read_listing_rule(element, "", diagnostics_));
    if (const YamlNode* redirects = node_.find("doorverwijzingen")) read_redirects(*redirects);
    settings_.menu = read_menu(top, "menu");
    settings_.footer_menu = read_menu(top, "voetmenu");
    settings_.no_results = read_menu(top, "niets_gevonden");
    settings_.talk_to = read_menu(top, "praat_met");
    for (const YamlNode& element : top.elements("uit")) settings_.switched_off.push_back({element.text, element.where});
    for (const YamlNode& element : top.elements("diensten")) settings_.services.push_back(read_service(element));
    for (const YamlNode& element : top.elements("ingangen")) settings_.ways_in.push_back(read_way_in(element));
    for (const YamlNode& element : top.elements("deuren")) settings_.doors.push_back(read_way_in(element));
    return std::move(settings_);
  }

 private:
  void read_language(const MapReader& top) {
    const std::string word = top.text("taal").value_or("nl");
    if (word != "nl" && word != "en") {
      const std::string meant = meant_language_code(word);
      values_.report(*top.find("taal"), "taal", {"nl of en", "nl or en"}, meant == "nl" || meant == "en" ? meant : "");
    }
    settings_.language = word == "en" ? Language::en : Language::nl;
  }

  void read_security(const YamlNode& node) {
    const MapReader reader(node, {"het adres voor de beveiliging", "the security contact"}, diagnostics_);
    reader.check_keys({"contact", "geldig_tot"});
    const std::string contact = reader.required_text("contact").value_or("");
    const std::string day = reader.required_text("geldig_tot").value_or("");
    const std::optional<Date> until = read_date(day);
    const std::string_view mail =
        std::string_view(contact).starts_with("mailto:") ? std::string_view(contact).substr(7) : "";
    const bool is_mail = is_written_as_mail(mail);
    const bool is_page = contact.starts_with("https://") && !redirect_target_fault(contact);
    if (!contact.empty() && !is_mail && !is_page) {
      values_.report(*node.find("contact"), "contact",
                     {"mailto: met een mailadres, of een adres dat met https:// begint",
                      "mailto: with a mail address, or an address that begins with https://"},
                     is_written_as_mail(contact) ? "mailto:" + contact : "");
    }
    if (!day.empty() && !until)
      values_.report(*node.find("geldig_tot"), "geldig_tot", {"een dag, als 2027-06-30", "a day, such as 2027-06-30"});
    if ((is_mail || is_page) && until)
      settings_.security = {values_.setting(node, "contact"), *until, node.find("geldig_tot")->where};
  }

  void read_base_address(const MapReader& top) {
    settings_.base_address = top.text("basisadres").value_or("http://localhost/");
    const YamlNode* node = top.find("basisadres");
    if (node != nullptr && !values_.is_good(*node, "basisadres", base_address_fault(settings_.base_address)))
      settings_.base_address = "http://localhost/";
    if (!settings_.base_address.ends_with('/')) settings_.base_address += '/';
    settings_.written_base_address = settings_.base_address;
  }

  void read_time_zone(const MapReader& top) {
    const std::optional<std::string> name = top.text("tijdzone");
    if (!name) return;
    if (is_time_zone(*name)) {
      settings_.time_zone = *name;
      return;
    }
    const std::vector<std::string> zones = time_zones();
    std::vector<std::string_view> known(zones.begin(), zones.end());
    // The city may be right and the part of the world wrong.
    const std::string city = "/" + name->substr(name->rfind('/') + 1);
    const auto of_city = std::find_if(known.begin(), known.end(), [&](std::string_view zone) {
      return lower_case(zone).ends_with(lower_case(city));
    });
    const YamlNode& node = *top.find("tijdzone");
    diagnostics_.report(
        bad_setting, node.where,
        {node.text, "tijdzone", {"een tijdzone, als Europe/Amsterdam", "a time zone, such as Europe/Amsterdam"}},
        of_city != known.end() ? std::string(*of_city) : nearest_word(*name, known).value_or(""));
  }

  void read_theme(const MapReader& top) {
    const YamlNode* written = top.find("thema");
    settings_.theme = {top.text("thema").value_or("wegwijs"),
                       written == nullptr ? SourceSpan{node_.where.file, 0, 0} : written->where};
    const std::string& name = settings_.theme.text;
    const bool plain = name.find_first_of("/\\") == std::string::npos && !name.starts_with('.');
    if (!plain)
      values_.report(*written, "thema", {"de naam van een map in 'themes'", "the name of a folder in 'themes'"});
  }

  /// After the collections: their folders are not to be published as they are.
  void read_files_folder() {
    settings_.names_files_folder = node_.find("bestanden") != nullptr;
    if (!settings_.names_files_folder) {
      if (!is_folder_of_collection(std::string(default_files_folder), settings_.collections))
        settings_.files_folder = {std::string(default_files_folder), node_.where};
      return;
    }
    settings_.files_folder = values_.folder(node_, "bestanden");
    if (!is_folder_of_collection(settings_.files_folder.text, settings_.collections)) return;
    values_.report(*node_.find("bestanden"), "bestanden",
                   {"een map die niet ook van een verzameling is, zoals content/bestanden",
                    "a folder that is not a collection's too, such as content/bestanden"});
    settings_.files_folder.text.clear();
  }

  void read_redirects(const YamlNode& node) {
    if (node.kind != YamlNode::Kind::map && node.kind != YamlNode::Kind::null)
      values_.report(node, "doorverwijzingen", {"regels '/oud/: /nieuw/'", "lines '/old/: /new/'"});
    for (const YamlNode::Entry& entry : node.entries) {
      const std::optional<AddressFault> left = old_address_fault(entry.key);
      if (left) {
        diagnostics_.report(bad_setting, entry.key_where, {entry.key, "doorverwijzingen", left->expected}, left->meant);
      }
      const bool right = values_.is_good(entry.value, entry.key, redirect_target_fault(entry.value.text));
      if (left || !right) continue;
      settings_.redirects.emplace_back(SettingText{entry.key, entry.key_where},
                                       SettingText{entry.value.text, entry.value.where});
    }
  }

  WayIn read_way_in(const YamlNode& node) {
    const MapReader reader(node, {"een ingang", "an entrance"}, diagnostics_);
    reader.check_keys({"titel", "links"});
    return {reader.required_text("titel").value_or(""), read_menu(reader, "links")};
  }

  Service read_service(const YamlNode& node) {
    const MapReader reader(node, {"een dienst", "a service"}, diagnostics_);
    reader.check_keys({"naam", "telefoon", "whatsapp", "sms", "mail", "rekening"});
    Service service;
    service.name = reader.required_text("naam").value_or("");
    for (const std::string_view key : {"telefoon", "whatsapp", "sms"}) {
      for (SettingText& number : texts_at(node, key)) {
        if (is_written_as_number(number.text))
          service.numbers.push_back(std::move(number));
        else
          diagnostics_.report(bad_setting, number.where,
                              {number.text,
                               std::string(key),
                               {"een telefoonnummer, als 0800 1234", "a telephone number, such as 0800 1234"}});
      }
    }
    for (SettingText& mail : texts_at(node, "mail")) {
      if (is_written_as_mail(mail.text))
        service.addresses.push_back(std::move(mail));
      else
        diagnostics_.report(
            bad_setting, mail.where,
            {mail.text, "mail", {"een mailadres, als info@voorbeeld.nl", "a mail address, such as info@example.org"}});
    }
    for (SettingText& account : texts_at(node, "rekening")) service.addresses.push_back(std::move(account));
    return service;
  }

  /// One text or a list of them.
  static std::vector<SettingText> texts_at(const YamlNode& node, std::string_view key) {
    const YamlNode* value = node.find(key);
    if (value == nullptr) return {};
    std::vector<SettingText> texts;
    const bool is_list = value->kind == YamlNode::Kind::sequence;
    for (const YamlNode& element : is_list ? std::span(value->elements) : std::span(value, 1))
      texts.push_back({element.text, element.where});
    return texts;
  }

  static bool is_written_as_number(std::string_view text) {
    return text.find_first_not_of("0123456789 +-()") == std::string_view::npos &&
           std::any_of(text.begin(), text.end(), is_digit);
  }

  static bool is_written_as_mail(std::string_view text) {
    return text.find('@') != std::string_view::npos && text.find_first_of(" <>\"?&/:") == std::string_view::npos;
  }

  std::vector<MenuItem> read_menu(const MapReader& top, std::string_view key) {
    std::vector<MenuItem> items;
    for (const YamlNode& element : top.elements(key)) items.push_back(read_menu_item(element));
    return items;
  }

  MenuItem read_menu_item(const YamlNode& node) {
    const MapReader reader(node, {"een menuregel", "a menu item"}, diagnostics_);
    reader.check_keys({"tekst", "adres"});
    const std::string address = reader.required_text("adres").value_or("");
    if (!address.empty()) values_.is_good(*node.find("adres"), "adres", link_target_fault(address));
    std::vector<LanguagePart> parts = language_parts(reader.required_text("tekst").value_or(""));
    std::string text = words_of(parts);
    if (text.find("]{lang=") != std::string::npos) {
      values_.report(*node.find("tekst"), "tekst",
                     {"een taal als in [English]{lang=en}, met de code van een taal",
                      "a language as in [English]{lang=en}, with the code of a language"});
    }
    return {std::move(text), values_.setting(node, "adres"), std::move(parts)};
  }

  const YamlNode& node_;
  Diagnostics& diagnostics_;
  SettingValues values_;
  Settings settings_;
};

}  // namespace

std::string_view ListingRule::field() const {
  return braced_name(address.text);
}

std::string_view ComparisonRule::field() const {
  constexpr std::string_view group = "{groep}";
  const std::string_view text = address.text;
  const std::size_t found = text.find(group);
  const std::string_view before = braced_name(text.substr(0, found));
  if (!before.empty() || found == std::string_view::npos) return before;
  return braced_name(text.substr(found + group.size()));
}

std::vector<std::string> Settings::folders() const {
  std::vector<std::string> folders;
  for (const CollectionRule& rule : collections) folders.push_back(rule.folder.text);
  if (!files_folder.text.empty()) folders.push_back(files_folder.text);
  folders.emplace_back(search_words_folder);
  return folders;
}

bool Settings::is_service_number(std::string_view number) const {
  const std::string wanted = dialled_number(number);
  return std::any_of(services.begin(), services.end(), [&](const Service& service) {
    return std::any_of(service.numbers.begin(), service.numbers.end(),
                       [&](const SettingText& one) { return dialled_number(one.text) == wanted; });
  });
}

bool Settings::is_service_address(std::string_view address) const {
  const std::string wanted = joined_in_lower_case(address);
  return std::any_of(services.begin(), services.end(), [&](const Service& service) {
    return std::any_of(service.addresses.begin(), service.addresses.end(),
                       [&](const SettingText& one) { return joined_in_lower_case(one.text) == wanted; });
  });
}

std::optional<Settings> read_settings(const FileTree& sources, Diagnostics& diagnostics) {
  const std::optional<FileId> file = sources.find(settings_file_name);
  if (!file) {
    diagnostics.report(settings_missing, {}, {std::string(settings_file_name)});
    return std::nullopt;
  }
  if (!may_be_read(sources, *file)) {
    check_file_limits(sources, diagnostics);
    return std::nullopt;
  }
  const std::string bytes = sources.read(*file);
  const std::optional<YamlNode> node = read_yaml(bytes, *file, 0, diagnostics);
  if (!node) return std::nullopt;
  check_setting_texts(*node, diagnostics);
  return SettingsReader(*node, diagnostics).read();
}

}  // namespace wegwijs
