#include "products/schema_files.h"

#include "products/open_data_schema.h"
#include "schema/json_schema.h"

namespace wegwijs {
namespace {

std::string source_schema_file(const Collection& collection) {
  return "schema/" + collection.rule->name + ".json";
}

std::string data_schema_file(const Collection& collection) {
  return "schema/data/" + collection.rule->name + ".json";
}

/// A table is not a file of keys and values that an editor could complete.
bool has_source_schema(const Collection& collection) {
  return !collection.rule->is_table;
}

bool has_open_data(const Collection& collection) {
  return !collection.rule->open_data.text.empty();
}

}  // namespace

void plan_schema_files(const ProductContext& context, std::vector<Product>& products) {
  const Settings& settings = context.site.settings;
  for (const Collection& collection : context.site.collections) {
    if (has_source_schema(collection)) {
      const std::string file = source_schema_file(collection);
      products.push_back({"/" + file, {}, [&collection, &settings, file] {
                            return json_schema_of(collection.schema, settings.language, settings.base_address + file);
                          }});
    }
    if (!has_open_data(collection)) continue;
    const std::string file = data_schema_file(collection);
    products.push_back({"/" + file, collection.rule->open_data.where, [&context, &collection, file] {
                          return open_data_schema(context.site, collection, context.site.settings.base_address + file);
                        }});
  }
}

}  // namespace wegwijs
