#include "text/short_script_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "text/ascii.h"
#include "text/script_tokens.h"

namespace wegwijs {
namespace {

/// Words that are no names. Those that may be names too (`of`, `get`) are not among them.
constexpr std::array<std::string_view, 44> language_words{
    "await",    "break", "case",   "catch", "class",      "const",   "continue",  "debugger", "default",
    "delete",   "do",    "else",   "enum",  "export",     "extends", "false",     "finally",  "for",
    "function", "if",    "import", "in",    "instanceof", "let",     "new",       "null",     "return",
    "static",   "super", "switch", "this",  "throw",      "true",    "try",       "typeof",   "undefined",
    "var",      "void",  "while",  "with",  "yield",      "eval",    "arguments", "async"};

/// Words behind which a brace begins a block.
constexpr std::array<std::string_view, 6> before_blocks{"else", "try", "catch", "do", "finally", "static"};

/// What stands before the name of a method.
constexpr std::array<std::string_view, 6> before_methods{"get", "set", "async", "static", ";", "}"};
/// And before the * of one that gives several values.
constexpr std::array<std::string_view, 6> before_generators{"{", ",", "}", ";", "async", "static"};

/// What stands before a name that a statement declares.
constexpr std::array<std::string_view, 8> before_declared{"const", "let", "var", "function",
                                                          "class", "*",   ",",   "default"};

/// Words behind which parentheses are none of a method.
constexpr std::array<std::string_view, 7> before_parentheses{"if",    "for",  "while",   "switch",
                                                             "catch", "with", "function"};

/// From the token `first` up to, and without, `end`.
struct TokenRange {
  std::size_t first = 0;
  std::size_t end = 0;

  bool holds(std::size_t place) const { return first <= place && place < end; }
  bool overlaps(const TokenRange& other) const { return first < other.end && other.first < end; }
};

/// What a brace holds.
enum class Braces { block, object, class_body, list, unclear };

struct NameUse {
  std::vector<std::size_t> places;  ///< tokens
  std::vector<TokenRange> reach;    ///< of its declarations
  bool is_kept = false;
};

class NameShortener {
 public:
  explicit NameShortener(const std::vector<ScriptToken>& tokens) : tokens_(tokens) {}

  /// By token: what is written instead; empty where nothing changes. Nothing at all when the script is not understood.
  std::optional<std::vector<std::string>> short_names() {
    for (std::size_t place = 0; place < tokens_.size(); ++place) {
      if (is(place, "eval") || is(place, "with") || is(place, "arguments")) return std::nullopt;
    }
    if (!match_brackets()) return std::nullopt;
    note_uses();
    for (std::size_t place = 0; place < tokens_.size(); ++place) note_declaration(place);
    return given_names();
  }

 private:
  std::string_view text(std::size_t place) const {
    return place < tokens_.size() ? tokens_[place].text : std::string_view();
  }
  bool is(std::size_t place, std::string_view wanted) const { return text(place) == wanted; }
  std::string_view before(std::size_t place) const { return place == 0 ? std::string_view() : text(place - 1); }

  bool is_word(std::size_t place) const {
    const std::string_view word = text(place);
    return !word.empty() && is_script_name_character(word.front()) && !is_digit(word.front());
  }
  bool is_name(std::size_t place) const { return is_word(place) && !is_script_word_of(text(place), language_words); }
  /// `=` and `>` one after the other.
  bool is_arrow(std::size_t place) const { return is(place, "=") && is(place + 1, ">"); }

  static bool opens(std::string_view token) {
    return token == "(" || token == "[" || token == "{" || token.ends_with("${");
  }
  static bool closes(std::string_view token) {
    return token == ")" || token == "]" || (!token.empty() && token.front() == '}');
  }

  /// Of each bracket the other one, and of each token the bracket that it stands in.
  bool match_brackets() {
    opener_.assign(tokens_.size(), tokens_.size());
    closer_.assign(tokens_.size(), tokens_.size());
    around_.assign(tokens_.size(), tokens_.size());
    std::vector<std::size_t> open;
    for (std::size_t place = 0; place < tokens_.size(); ++place) {
      const std::string_view token = text(place);
      if (closes(token)) {
        if (open.empty()) return false;
        const std::string_view opened = text(open.back());
        const bool fits = token == ")" ? opened == "(" : token == "]" ? opened == "[" : opened.back() == '{';
        if (!fits) return false;
        closer_[open.back()] = place;
        opener_[place] = open.back();
        open.pop_back();
      }
      if (!open.empty()) around_[place] = open.back();
      if (!opens(token)) continue;
      open.push_back(place);
      if (token == "{") braces_[place] = kind_of_brace(place);
    }
    return open.empty();
  }

