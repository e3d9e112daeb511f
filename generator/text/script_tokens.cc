#include "text/script_tokens.h"

#include <algorithm>
#include <array>

namespace wegwijs {
namespace {

/// Words before a value, so that a slash behind them begins a pattern.
constexpr std::array<std::string_view, 14> before_values{"return",     "typeof", "case",  "in",   "of",
                                                         "delete",     "void",   "throw", "new",  "await",
                                                         "instanceof", "do",     "else",  "yield"};

/// Words with a condition in parentheses, behind which a statement begins.
constexpr std::array<std::string_view, 4> before_conditions{"if", "while", "for", "with"};

class ScriptReader {
 public:
  explicit ScriptReader(std::string_view script) : script_(script) {}

  std::optional<std::vector<ScriptToken>> read() {
    while (true) {
      pass_space_and_comments();
      if (is_doubtful_) return std::nullopt;
      if (place_ >= script_.size()) break;
      const std::size_t end = token_end();
      if (is_doubtful_ || end == std::string_view::npos) return std::nullopt;
      add(script_.substr(place_, end - place_));
      place_ = end;
    }
    if (!parentheses_.empty() || !braces_.empty()) return std::nullopt;
    return std::move(tokens_);
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
    if (is_script_name_character(character)) {
      const auto* const end = std::find_if_not(script_.begin() + place_, script_.end(), is_script_name_character);
      return static_cast<std::size_t>(end - script_.begin());
    }
    if (character == '(') parentheses_.push_back(is_script_word_of(last(), before_conditions));
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
    const bool is_member = tokens_.size() > 1 && tokens_[tokens_.size() - 2].text == ".";
    if (last().empty() || (is_script_word_of(last(), before_values) && !is_member)) return true;
    const char end = last().back();
    if (end == ')') return closed_condition_;
    // Behind a block a pattern begins, behind a value with braces it is a division.
    if (last() == "}") is_doubtful_ = true;
    return !is_script_name_character(end) && end != ']' && end != '\'' && end != '"' && end != '`' &&
           !tokens_.back().is_pattern;
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
        const auto* const end = std::find_if_not(script_.begin() + place + 1, script_.end(), is_script_name_character);
        return static_cast<std::size_t>(end - script_.begin());
      }
    }
    return std::string_view::npos;
  }

  std::string_view last() const { return tokens_.empty() ? std::string_view() : tokens_.back().text; }

  void add(std::string_view token) {
    tokens_.push_back({token, has_line_end_, has_space_, token.size() > 1 && token.front() == '/'});
    has_space_ = has_line_end_ = false;
  }

  const std::string_view script_;
  std::size_t place_ = 0;
  std::vector<ScriptToken> tokens_;
  std::vector<bool> parentheses_;  ///< open ones: whether a condition stands in them
  std::vector<bool> braces_;       ///< open ones: whether they hold a value in a template
  bool closed_condition_ = false;
  bool has_space_ = false;
  bool has_line_end_ = false;
  bool is_doubtful_ = false;
};

}  // namespace

bool is_script_name_character(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         byte == '_' || byte == '$';
}

std::optional<std::vector<ScriptToken>> script_tokens(std::string_view script) {
  return ScriptReader(script).read();
}

}  // namespace wegwijs
