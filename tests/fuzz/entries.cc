#include "fuzz/entries.h"

#include <array>

namespace wegwijs {

std::span<const FuzzEntry> fuzz_entries() {
  static constexpr std::array<FuzzEntry, 8> entries{{{"yaml", read_any_yaml},
                                                     {"front_matter", read_any_front_matter},
                                                     {"markdown", read_any_markdown},
                                                     {"template", render_any_template},
                                                     {"settings", read_any_settings},
                                                     {"record", read_any_record},
                                                     {"csv", read_any_csv},
                                                     {"picture", read_any_picture}}};
  return entries;
}

}  // namespace wegwijs
