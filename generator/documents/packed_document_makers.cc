#include <algorithm>
#include <array>

#include "documents/archive.h"
#include "documents/document_makers.h"
#include "documents/maker_names.h"
#include "documents/refused_document.h"
#include "documents/xml_events.h"

namespace wegwijs {
namespace {

constexpr std::size_t part_limit = 16 * 1024 * 1024;  ///< bytes of one unpacked part

/// Where a name stands: in the words of an element, or in an attribute. Names of XML, without their prefix.
struct NamePlace {
  std::string_view part;
  std::string_view element;    ///< empty: of every element
  std::string_view attribute;  ///< empty: the words
};

constexpr std::array name_places{
    NamePlace{"docProps/core.xml", "creator", ""},
    NamePlace{"docProps/core.xml", "lastModifiedBy", ""},
    NamePlace{"docProps/app.xml", "Manager", ""},
    NamePlace{"meta.xml", "initial-creator", ""},
    NamePlace{"meta.xml", "creator", ""},
    NamePlace{"meta.xml", "printed-by", ""},
    // Remarks and followed changes.
    NamePlace{"word/document.xml", "", "author"},
    NamePlace{"word/comments.xml", "", "author"},
    NamePlace{"xl/comments1.xml", "author", ""},
    NamePlace{"xl/persons/person.xml", "person", "displayName"},
    NamePlace{"ppt/commentAuthors.xml", "cmAuthor", "name"},
    NamePlace{"content.xml", "creator", ""},
};

class NameReceiver : public XmlReceiver {
 public:
  NameReceiver(std::string_view part, std::vector<std::string>& names) : part_(part), names_(names) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    words_.clear();
    for (const NamePlace& place : name_places) {
      const bool is_here = place.part == part_ && (place.element.empty() || place.element == name);
      if (is_here && !place.attribute.empty()) add_maker(names_, attribute(attributes, place.attribute));
    }
  }

  void end(std::string_view name) override {
    const bool is_name = std::any_of(name_places.begin(), name_places.end(), [&](const NamePlace& place) {
      return place.part == part_ && place.element == name && place.attribute.empty();
    });
    if (is_name) add_maker(names_, words_);
    words_.clear();
  }

  void text(std::string_view text) override {
    constexpr std::size_t enough = 1024;
    if (words_.size() < enough) words_ += text;
  }

 private:
  std::string_view part_;
  std::vector<std::string>& names_;
  std::string words_;  ///< since the last beginning or end of an element
};

}  // namespace

std::vector<std::string> makers_of_packed_document(std::string_view bytes) {
  std::vector<std::string> names;
  try {
    const Archive archive(bytes);
    std::string_view last_part;
    for (const NamePlace& place : name_places) {
      if (place.part == last_part) continue;
      last_part = place.part;
      try {
        const std::optional<std::string> xml = archive.read(std::string(place.part), part_limit);
        NameReceiver receiver(place.part, names);
        if (xml) read_xml(*xml, receiver);
      } catch (const RefusedDocument&) {
        // Another part may say more.
      }
    }
  } catch (const RefusedDocument&) {
    return names;
  }
  return names;
}

}  // namespace wegwijs