  Braces kind_of_brace(std::size_t place) const {
    const std::string_view behind = before(place);
    if (behind == "import" || behind == "export" || (behind == "," && is_of_import(place))) return Braces::list;
    // `export const {one} = …`
    if (behind == "const" && place > 1 && is(place - 2, "export")) return Braces::list;
    const bool begins_statement = behind.empty() || behind == ")" || behind == ";" || behind == "{" || behind == "}";
    if (begins_statement || is_script_word_of(behind, before_blocks)) return Braces::block;
    if (behind == ">" && place > 1 && is(place - 2, "=")) return Braces::block;
    for (std::size_t back = place; back > 0 && (is_word(back - 1) || is(back - 1, ".")); --back) {
      if (is(back - 1, "class")) return Braces::class_body;
    }
    const auto around = braces_.find(around_[place]);
    const bool in_object = around != braces_.end() && around->second == Braces::object;
    // The value of a key, or what follows a case.
    return behind == ":" && !in_object ? Braces::unclear : Braces::object;
  }

  /// `import first, {second} from`
  bool is_of_import(std::size_t place) const { return place > 2 && is(place - 3, "import"); }

  std::optional<Braces> braces_around(std::size_t place) const {
    const auto found = braces_.find(around_[place]);
    return found == braces_.end() ? std::nullopt : std::optional(found->second);
  }

  /// How a name is written at a place: as a variable, as the name of a property, as both (`{page}`), or in a way that
  /// has to stay.
  enum class Manner { variable, property, both, fixed };

  Manner manner_of(std::size_t place) const {
    const std::string_view behind = before(place);
    if (behind == "#") return Manner::property;
    if (behind == ".") return place < 2 || !is(place - 2, ".") ? Manner::property : Manner::variable;
    const std::optional<Braces> around = braces_around(place);
    if (!around) return is_imported_or_exported(place) ? Manner::fixed : Manner::variable;
    const bool is_first = behind == "{" || behind == ",";
    const bool is_generator = behind == "*" && place > 1 && is_script_word_of(text(place - 2), before_generators);
    const bool is_method =
        is(place + 1, "(") && (is_script_word_of(behind, before_methods) || is_generator || is_first);
    switch (*around) {
      case Braces::list:
        return Manner::fixed;
      case Braces::class_body:
        return is_method ? Manner::property : Manner::fixed;
      case Braces::unclear:
        return is_first ? Manner::fixed : Manner::variable;
      case Braces::object:
        if (is_method || (is_first && is(place + 1, ":"))) return Manner::property;
        return is_first ? Manner::both : Manner::variable;
      case Braces::block:
        break;
    }
    const bool is_label = is(place + 1, ":") && (is_first || behind == ";" || behind == "}");
    return is_label ? Manner::fixed : Manner::variable;
  }

  void note_uses() {
    for (std::size_t place = 0; place < tokens_.size(); ++place) {
      if (is_word(place) && is_script_word_of(text(place), std::array<std::string_view, 2>{"import", "export"}))
        is_module_ = true;
      if (!is_name(place)) continue;
      NameUse& use = names_[text(place)];
      const Manner manner = manner_of(place);
      if (manner == Manner::fixed) use.is_kept = true;
      if (manner == Manner::variable || manner == Manner::both) use.places.push_back(place);
    }
  }

  /// Outside braces behind `import`, or declared behind `export`.
  bool is_imported_or_exported(std::size_t place) const {
    if (around_[place] != tokens_.size()) return false;
    std::size_t first = place;
    while (first > 0 && !is(first - 1, ";") && !tokens_[first].after_line_end && text(first - 1).front() != '}') {
      --first;
      if (closes(text(first))) first = opener_[first];
    }
    if (is(first, "import")) return !is(first + 1, "(") && !is(first + 1, ".");
    return is(first, "export") && is_script_word_of(before(place), before_declared);
  }

  // Declarations.

  void declare(std::size_t place, TokenRange reach) {
    if (is_name(place)) names_[text(place)].reach.push_back(reach);
  }

  TokenRange block_around(std::size_t place) const {
    std::size_t open = around_[place];
    while (open != tokens_.size() && !is_block(open)) open = around_[open];
    if (open == tokens_.size()) return {0, tokens_.size()};
    return {open, closer_[open] + 1};
  }

  bool is_block(std::size_t open) const {
    const auto found = braces_.find(open);
    return found != braces_.end() && found->second != Braces::object && found->second != Braces::list &&
           found->second != Braces::unclear;
  }

