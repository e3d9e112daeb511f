#include "text/published_script.h"

#include <optional>
#include <vector>

#include "text/ascii.h"
#include "text/script_tokens.h"

namespace wegwijs {
namespace {

/// Writes tokens one after the other, with what has to stand between them.
class ScriptWriter {
 public:
  std::string written(const std::vector<ScriptToken>& tokens) {
    for (std::size_t place = 0; place < tokens.size(); ++place)
      put(tokens[place], place + 1 < tokens.size() ? tokens[place + 1].text : std::string_view());
    if (!published_.empty()) published_ += '\n';
    return std::move(published_);
  }

 private:
  void put(const ScriptToken& token, std::string_view next) {
    if (token.after_line_end && !published_.empty()) {
      if (may_end_statement(token.text, next))
        published_ += '\n';
      else if (runs_together(token.text))
        published_ += ' ';
    } else if (token.after_space && runs_together(token.text)) {
      published_ += ' ';
    }
    published_ += token.text;
    last_ = token;
  }

  /// Whether a line end before the token may be one that ends a statement.
  bool may_end_statement(std::string_view token, std::string_view next) const {
    constexpr std::string_view goes_on_before = ")]},;.?:=&|";
    constexpr std::string_view goes_on_behind = "{([,;:=&|?<>!~.%^*+-";
    const bool begins_number = token == "." && !next.empty() && is_digit(next.front());
    if (goes_on_before.find(token.front()) != std::string_view::npos && !begins_number) return false;
    const bool counts = published_.ends_with("++") || published_.ends_with("--");
    return counts || last_.text.size() > 1 || goes_on_behind.find(last_.text.back()) == std::string_view::npos;
  }

  /// Whether the token and the one before it would be read as another one.
  bool runs_together(std::string_view token) const {
    const char before = published_.empty() ? ' ' : published_.back();
    const char behind = token.front();
    const bool is_after_number = !last_.text.empty() && is_digit(last_.text.front());
    const bool goes_on = is_script_name_character(behind) || (behind == '.' && is_after_number);
    if (is_script_name_character(before) && goes_on) return true;
    if (last_.is_pattern && is_script_name_character(behind)) return true;
    return before == behind && std::string_view("+-/<>=&|*?.!").find(before) != std::string_view::npos;
  }

  std::string published_;
  ScriptToken last_;  ///< the token before; empty at the begin
};

}  // namespace

std::string published_script(std::string_view script) {
  const std::optional<std::vector<ScriptToken>> tokens = script_tokens(script);
  return tokens ? ScriptWriter().written(*tokens) : std::string(script);
}

}  // namespace wegwijs
