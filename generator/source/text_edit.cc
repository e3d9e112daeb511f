#include "source/text_edit.h"

namespace wegwijs {

std::string with_edits(std::string_view bytes, std::span<const TextEdit> edits) {
  std::string result;
  std::size_t position = 0;
  for (const TextEdit& edit : edits) {
    result += bytes.substr(position, edit.begin - position);
    result += edit.replacement;
    position = edit.end;
  }
  result += bytes.substr(position);
  return result;
}

std::vector<TextEdit> undo_of(std::string_view bytes, std::span<const TextEdit> edits) {
  std::vector<TextEdit> undo;
  std::size_t written = 0;  // bytes of the result before `position`
  std::size_t position = 0;
  for (const TextEdit& edit : edits) {
    written += edit.begin - position;
    const std::size_t begin = written;
    written += edit.replacement.size();
    undo.push_back({begin, written, std::string(bytes.substr(edit.begin, edit.end - edit.begin))});
    position = edit.end;
  }
  return undo;
}

}  // namespace wegwijs