  void note_declaration(std::size_t place) {
    const bool is_member = before(place) == "." && (place < 2 || !is(place - 2, "."));
    if (is_member) return;
    if (is(place, "const") || is(place, "let") || is(place, "var")) return note_variables(place);
    if (is(place, "function")) return note_function(place);
    if (is(place, "class") && is_name(place + 1)) return declare(place + 1, block_around(place));
    if (is(place, "catch") && is(place + 1, "(")) return note_parameters(place + 1, end_of_body(place + 1));
    if (is_arrow(place)) return note_arrow(place);
    const bool is_method = is(place, "(") && is(closer_[place] + 1, "{") && place > 0 && is_property_name(place - 1);
    if (is_method) note_parameters(place, end_of_body(place));
  }

  /// Where the block behind the parentheses at `open` ends.
  std::size_t end_of_body(std::size_t open) const {
    const std::size_t block = closer_[open] + 1;
    return is(block, "{") ? closer_[block] + 1 : block;
  }

  bool is_property_name(std::size_t place) const {
    const std::optional<Braces> around = braces_around(place);
    if (is_script_word_of(text(place), before_parentheses)) return false;
    return around && (*around == Braces::class_body || *around == Braces::object || *around == Braces::unclear) &&
           (is_word(place) || text(place).front() == '\'' || text(place).front() == '"' || is(place, "]"));
  }

  void note_variables(std::size_t place) {
    const bool in_head = before(place) == "(" && place > 1 && (is(place - 2, "for") || is(place - 2, "await"));
    const TokenRange reach =
        in_head ? TokenRange{place - 1, statement_end(closer_[place - 1] + 1)} : block_around(place);
    for (std::size_t next = place + 1;;) {
      next = note_pattern(next, reach);
      if (is(next, "=")) next = value_end(next + 1);
      if (!is(next, ",")) return;
      ++next;
    }
  }

  /// Declares the names of the pattern at `place` and says where it ends: before its initial value.
  std::size_t note_pattern(std::size_t place, TokenRange reach) {
    while (is(place, ".")) ++place;
    if (!is(place, "{") && !is(place, "[")) {
      declare(place, reach);
      return place + 1;
    }
    const std::size_t end = closer_[place];
    const bool is_object = is(place, "{");
    for (std::size_t next = place + 1; next < end;) {
      if (is(next, ",")) {
        ++next;
        continue;
      }
      if (is_object) {
        // The key, which may be computed, stands before its own pattern, or is one.
        const std::size_t key_end = is(next, "[") ? closer_[next] + 1 : next + 1;
        if (is(key_end, ":")) next = key_end + 1;
      }
      next = note_pattern(next, reach);
      if (is(next, "=")) next = value_end(next + 1);
    }
    return end + 1;
  }

  void note_function(std::size_t place) {
    std::size_t next = place + 1;
    if (is(next, "*")) ++next;
    if (is_name(next)) declare(next++, block_around(place));
    if (is(next, "(")) note_parameters(next, end_of_body(next));
  }

  void note_arrow(std::size_t place) {
    if (place == 0) return;
    const std::size_t body = place + 2;
    const std::size_t end = is(body, "{") ? closer_[body] + 1 : value_end(body);
    if (before(place) == ")")
      note_parameters(opener_[place - 1], end);
    else
      declare(place - 1, {place - 1, end});
  }

  /// Those in the parentheses at `open`, for all up to `end`.
  void note_parameters(std::size_t open, std::size_t end) {
    if (open >= tokens_.size() || end > tokens_.size()) return;
    for (std::size_t next = open + 1; next < closer_[open];) {
      next = note_pattern(next, {open, end});
      if (is(next, "=")) next = value_end(next + 1);
      if (is(next, ",")) ++next;
    }
  }

  /// Where a value ends that begins at `place`; too early where a line end may be the end.
  std::size_t value_end(std::size_t place) const {
    for (std::size_t next = place; next < tokens_.size(); ++next) {
      const std::string_view token = text(next);
      if (token == "," || token == ";" || (closes(token) && opener_[next] < place)) return next;
      if (next > place && tokens_[next].after_line_end) return next;
      if (opens(token)) next = close_of(next);
    }
    return tokens_.size();
  }

  /// The bracket that closes the one at `open`; of a template behind all of its values.
  std::size_t close_of(std::size_t open) const {
    std::size_t close = closer_[open];
    while (text(close).ends_with("${")) close = closer_[close];
    return close;
  }

