#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace wegwijs {

/// Where the examples of the rules stand: `<id>.txt`, each a whole small site (site_under_test.h) and its report.
inline const std::filesystem::path message_folder = std::filesystem::path(WEGWIJS_SOURCE) / "tests" / "messages";

/// The site of an example without its last section, "-- verwacht --".
std::string site_part(std::string_view example);

/// `text` with every "⟦a ×3⟧" as "aaa", every "⟦a№ ×3⟧" as "a0a1a2" and every "⟦byte E9⟧" as that byte, so that long
/// and unreadable texts can be read in the example.
std::string filled_in(std::string_view text);

/// Compares `text` with what stands in the file at `path`; with UPDATE_EXPECTED=1 in the environment it is written
/// instead, for a person to read the difference.
void check_expected(const std::filesystem::path& path, const std::string& text);

}  // namespace wegwijs
