#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "templates/template.h"

namespace wegwijs {
namespace {

using Json = nlohmann::json;

/// The folder of the specification; empty when it does not stand beside the project.
std::filesystem::path specification_folder() {
  const char* from_environment = std::getenv("WEGWIJS_SHARED");
#ifdef WEGWIJS_SHARED
  const std::filesystem::path shared = from_environment != nullptr ? from_environment : WEGWIJS_SHARED;
#else
  const std::filesystem::path shared = from_environment != nullptr ? from_environment : "";
#endif
  return shared.empty() || !std::filesystem::exists(shared / "mustache-spec") ? "" : shared / "mustache-spec";
}

Data data_of(const Json& json, DataArena& arena) {
  if (json.is_null()) return {};
  if (json.is_boolean()) return Data::boolean(json.get<bool>());
  if (json.is_string()) return arena.text(json.get<std::string>());
  if (json.is_number()) return arena.text(json.dump());
  if (json.is_array()) {
    std::vector<Data> elements;
    for (const Json& element : json) elements.push_back(data_of(element, arena));
    return arena.list(elements);
  }
  std::vector<Member> members;
  for (const auto& [name, value] : json.items()) members.push_back({Name(name), data_of(value, arena)});
  return arena.map(members);
}

std::string rendered(const Json& test) {
  std::vector<TemplateSource> sources{{"", no_file, test.at("template").get<std::string>()}};
  if (test.contains("partials")) {
    for (const auto& [name, text] : test.at("partials").items()) {
      sources.push_back({name, no_file, text.get<std::string>()});
    }
  }
  Diagnostics diagnostics;
  const std::optional<TemplateSet> templates = load_plain(sources, diagnostics);
  if (!templates) return "(not loaded)";
  DataArena arena;
  std::string output;
  templates->render("", data_of(test.at("data"), arena), output);
  return output;
}

TEST_CASE("every test of the Mustache specification passes, with inheritance and dynamic names", "[templates]") {
  const std::filesystem::path folder = specification_folder();
  if (folder.empty()) {
    std::cout << "overgeslagen: de Mustache-specificatie; zet WEGWIJS_SHARED op de map waarin mustache-spec/ staat\n";
    return;
  }
  const auto [module, number_of_tests] = GENERATE(table<std::string, std::size_t>({{"comments", 12},
                                                                                   {"delimiters", 14},
                                                                                   {"interpolation", 42},
                                                                                   {"inverted", 22},
                                                                                   {"partials", 12},
                                                                                   {"sections", 34},
                                                                                   {"~dynamic-names", 21},
                                                                                   {"~inheritance", 27}}));
  const Json specification = Json::parse(std::ifstream(folder / (module + ".json")));
  CHECK(specification.at("tests").size() == number_of_tests);
  for (const Json& test : specification.at("tests")) {
    INFO(module << ": " << test.at("name").get<std::string>() << '\n' << test.dump(2));
    CHECK(rendered(test) == test.at("expected").get<std::string>());
  }
}

}  // namespace
}  // namespace wegwijs
