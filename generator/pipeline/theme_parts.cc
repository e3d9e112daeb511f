#include "pipeline/theme_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "files/theme_files.h"
#include "pipeline/theme_part_rules.h"
#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr std::array<std::string_view, 6> declaring_words{"const", "let", "var", "function", "class", "async"};

SourceSpan span_of(FileId file, std::size_t offset, std::size_t length) {
  return {file, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + length)};
}

/// Walks over one part of a style sheet.
class StyleSheetPart {
 public:
  StyleSheetPart(std::string_view text, FileId file, Diagnostics& diagnostics)
      : text_(text), file_(file), diagnostics_(diagnostics) {}

  void check() {
    for (place_ = 0; place_ < text_.size(); ++place_) {
      const char character = text_[place_];
      if (character == '\\') {
        ++place_;
      } else if (character == '/' && text_.substr(place_, 2) == "/*") {
        if (!skip_to("*/")) return;
      } else if (character == '"' || character == '\'') {
        if (!skip_text(character)) return;
      } else if (character == '{' || character == '(' || character == '[') {
        open_.push_back(place_);
      } else if (character == '}' || character == ')' || character == ']') {
        if (!close(character)) return;
      }
    }
    if (!open_.empty()) report_unfinished(open_.back(), 1);
  }

 private:
  void report_unfinished(std::size_t begin, std::size_t length) {
    diagnostics_.report(unfinished_part, span_of(file_, begin, length), {std::string(text_.substr(begin, length))});
  }

  bool skip_to(std::string_view end) {
    const std::size_t found = text_.find(end, place_ + 2);
    if (found == std::string_view::npos) report_unfinished(place_, 2);
    place_ = found == std::string_view::npos ? text_.size() : found + end.size() - 1;
    return found != std::string_view::npos;
  }

  /// A text between quotes ends in its own line.
  bool skip_text(char quote) {
    const std::size_t begin = place_;
    for (++place_; place_ < text_.size() && text_[place_] != '\n'; ++place_) {
      if (text_[place_] == quote) return true;
      if (text_[place_] == '\\') ++place_;
    }
    report_unfinished(begin, 1);
    return false;
  }

  bool close(char character) {
    const char opening = character == '}' ? '{' : character == ')' ? '(' : '[';
    if (!open_.empty() && text_[open_.back()] == opening) {
      open_.pop_back();
      return true;
    }
    if (open_.empty())
      diagnostics_.report(overclosed_part, span_of(file_, place_, 1), {std::string(1, character)});
    else
      report_unfinished(open_.back(), 1);
    return false;
  }

  std::string_view text_;
  FileId file_;
  Diagnostics& diagnostics_;
  std::size_t place_ = 0;
  std::vector<std::size_t> open_;  // places of brackets
};

bool is_in_name(char character) {
  return is_digit(character) || character == '_' || character == '$' || (character >= 'a' && character <= 'z') ||
         (character >= 'A' && character <= 'Z');
}

std::string_view next_word(std::string_view line, std::size_t& place) {
  while (place < line.size() && (line[place] == ' ' || line[place] == '*')) ++place;
  const std::size_t begin = place;
  while (place < line.size() && is_in_name(line[place])) ++place;
  return line.substr(begin, place - begin);
}

/// The name that `line` declares for the whole script; `place` receives where it begins.
std::string_view declared_name(std::string_view line, std::size_t& place) {
  place = 0;
  if (line.empty() || !is_in_name(line.front())) return {};
  std::string_view word = next_word(line, place);
  if (word == "export") word = next_word(line, place);
  bool declares = false;
  while (std::find(declaring_words.begin(), declaring_words.end(), word) != declaring_words.end()) {
    declares = true;
    word = next_word(line, place);
  }
  place -= word.size();
  return declares ? word : std::string_view();
}

void check_script_parts(const FileTree& sources, const ThemeFile& file, Diagnostics& diagnostics) {
  std::map<std::string, FileId> declared_in;
  for (const FileId part : file.parts) {
    const std::string text = sources.read(part);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      std::size_t place = 0;
      const std::string_view name = declared_name(std::string_view(text).substr(begin, end - begin), place);
      if (!name.empty()) {
        const auto [earlier, is_new] = declared_in.emplace(name, part);
        if (!is_new && earlier->second != part) {
          diagnostics.report(name_in_two_parts, span_of(part, begin + place, name.size()),
                             {std::string(name), sources.path_of(earlier->second)});
        }
      }
      begin = end + 1;
    }
  }
}

}  // namespace

void check_theme_parts(const FileTree& sources, Diagnostics& diagnostics) {
  for (const ThemeFile& file : theme_files(sources)) {
    if (!file.is_joined) continue;
    const std::string_view ending = std::string_view(file.path).substr(file.path.rfind('.'));
    const std::string folder = std::string(theme_mount) + "static" + file.path + "/";
    for (const FileId part : file.parts) {
      const std::string_view path = sources.file(part).path;
      const bool is_deeper = path.find('/', folder.size()) != std::string_view::npos;
      if (is_deeper || !path.ends_with(ending))
        diagnostics.report(misplaced_part, {part, 0, 0}, {file.path, std::string(ending)});
      else if (ending == ".css")
        StyleSheetPart(sources.read(part), part, diagnostics).check();
    }
    if (ending == ".js") check_script_parts(sources, file, diagnostics);
  }
}

}  // namespace wegwijs
