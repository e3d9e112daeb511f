#pragma once

#include <map>
#include <string>
#include <string_view>

namespace wegwijs {

using XmlAttributes = std::map<std::string, std::string, std::less<>>;  ///< by name without prefix

/// Receives the elements of an XML document; names come without their prefix.
class XmlReceiver {
 public:
  virtual ~XmlReceiver() = default;
  virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
};

/// Reads `xml`. Throws `RefusedDocument` (refused_document.h) for a document type, for what is not well-formed, for
/// nesting deeper than any document has, and whatever `receiver` throws.
void read_xml(std::string_view xml, XmlReceiver& receiver);

/// The value of an attribute; empty when there is none.
std::string_view attribute(const XmlAttributes& attributes, std::string_view name);

}  // namespace wegwijs
