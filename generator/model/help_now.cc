#include "model/help_now.h"

#include <algorithm>

#include "model/settings_rules.h"
#include "schema/key_check.h"
#include "source/web_address.h"
#include "text/ascii.h"
#include "text/phone_number.h"

namespace wegwijs {
namespace {

class HelpNowReader {
 public:
  HelpNowReader(const YamlNode& node, Diagnostics& diagnostics)
      : reader_(node, {"'hulp_nu'", "'hulp_nu'"}, diagnostics), diagnostics_(diagnostics) {}

  HelpNow read() {
    reader_.check_keys({"titel", "tekst", "soort", "opgeschreven_op", "nummers", "woorden"});
    help_.title = reader_.required_text("titel").value_or("");
    help_.text = reader_.text("tekst").value_or("");
    help_.kind = reader_.required_text("soort").value_or("");
    const std::string day = reader_.required_text("opgeschreven_op").value_or("");
    help_.noted = read_date(day);
    if (const YamlNode* node = reader_.find("opgeschreven_op")) help_.noted_where = node->where;
    if (!day.empty() && !help_.noted)
      report(*reader_.find("opgeschreven_op"), "opgeschreven_op",
             {"een dag, als 2026-08-31", "a day, such as 2026-08-31"});
    for (const YamlNode& element : reader_.elements("nummers")) read_number(element);
    if (help_.numbers.empty()) {
      diagnostics_.report(bad_setting, reader_.where(),
                          {"", "nummers", BilingualText{"ten minste een nummer", "at least one number"}});
    }
    for (const YamlNode& element : reader_.elements("woorden")) read_trigger(element);
    return std::move(help_);
  }

 private:
  void report(const YamlNode& node, std::string_view key, BilingualText expected) {
    diagnostics_.report(bad_setting, node.where, {node.text, std::string(key), expected});
  }

  void read_number(const YamlNode& node) {
    const MapReader reader(node, {"een nummer van 'hulp_nu'", "a number of 'hulp_nu'"}, diagnostics_);
    reader.check_keys({"naam", "tekst", "telefoon", "adres"});
    HelpNumber number{reader.required_text("naam").value_or(""), reader.text("tekst").value_or(""),
                      reader.text("telefoon").value_or(""), reader.text("adres").value_or("")};
    const bool can_be_called = is_help_number(number.phone) && phone_kind(number.phone) != PhoneKind::impossible;
    if (!number.phone.empty() && !can_be_called) {
      report(*reader.find("telefoon"), "telefoon",
             {"een telefoonnummer, als 0800-0113 of 112", "a telephone number, such as 0800-0113 or 112"});
    }
    if (!number.address.empty() && !is_web_address(number.address)) {
      report(*reader.find("adres"), "adres",
             {"een volledig webadres, als https://www.voorbeeld.nl/",
              "a complete web address, such as https://www.voorbeeld.nl/"});
    }
    help_.numbers.push_back(std::move(number));
  }

  /// Without a letter to look for, every question would show the numbers.
  void read_trigger(const YamlNode& node) {
    const auto is_of_word = [](char character) {
      return is_letter(character) || static_cast<unsigned char>(character) > 127;
    };
    const bool is_good = std::count_if(node.text.begin(), node.text.end(), is_of_word) >= least_letters &&
                         node.text.find_first_of(";\"<>") == std::string::npos;
    if (!is_good) {
      report(node, "woorden",
             {"een woord of een paar woorden, als 'dood wil/willen' of '*mishandel*'",
              "a word or a few words, such as 'dood wil/willen' or '*mishandel*'"});
      return;
    }
    help_.triggers.push_back(node.text);
  }

  static constexpr std::ptrdiff_t least_letters = 3;

  MapReader reader_;
  Diagnostics& diagnostics_;
  HelpNow help_;
};

}  // namespace

HelpNow read_help_now(const YamlNode& node, Diagnostics& diagnostics) {
  return HelpNowReader(node, diagnostics).read();
}

bool is_help_number(std::string_view text) {
  return text.find_first_not_of("0123456789 +-()") == std::string_view::npos &&
         std::count_if(text.begin(), text.end(), is_digit) >= 3;
}

}  // namespace wegwijs
