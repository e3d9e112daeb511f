#include "views/sources.h"

#include "model/references.h"
#include "source/web_address.h"

namespace wegwijs {
namespace {

std::string_view text_field(const Entry& entry, const Schema& schema, std::string_view id) {
  const std::optional<FieldIndex> field = schema.find(id);
  const WrittenText* written = field ? entry.record.get<WrittenText>(*field) : nullptr;
  return written == nullptr ? std::string_view() : std::string_view(written->text);
}

SourceDescription stated(const Site& site, const Source& source) {
  SourceDescription description;
  description.title = source.title;
  description.address = source.address;
  description.licence = source.licence;
  const std::optional<std::uint16_t> documents = site.find_collection(document_collection);
  if (!source.is_document || !source.document.is_resolved() || !documents) return description;

  const EntryNumber number{*documents, source.document.entry};
  const Entry& document = site.entry(number);
  const Schema& schema = site.schema(number);
  description.document = document.slug;
  description.title = title_of(document, schema);
  description.address = text_field(document, schema, "url");
  description.publisher = text_field(document, schema, "uitgever");
  description.note = text_field(document, schema, "let_op");
  description.licence = text_field(document, schema, "licentie");
  const std::optional<FieldIndex> as_of = schema.find("peildatum");
  const AsOf* known = as_of ? document.record.get<AsOf>(*as_of) : nullptr;
  if (known != nullptr) description.as_of = *known;
  return description;
}

}  // namespace

SourceDescription describe(const Site& site, const Source& source) {
  SourceDescription description = stated(site, source);
  if (site.gone_addresses.empty()) return description;
  // As the pages link to it: that is the form in which addresses are checked.
  const auto gone = site.gone_addresses.find(percent_encoded_address(description.address));
  if (gone != site.gone_addresses.end()) description.gone_on = gone->second;
  return description;
}

}  // namespace wegwijs
