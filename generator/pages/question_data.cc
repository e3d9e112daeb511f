#include "pages/question_data.h"

#include "pages/comparison_row_data.h"
#include "pages/told.h"
#include "schema/field_types.h"

namespace wegwijs {
namespace {

/// What can be asked in one group of the schema.
struct QuestionGroup {
  const Group* group;
  std::vector<Data> rows;
};

/// Tells what can be asked of the entries of a collection.
struct QuestionTeller : Teller {
  QuestionTeller(const PageContext& page_context, std::uint16_t collection, DataArena& data_arena)
      : Teller(page_context, data_arena), schema(site.collections[collection].schema) {}

  /// The groups in which anything can be asked.
  std::vector<QuestionGroup> groups() {
    std::vector<QuestionGroup> all;
    for (const Group& group : schema.groups) all.push_back({&group, {}});
    for (const Field& field : schema.fields) {
      if (is_claim(field) && field.group && field.compare)
        all[*field.group].rows.push_back(support_names(*this, field));
    }
    std::erase_if(all, [](const QuestionGroup& questions) { return questions.rows.empty(); });
    return all;
  }

  const Schema& schema;
};

constexpr Told<QuestionTeller, QuestionGroup> question_group_members[] = {
    {"id", as_text,
     [](QuestionTeller& /*one*/, const QuestionGroup& questions) { return Data::text(questions.group->id); }},
    {"label", as_text,
     [](QuestionTeller& one, const QuestionGroup& questions) { return one.words(questions.group->label); }},
    {"plain", as_text,
     [](QuestionTeller& one, const QuestionGroup& questions) { return one.label_of(*questions.group); }},
    {"count", as_text,
     [](QuestionTeller& one, const QuestionGroup& questions) { return one.count(questions.rows.size()); }},
    {"rows", as_list_of<support_names_shape>,
     [](QuestionTeller& one, const QuestionGroup& questions) { return one.arena.list(questions.rows); }},
};

constexpr Told<QuestionTeller> question_page_members[] = {
    {"question_groups", as_list<question_group_members>,
     [](QuestionTeller& one) { return tell_each(question_group_members, one, one.groups()); }},
};

}  // namespace

void add_question_data(const PageContext& context, std::uint16_t collection, DataArena& arena,
                       std::vector<Member>& members) {
  QuestionTeller teller(context, collection, arena);
  add_told(question_page_members, members, teller);
}

void add_question_shape(const ShapeScope& scope, DataShape& shape) {
  add_shape_of(question_page_members, scope, shape);
}

}  // namespace wegwijs
