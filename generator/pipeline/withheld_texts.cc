#include "pipeline/withheld_texts.h"

#include "pipeline/html_addresses.h"
#include "source/web_address.h"

namespace wegwijs {
namespace {

/// Reads the Markdown of the fields of `record`, those in rows included.
void read_long_texts(const Record& record, std::span<const Field> fields, PageNotes& notes) {
  for (const FieldValue& value : record.values()) {
    const Field& field = fields[value.field];
    if (const auto* rows = std::get_if<Rows>(&value.value)) {
      for (const Record& row : rows->rows) read_long_texts(row, field.fields, notes);
    } else if (const auto* text = std::get_if<WrittenText>(&value.value);
               text != nullptr && field.type == FieldType::long_text) {
      notes.long_text(*text);
    }
  }
}

}  // namespace

PageFindings read_withheld_texts(const PageContext& context) {
  PageFindings findings;
  BlockLinks links;
  for (const Collection& collection : context.site.collections) {
    for (const Entry& entry : collection.withheld) {
      PageNotes notes;
      notes.links = context.links;
      read_long_texts(entry.record, collection.schema.fields, notes);
      if (entry.body.end > entry.body.begin) {
        const std::string bytes = context.sources.read(entry.file);
        const std::string_view text = std::string_view(bytes).substr(entry.body.begin);
        const MarkdownText body =
            read_markdown(text, entry.file, entry.body.begin, notes.diagnostics, nullptr, context.links);
        notes.addresses.insert(notes.addresses.end(), body.addresses.begin(), body.addresses.end());
      }
      const std::string page = address_of(collection, entry);
      for (const AddressUse& use : notes.addresses) {
        if (is_external_address(use.address) || use.address.starts_with('#')) continue;
        links.note(resolved_address(page.empty() ? "/" : page, canonical_address(use.address)), use.where, true,
                   use.address);
      }
      findings.diagnostics.append(std::move(notes.diagnostics));
    }
  }
  links.finish();
  if (!links.is_empty()) findings.links.push_back(std::move(links));
  return findings;
}

}  // namespace wegwijs
