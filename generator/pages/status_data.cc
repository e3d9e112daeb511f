#include "pages/status_data.h"

#include "pages/told.h"
#include "views/claims.h"

namespace wegwijs {
namespace {

/// What a template can ask of a status, to choose its own words for it.
template <Meaning meaning>
Data means(Teller& /*one*/, const ClaimStatus& status) {
  return Data::boolean(status.means == meaning);
}

Data other_look(Teller& /*one*/, const ClaimStatus& status) {
  const std::string_view look = look_of(status.means);
  return look == status.id ? Data() : Data::text(look);
}

constexpr Told<Teller, ClaimStatus> status_members[] = {
    {"id", as_text, [](Teller& /*one*/, const ClaimStatus& status) { return Data::text(status.id); }},
    {"status", as_text, [](Teller& /*one*/, const ClaimStatus& status) { return Data::text(look_of(status.means)); }},
    {"other_look", as_text, other_look},
    {"status_label", as_text, [](Teller& one, const ClaimStatus& status) { return one.words(status.label); }},
    {"help", as_text, [](Teller& one, const ClaimStatus& status) { return one.words(status.help); }},
    {"is_yes", as_yes_no, means<Meaning::yes>},
    {"is_partly", as_yes_no, means<Meaning::partly>},
    {"is_no", as_yes_no, means<Meaning::no>},
    {"is_planned", as_yes_no, means<Meaning::planned>},
    {"is_unknown", as_yes_no, means<Meaning::unknown>},
    {"is_mentioned", as_yes_no, means<Meaning::mentioned>},
};

constexpr Told<Teller, Schema> status_page_members[] = {
    {"statuses", as_list<status_members>,
     [](Teller& one, const Schema& schema) { return tell_each(status_members, one, schema.claims.statuses); }},
};

}  // namespace

void add_status_data(const PageContext& context, std::uint16_t collection, DataArena& arena,
                     std::vector<Member>& members) {
  Teller teller(context, arena);
  add_told(status_page_members, members, teller, context.site.collections[collection].schema);
}

void add_status_shape(const ShapeScope& scope, DataShape& shape) {
  add_shape_of(status_page_members, scope, shape);
}

}  // namespace wegwijs
