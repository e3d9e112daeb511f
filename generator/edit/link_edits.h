#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijs {

/// The links of a Markdown text with other addresses: `replaced` gets each address as written and gives the new one, or
/// nothing. Counts how many changed. Fenced code stays as it is.
std::string with_links(std::string_view text,
                       const std::function<std::optional<std::string>(std::string_view)>& replaced, std::size_t& count);

}  // namespace wegwijs
