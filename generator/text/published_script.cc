#include "text/published_script.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "text/ascii.h"

namespace wegwijs {
namespace {

bool is_name_character(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         byte == '_' || byte == '$';
}

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words before a value, so that a slash behind them begins a pattern.
constexpr std::array<std::string_view, 14> before_values{"return",     "typeof", "case",  "in",   "of",
                                                         "delete",     "void",   "throw", "new",  "await",
                                                         "instanceof", "do",     "else",  "yield"};

/// Words with a condition in parentheses, behind which a statement begins.
constexpr std::array<std::string_view, 4> before_conditions{"if", "while", "for", "with"};

/// Reads a script token by token and writes what is published of it.
class ScriptWriter {
 public:
  explicit ScriptWriter(std::string_view script) : script_(script) {}

  /// Empty when it is not certain where a token ends.
  std::optional<std::string> written() {
    while (true) {
      pass_space_and_comments();
      if (is_doubtful_) return std::nullopt;
      if (place_ >= script_.size()) break;
      const std::size_t end = token_end();
      if (is_doubtful_ || end == std::string_view::npos) return std::nullopt;
      put(script_.substr(place_, end - place_));
      place_ = end;
    }
    if (!parentheses_.empty() || !braces_.empty()) return std::nullopt;
    if (!published_.empty()) published_ += '\n';
    return std::move(published_);
  }

 private:
  void pass_space_and_comments() {
    while (place_ < script_.size()) {
      const char character = script_[place_];
      if (character == '\n' || character == '\r') {
        has_line_end_ = true;
        ++place_;
      } else if (character == ' ' || character == '\t') {
        has_space_ = true;
        ++place_;
      } else if (script_.substr(place_, 2) == "//") {
        place_ = std::min(script_.find('\n', place_), script_.size());
      } else if (script_.substr(place_, 2) == "/*") {
        const std::size_t end = script_.find("*/", place_ + 2);
        if (end == std::string_view::npos) {
          is_doubtful_ = true;
          return;
        }
        (script_.substr(place_, end - place_).find('\n') == std::string_view::npos ? has_space_ : has_line_end_) = true;
        place_ = end + 2;
      } else {
        return;
      }
    }
  }

  /// Where the token at `place_` ends; keeps the parentheses and braces that are open.
  std::size_t token_end() {
    const char character = script_[place_];
    if (character == '\'' || character == '"') return text_end(character);
    if (character == '`') return template_end(place_ + 1);
    if (character == '/' && begins_pattern()) return pattern_end();
    if (is_name_character(character)) {
      const auto* const end = std::find_if_not(script_.begin() + place_, script_.end(), is_name_character);
      return static_cast<std::size_t>(end - script_.begin());
    }
    if (character == '(') parentheses_.push_back(is_one_of(last_, before_conditions));
    if (character == ')') {
      if (parentheses_.empty()) return std::string_view::npos;
      closed_condition_ = parentheses_.back();
      parentheses_.pop_back();
    }
    if (character == '{') braces_.push_back(false);
    if (character == '}') {
      if (braces_.empty()) return std::string_view::npos;
      const bool is_in_template = braces_.back();
      braces_.pop_back();
      if (is_in_template) return template_end(place_ + 1);
    }
    return place_ + 1;
  }

  std::size_t text_end(char quote) const {
    for (std::size_t place = place_ + 1; place < script_.size() && script_[place] != '\n'; ++place) {
      if (script_[place] == '\\')
        ++place;
      else if (script_[place] == quote)
        return place + 1;
    }
    return std::string_view::npos;
  }

  /// The end of the part of a template that goes on at `place`: behind its last quote, or where a value in it begins.
  std::size_t template_end(std::size_t place) {
    for (; place < script_.size(); ++place) {
      if (script_[place] == '\\') {
        ++place;
      } else if (script_[place] == '`') {
        return place + 1;
      } else if (script_.substr(place, 2) == "${") {
        braces_.push_back(true);
        return place + 2;
      }
    }
    return std::string_view::npos;
  }

  bool begins_pattern() {
    if (last_.empty() || (is_one_of(last_, before_values) && !last_is_member_)) return true;
    const char end = last_.back();
    if (end == ')') return closed_condition_;
    // Behind a block a pattern begins, behind a value with braces it is a division.
    if (last_ == "}") is_doubtful_ = true;
    return !is_name_character(end) && end != ']' && end != '\'' && end != '"' && end != '`' && !last_is_pattern_;
  }

  std::size_t pattern_end() {
    bool in_class = false;
    for (std::size_t place = place_ + 1; place < script_.size() && script_[place] != '\n'; ++place) {
      const char character = script_[place];
      if (character == '\\') {
        ++place;
      } else if (character == '[' || character == ']') {
        in_class = character == '[';
      } else if (character == '/' && !in_class) {
        const auto* const end = std::find_if_not(script_.begin() + place + 1, script_.end(), is_name_character);
        return static_cast<std::size_t>(end - script_.begin());
      }
    }
    return std::string_view::npos;
  }

  void put(std::string_view token) {
    if (has_line_end_ && !published_.empty()) {
      if (may_end_statement(token))
        published_ += '\n';
      else if (runs_together(token))
        published_ += ' ';
    } else if (has_space_ && runs_together(token)) {
      published_ += ' ';
    }
    published_ += token;
    last_is_member_ = last_ == ".";
    last_is_pattern_ = token.size() > 1 && token.front() == '/';
    last_ = token;
    has_space_ = has_line_end_ = false;
  }

  /// Whether a line end before the token may be one that ends a statement.
  bool may_end_statement(std::string_view token) const {
    constexpr std::string_view goes_on_before = ")]},;.?:=&|";
    constexpr std::string_view goes_on_behind = "{([,;:=&|?<>!~.%^*+-";
    const bool begins_number = token == "." && place_ + 1 < script_.size() && is_digit(script_[place_ + 1]);
    if (goes_on_before.find(token.front()) != std::string_view::npos && !begins_number) return false;
    const bool counts = published_.ends_with("++") || published_.ends_with("--");
    return counts || last_.size() > 1 || goes_on_behind.find(last_.back()) == std::string_view::npos;
  }

  /// Whether the token and the one before it would be read as another one.
  bool runs_together(std::string_view token) const {
    const char before = published_.empty() ? ' ' : published_.back();
    const char behind = token.front();
    const bool is_after_number = !last_.empty() && is_digit(last_.front());
    if (is_name_character(before) && (is_name_character(behind) || (behind == '.' && is_after_number))) return true;
    if (last_is_pattern_ && is_name_character(behind)) return true;
    return before == behind && std::string_view("+-/<>=&|*?.!").find(before) != std::string_view::npos;
  }

  const std::string_view script_;
  std::size_t place_ = 0;
  std::string published_;
  std::string_view last_;          ///< the token before; empty at the begin
  std::vector<bool> parentheses_;  ///< open ones: whether a condition stands in them
  std::vector<bool> braces_;       ///< open ones: whether they hold a value in a template
  bool closed_condition_ = false;
  bool last_is_pattern_ = false;
  bool last_is_member_ = false;  ///< behind a point: a name, also when it is a word of the language
  bool has_space_ = false;
  bool has_line_end_ = false;
  bool is_doubtful_ = false;
};

}  // namespace

std::string published_script(std::string_view script) {
  return ScriptWriter(script).written().value_or(std::string(script));
}

}  // namespace wegwijs
