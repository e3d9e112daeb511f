#pragma once

#include <map>
#include <string>
#include <string_view>

#include "commands/link_check.h"

namespace wegwijs {

/// What the last run found, for the next one; not a part of the portal, may be thrown away.
inline constexpr std::string_view link_memory_file_name = ".wegwijs-bronnencontrole.json";

/// What an earlier run wrote; what cannot be read any more is asked anew.
LinkResults read_link_memory(std::string_view json);
std::string link_memory(const LinkResults& results);

/// `bronnencontrole.yaml` after this run: addresses that are gone, with the day. What could not be checked now keeps
/// what was known of it; an address that the site no longer uses is left out.
std::string gone_addresses_file(const LinkResults& results,
                                const std::map<std::string, Date, std::less<>>& gone_before);

/// "bereikbaar", "verhuisd", "weg" or "niet te controleren", and why.
std::string_view link_state_in_words(LinkState state, Language language);
std::string link_reason(const LinkResult& result, Language language);

}  // namespace wegwijs
