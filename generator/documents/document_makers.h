#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// Who made, changed or remarked upon a document, in the order in which it names them: each once, in UTF-8, without
/// control characters. Empty when nothing is found, and for what cannot be read: a document is never refused here.
/// Time and memory have limits, whatever the file says of itself.
std::vector<std::string> makers_of_pdf(std::string_view bytes);

/// As above, for a document of Office (.docx, .xlsx, .pptx) or an open document (.odt, .ods, .odp): its properties, and
/// the names beside remarks and followed changes. One that is protected by a password says nothing.
std::vector<std::string> makers_of_packed_document(std::string_view bytes);

/// As above, for a drawing (.svg).
std::vector<std::string> makers_of_drawing(std::string_view bytes);

}  // namespace wegwijs
