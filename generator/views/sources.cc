#include "views/sources.h"

#include "model/references.h"
#include "source/web_address.h"

namespace wegwijs {
namespace {

SourceDescription stated(const Site& site, const Source& source) {
  SourceDescription description;
  description.title = source.title;
  description.address = source.address;
  description.licence = source.licence;
  const std::optional<std::uint16_t> documents = document_collection(site);
  if (!source.is_document || !source.document.is_resolved() || !documents) return description;

  const EntryNumber number{*documents, source.document.entry};
  const Entry& document = site.entry(number);
  const Schema& schema = site.schema(number);
  description.document = document.slug;
  description.title = title_of(document, schema);
  description.address = text_of(document, schema, Role::web_address);
  description.publisher = text_of(document, schema, Role::publisher);
  description.note = text_of(document, schema, Role::caution);
  description.licence = text_of(document, schema, Role::licence);
  const std::optional<FieldIndex> as_of = schema.find(Role::as_of);
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
