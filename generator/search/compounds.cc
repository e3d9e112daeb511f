#include "search/compounds.h"

#include <array>
#include <optional>

namespace wegwijs {
namespace {

constexpr std::size_t shortest_part = 4;
constexpr std::array<std::string_view, 4> joints{"", "s", "en", "e"};

std::optional<std::uint32_t> number_of(std::string_view word, const Vocabulary& vocabulary) {
  const auto found = vocabulary.find(word);
  return found == vocabulary.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> first_part(std::string_view head, const Vocabulary& vocabulary) {
  for (const std::string_view joint : joints) {
    if (!head.ends_with(joint) || head.size() < shortest_part + joint.size()) continue;
    const auto found = number_of(head.substr(0, head.size() - joint.size()), vocabulary);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::uint32_t> compound_parts(std::string_view word, const Vocabulary& vocabulary) {
  for (std::size_t split = shortest_part; split + shortest_part <= word.size(); ++split) {
    const auto tail = number_of(word.substr(split), vocabulary);
    if (!tail) continue;
    const auto head = first_part(word.substr(0, split), vocabulary);
    if (head) return {*head, *tail};
  }
  return {};
}

}  // namespace wegwijs
