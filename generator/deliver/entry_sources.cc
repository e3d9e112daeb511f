#include "deliver/entry_sources.h"

#include <algorithm>

#include "deliver/claim_nodes.h"
#include "deliver/write_changes.h"
#include "source/yaml_edits.h"

namespace wegwijs {
namespace {

bool names_source(const ReviewItem& item, const std::string& source) {
  if (!item.is_ticked || !item.change->wanted) return false;
  const std::vector<YamlNode>& claims = item.change->wanted->elements;
  return std::any_of(claims.begin(), claims.end(), [&](const YamlNode& claim) {
    const YamlNode* name = claim.find("bron");
    return name != nullptr && name->text == source;
  });
}

}  // namespace

EntrySources::EntrySources(const Schema& schema, const YamlNode& values) : schema_(schema), values_(values) {
  const std::optional<FieldIndex> index = schema.find(Role::sources);
  field_ = index ? &schema.fields[*index] : nullptr;
}

const YamlNode* EntrySources::in_file() const {
  return field_ == nullptr ? nullptr : value_of_field(values_, *field_);
}

YamlNode EntrySources::now() const {
  if (changed_) return *changed_;
  const YamlNode* known = in_file();
  return known == nullptr || known->kind != YamlNode::Kind::map ? yaml_map() : *known;
}

std::optional<YamlNode> EntrySources::named_by(const Answer& answer, const GivenSource& of_form,
                                               YamlNode& sources) const {
  GivenSource source = answer.source.is_named() ? answer.source : of_form;
  if (!source.is_named()) return std::nullopt;
  if (!answer.source.page.empty()) source.page = answer.source.page;
  const bool is_its_own = answer.source.is_named() || !answer.source.page.empty();
  if (field_ == nullptr || is_its_own) return source_node(source);
  return yaml_text(source_id(sources, source));
}

void EntrySources::put_into(YamlNode& values, const YamlNode& sources) const {
  if (field_ != nullptr && !sources.entries.empty()) set_field(values, schema_, *field_, sources);
}

std::optional<FieldChange> EntrySources::used_by(const std::vector<ReviewItem>& items) const {
  if (field_ == nullptr || !changed_) return std::nullopt;
  const YamlNode* before = in_file();
  const YamlNode known = before == nullptr ? yaml_map() : *before;
  YamlNode used = known;
  for (const YamlNode::Entry& source : changed_->entries) {
    const bool is_used =
        std::any_of(items.begin(), items.end(), [&](const ReviewItem& item) { return names_source(item, source.key); });
    if (is_used && used.find(source.key) == nullptr) used.entries.push_back(source);
  }
  if (used.entries.size() == known.entries.size()) return std::nullopt;
  return FieldChange{field_->id, before == nullptr ? std::nullopt : std::optional(*before), std::move(used)};
}

}  // namespace wegwijs
