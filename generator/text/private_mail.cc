#include "text/private_mail.h"

#include <algorithm>
#include <array>
#include <vector>

namespace wegwijs {
namespace {

/// Providers whose addresses belong to persons, whatever follows the name: hotmail.com, hotmail.nl, yahoo.co.uk.
constexpr std::array<std::string_view, 11> private_mail_names{
    "gmail", "googlemail", "hotmail", "live", "outlook", "yahoo", "gmx", "icloud", "protonmail", "ymail", "msn"};
constexpr std::array<std::string_view, 42> private_mail_domains{"12move.nl",        "aol.com",
                                                                "caiway.net",       "caiway.nl",
                                                                "casema.nl",        "chello.nl",
                                                                "concepts.nl",      "dds.nl",
                                                                "euronet.nl",       "fastmail.com",
                                                                "freeler.nl",       "hccnet.nl",
                                                                "hetnet.nl",        "hey.com",
                                                                "home.nl",          "kabelfoon.net",
                                                                "kabelfoon.nl",     "kpnmail.nl",
                                                                "kpnplanet.nl",     "mac.com",
                                                                "mail.com",         "me.com",
                                                                "onsbrabantnet.nl", "orange.nl",
                                                                "planet.nl",        "pm.me",
                                                                "proton.me",        "quicknet.nl",
                                                                "rocketmail.com",   "solcon.nl",
                                                                "t-mobilethuis.nl", "tele2.nl",
                                                                "telfort.nl",       "telfortglasvezel.nl",
                                                                "tutanota.com",     "upcmail.nl",
                                                                "versatel.nl",      "wanadoo.nl",
                                                                "xs4all.nl",        "zeelandnet.nl",
                                                                "ziggo.nl",         "zonnet.nl"};

}  // namespace

bool is_private_mail_domain(std::string_view domain) {
  for (const std::string_view known : private_mail_domains) {
    if (domain == known || (domain.ends_with(known) && domain[domain.size() - known.size() - 1] == '.')) return true;
  }
  std::vector<std::string_view> labels;
  while (!domain.empty()) {
    const std::size_t point = std::min(domain.find('.'), domain.size());
    labels.push_back(domain.substr(0, point));
    domain.remove_prefix(std::min(point + 1, domain.size()));
  }
  if (labels.size() < 2) return false;
  std::size_t name = labels.size() - 2;
  const bool is_second_level = name > 0 && (labels[name] == "co" || labels[name] == "com" || labels[name] == "org");
  if (is_second_level) --name;
  return std::find(private_mail_names.begin(), private_mail_names.end(), labels[name]) != private_mail_names.end();
}

}  // namespace wegwijs