  /// Where a statement ends, or later.
  std::size_t statement_end(std::size_t place) const {
    if (is(place, "{")) return closer_[place] + 1;
    for (std::size_t next = place; next < tokens_.size(); ++next) {
      if (is(next, ";")) return next + 1;
      if (closes(text(next)) && opener_[next] < place) return next;
      if (opens(text(next))) next = close_of(next);
    }
    return tokens_.size();
  }

  // Giving names.

  /// A name as it is written at `place`: `{page}` becomes `{page:a}`.
  std::string written_at(std::size_t place, const std::string& name) const {
    return manner_of(place) == Manner::both ? std::string(text(place)) + ":" + name : name;
  }

  bool is_in_reach(const NameUse& use) const {
    return std::all_of(use.places.begin(), use.places.end(), [&](std::size_t place) {
      return std::any_of(use.reach.begin(), use.reach.end(),
                         [&](const TokenRange& reach) { return reach.holds(place); });
    });
  }

  bool may_change(const NameUse& use) const {
    if (use.is_kept || use.places.empty() || use.reach.empty() || !is_in_reach(use)) return false;
    // What a script that is no module declares outside all braces, others see.
    return is_module_ || std::none_of(use.reach.begin(), use.reach.end(), [&](const TokenRange& reach) {
             return reach.first == 0 && reach.end == tokens_.size();
           });
  }

  static bool meet(const NameUse& left, const NameUse& right) {
    return std::any_of(left.reach.begin(), left.reach.end(), [&](const TokenRange& one) {
      return std::any_of(right.reach.begin(), right.reach.end(),
                         [&](const TokenRange& other) { return one.overlaps(other); });
    });
  }

  /// a, b … z, A … $, aa, ab …
  static std::string name_of(std::size_t number) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$";
    std::string name;
    for (std::size_t rest = number + 1; rest > 0; rest = (rest - 1) / letters.size())
      name.insert(name.begin(), letters[(rest - 1) % letters.size()]);
    return name;
  }

  std::vector<std::string> given_names() const {
    std::set<std::string_view> taken(language_words.begin(), language_words.end());
    taken.insert({"as", "of"});
    std::vector<std::pair<std::string_view, const NameUse*>> changing;
    for (const auto& [name, use] : names_) {
      if (name.size() > 1 && may_change(use))
        changing.emplace_back(name, &use);
      else
        taken.insert(name);
    }
    const auto saved = [](const auto& one) { return one.second->places.size() * one.first.size(); };
    std::stable_sort(changing.begin(), changing.end(),
                     [&](const auto& left, const auto& right) { return saved(left) > saved(right); });
    std::vector<std::string> given(tokens_.size());
    std::vector<std::pair<std::string, std::vector<const NameUse*>>> users;
    std::size_t number = 0;
    for (const auto& [name, use] : changing) {
      const auto is_free = [use = use](const auto& user) {
        return std::none_of(user.second.begin(), user.second.end(),
                            [use](const NameUse* other) { return meet(*use, *other); });
      };
      auto user = std::find_if(users.begin(), users.end(), is_free);
      if (user == users.end()) {
        while (taken.contains(name_of(number))) ++number;
        users.push_back({name_of(number++), {}});
        user = std::prev(users.end());
      }
      user->second.push_back(use);
      for (const std::size_t place : use->places) given[place] = written_at(place, user->first);
    }
    return given;
  }

  const std::vector<ScriptToken>& tokens_;
  std::vector<std::size_t> opener_;  ///< by token that closes a bracket: the one that opens it
  std::vector<std::size_t> closer_;  ///< and by the one that opens it
  std::vector<std::size_t> around_;  ///< by token: the bracket that it stands in; the number of tokens outside all
  std::map<std::size_t, Braces> braces_;
  std::map<std::string_view, NameUse> names_;
  bool is_module_ = false;
};

}  // namespace

std::string with_short_names(std::string_view script) {
  const std::optional<std::vector<ScriptToken>> tokens = script_tokens(script);
  const auto given = tokens ? NameShortener(*tokens).short_names() : std::nullopt;
  if (!given) return std::string(script);
  std::string written;
  std::size_t done = 0;
  for (std::size_t place = 0; place < tokens->size(); ++place) {
    if ((*given)[place].empty()) continue;
    const std::string_view name = (*tokens)[place].text;
    const auto begin = static_cast<std::size_t>(name.data() - script.data());
    written += script.substr(done, begin - done);
    written += (*given)[place];
    done = begin + name.size();
  }
  written += script.substr(done);
  return written;
}

}  // namespace wegwijs
