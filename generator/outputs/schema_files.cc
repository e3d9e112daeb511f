#include "outputs/schema_files.h"

#include "outputs/open_data_schema.h"
#include "schema/json_schema.h"

namespace wegwijs {
namespace {

std::string source_schema_file(const Collection& collection) {
  return "schema/" + collection.rule->name + ".json";
}

std::string data_schema_file(const Collection& collection) {
  return "schema/data/" + collection.rule->name + ".json";
}

/// A table is no file of keys and values that an editor could complete.
bool has_source_schema(const Collection& collection) {
  return !collection.rule->is_table;
}

bool has_open_data(const Collection& collection) {
  return !collection.rule->open_data.text.empty();
}

}  // namespace

void schema_file_addresses(const OutputContext& context, std::vector<std::string>& addresses) {
  for (const Collection& collection : context.site.collections) {
    if (has_source_schema(collection)) addresses.push_back("/" + source_schema_file(collection));
    if (has_open_data(collection)) addresses.push_back("/" + data_schema_file(collection));
  }
}

void write_schema_files(const OutputContext& context, PageFindings& /*findings*/, Sink& sink) {
  const Settings& settings = context.site.settings;
  for (const Collection& collection : context.site.collections) {
    const std::string file = source_schema_file(collection);
    if (has_source_schema(collection))
      sink.write(file, json_schema_of(collection.schema, settings.language, settings.base_address + file));
    if (!has_open_data(collection)) continue;
    const std::string data_file = data_schema_file(collection);
    sink.write(data_file, open_data_schema(context.site, collection, settings.base_address + data_file));
  }
}

}  // namespace wegwijs
