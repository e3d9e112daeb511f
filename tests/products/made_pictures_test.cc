// A process that builds the site after every save does not decode its pictures again.
#include "products/made_pictures.h"

#include <catch2/catch.hpp>

#include "pictures/picture_under_test.h"
#include "pipeline/repeated_build.h"

using namespace wegwijs;

namespace {

std::map<std::string, std::string> site_with(const std::string& text, const std::map<std::string, std::string>& more) {
  const std::string theme(theme_mount);
  std::map<std::string, std::string> files{
      {"site.yaml",
       "titel: Proef\nbasisadres: https://proef.example/\nverzamelingen:\n"
       "  paginas: {map: paginas, adres: \"/{id}/\"}\n"},
      {"paginas/_schema.yaml", "fields:\n  - {id: titel, type: text, role: title, label: {nl: Titel}}\n"},
      {"paginas/een.md", "---\ntitel: Een\n---\n" + text + "\n"},
      {theme + "texts.nl.yaml", "leeg: leeg\n"},
      {theme + "pagina.mustache",
       "<!doctype html><html lang=\"{{lang}}\"><title>{{title}}</title><h1>{{title}}</h1>{{body}}</html>\n"},
      {theme + "doorverwijzing.mustache",
       "<!doctype html><html lang=\"{{lang}}\"><title>{{target_title}}</title><a href=\"{{target}}\">x</a></html>\n"}};
  for (const auto& [name, bytes] : more) files["content/bestanden/" + name] = bytes;
  return files;
}

/// The published files of one build.
MadeFiles built(const std::map<std::string, std::string>& files, MadeBefore& made) {
  BuildFacts facts;
  facts.today = {2026, 11, 23};
  MemorySink sink;
  Diagnostics diagnostics;
  const FileTree sources = FileTree::from_memory(files);
  const bool is_built = generate_again(sources, facts, sink, diagnostics, made).has_value();
  CHECK(is_built);
  return sink.files();
}

}  // namespace

TEST_CASE("a save of a text decodes no picture again, and that of a picture only this one", "[products]") {
  const std::string wide = encode_jpeg(marked_pixels(1700, 850));
  const std::string small = encode_jpeg(marked_pixels(60, 40));
  MadeBefore made;
  const auto first = built(site_with("Een tekst.", {{"a.jpg", wide}, {"b.jpg", small}}), made);
  CHECK(made.pictures.decoded() == 2);
  const auto second = built(site_with("Een andere tekst.", {{"a.jpg", wide}, {"b.jpg", small}}), made);
  CHECK(made.pictures.decoded() == 2);
  CHECK(first.at("een/index.html") != second.at("een/index.html"));
  CHECK(first.at("bestanden/a.jpg") == publish_picture(wide).bytes);
  CHECK(second.at("bestanden/a.jpg") == first.at("bestanden/a.jpg"));
  CHECK(second.at("bestanden/b.jpg") == publish_picture(small).bytes);
  built(site_with("Een andere tekst.", {{"a.jpg", wide}, {"b.jpg", encode_jpeg(marked_pixels(61, 40))}}), made);
  CHECK(made.pictures.decoded() == 3);
}

TEST_CASE("a picture that a build no longer has is forgotten, and what does not fit is made each time", "[products]") {
  const std::string wide = encode_jpeg(marked_pixels(1700, 850));
  MadeBefore made;
  built(site_with("Tekst.", {{"a.jpg", wide}}), made);
  CHECK(made.pictures.kept_bytes() > 0);
  built(site_with("Tekst.", {}), made);
  CHECK(made.pictures.kept_bytes() == 0);
  built(site_with("Tekst.", {{"a.jpg", wide}}), made);
  CHECK(made.pictures.decoded() == 2);

  MadePictures narrow(10);
  CHECK(narrow.publish(wide).bytes == publish_picture(wide).bytes);
  CHECK(narrow.publish(wide).bytes == publish_picture(wide).bytes);
  CHECK(narrow.decoded() == 2);
  CHECK(narrow.kept_bytes() == 0);
}

TEST_CASE("a picture that cannot be published has the same fault when it is remembered", "[products]") {
  const std::string spoilt = encode_jpeg(marked_pixels(60, 40)).substr(0, 300);
  MadePictures made;
  const PublishedPicture first = made.publish(spoilt);
  const PublishedPicture second = made.publish(spoilt);
  REQUIRE(first.fault.has_value());
  REQUIRE(second.fault.has_value());
  CHECK(first.fault->nl == second.fault->nl);
  CHECK(second.bytes.empty());
  CHECK(made.decoded() == 1);
}
