#include "pages/status_data.h"

#include <array>

#include "pages/field_data.h"
#include "views/claims.h"

namespace wegwijs {
namespace {

/// What a template can ask of a status, to choose its own words for it.
constexpr std::array<std::pair<std::string_view, Meaning>, 6> meaning_flags{{{"is_yes", Meaning::yes},
                                                                             {"is_partly", Meaning::partly},
                                                                             {"is_no", Meaning::no},
                                                                             {"is_planned", Meaning::planned},
                                                                             {"is_unknown", Meaning::unknown},
                                                                             {"is_mentioned", Meaning::mentioned}}};

}  // namespace

void add_status_data(const PageContext& context, std::uint16_t collection, DataArena& arena,
                     std::vector<Member>& members) {
  const Language language = context.site.settings.language;
  const Schema& schema = context.site.collections[collection].schema;
  std::vector<Data> statuses;
  for (const ClaimStatus& one : schema.claims.statuses) {
    const std::string_view look = look_of(one.means);
    const std::string_view help = one.help.in(language);
    std::vector<Member> status{{"id"_name, Data::text(one.id)},
                               {"status"_name, Data::text(look)},
                               {"other_look"_name, look == one.id ? Data() : Data::text(look)},
                               {"status_label"_name, Data::text(one.label.in(language))},
                               {"help"_name, help.empty() ? Data() : Data::text(help)}};
    for (const auto& [name, meaning] : meaning_flags)
      status.push_back({Name(name), Data::boolean(one.means == meaning)});
    statuses.push_back(arena.map(status));
  }
  members.push_back({"statuses"_name, arena.list(statuses)});
}

void add_status_shape(DataShape& shape) {
  DataShape status = texts_shape({"id", "status", "other_look", "status_label", "help"});
  for (const auto& [name, meaning] : meaning_flags) status.set(std::string(name), DataShape::boolean());
  shape.set("statuses", DataShape::list(std::move(status)));
}

}  // namespace wegwijs
