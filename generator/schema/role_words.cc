#include "schema/role_words.h"

#include <array>

namespace wegwijs {
namespace {

constexpr std::array<Words<Role>, 42> all_role_words{{{"id", Role::id},
                                                      {"title", Role::title},
                                                      {"summary", Role::summary},
                                                      {"date", Role::date},
                                                      {"until", Role::until},
                                                      {"updated", Role::updated},
                                                      {"draft", Role::draft},
                                                      {"publish_from", Role::publish_from},
                                                      {"publish_until", Role::publish_until},
                                                      {"old_addresses", Role::old_addresses},
                                                      {"address", Role::address},
                                                      {"page_template", Role::page_template},
                                                      {"language", Role::language},
                                                      {"order", Role::order},
                                                      {"sources", Role::sources},
                                                      {"default_source", Role::default_source},
                                                      {"default_as_of", Role::default_as_of},
                                                      {"from_time", Role::from_time},
                                                      {"until_time", Role::until_time},
                                                      {"place", Role::place},
                                                      {"shown_at", Role::shown_at},
                                                      {"read_on", Role::read_on},
                                                      {"short_name", Role::short_name},
                                                      {"abbreviation", Role::abbreviation},
                                                      {"former_names", Role::former_names},
                                                      {"also_known_as", Role::also_known_as},
                                                      {"changes", Role::changes},
                                                      {"example", Role::example},
                                                      {"street_address", Role::street_address},
                                                      {"postcode", Role::postcode},
                                                      {"town", Role::town},
                                                      {"phone", Role::phone},
                                                      {"denomination", Role::denomination},
                                                      {"structure", Role::structure},
                                                      {"register_code", Role::register_code},
                                                      {"register_site", Role::register_site},
                                                      {"publisher", Role::publisher},
                                                      {"caution", Role::caution},
                                                      {"web_address", Role::web_address},
                                                      {"licence", Role::licence},
                                                      {"as_of", Role::as_of},
                                                      {"source_set", Role::source_set}}};

constexpr std::array not_for_readers{
    Role::id,           Role::draft,         Role::publish_from, Role::publish_until, Role::old_addresses,
    Role::address,      Role::page_template, Role::order,        Role::sources,       Role::default_source,
    Role::default_as_of};

constexpr std::array facts{Role::none,    Role::language,    Role::place,        Role::street_address, Role::postcode,
                           Role::town,    Role::phone,       Role::denomination, Role::structure,      Role::publisher,
                           Role::caution, Role::web_address, Role::licence,      Role::as_of};

}  // namespace

std::span<const Words<Role>> role_words() {
  return all_role_words;
}

std::optional<Role> role_named(std::string_view word) {
  const auto* found =
      std::find_if(all_role_words.begin(), all_role_words.end(), [&](const auto& one) { return one.first == word; });
  return found == all_role_words.end() ? std::nullopt : std::optional(found->second);
}

bool is_for_readers(Role role) {
  return std::find(not_for_readers.begin(), not_for_readers.end(), role) == not_for_readers.end();
}

bool is_fact(Role role) {
  return std::find(facts.begin(), facts.end(), role) != facts.end();
}

}  // namespace wegwijs
