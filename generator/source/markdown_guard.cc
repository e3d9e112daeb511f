#include "source/markdown_guard.h"

#include <algorithm>
#include <array>
#include <string>

#include "source/fenced_code.h"
#include "source/footnote_labels.h"
#include "source/markdown_guard_rules.h"
#include "source/yaml_tree.h"
#include "text/ascii.h"
#include "text/byte_order_mark.h"

namespace wegwijs {
namespace {

constexpr std::size_t kilobyte = 1024;

bool is_space_or_tab(char character) {
  return character == ' ' || character == '\t';
}
std::size_t count_of(std::string_view line, char wanted) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), wanted));
}

/// What comes before the text of a line: the parser would open (or go on with) a quote, list or footnote for each.
struct Prefix {
  std::size_t containers = 0;
  std::size_t columns = 0;  ///< of white space
  std::size_t size = 0;     ///< bytes up to the text
};

/// Bytes of the list marker, footnote label or '>' that `rest` begins with; 0 when there is none.
std::size_t container_size(std::string_view rest) {
  if (rest.starts_with('>')) return 1;
  if (rest.starts_with("[^")) {
    const std::size_t end = rest.find_first_of("] \t", 2);
    return end > 2 && end < rest.size() && rest.substr(end, 2) == "]:" ? end + 2 : 0;
  }
  std::size_t size = 0;
  while (size < rest.size() && size < 9 && is_digit(rest[size])) ++size;
  const std::string_view markers = size == 0 ? "-+*" : ".)";
  if (size == rest.size() || markers.find(rest[size]) == std::string_view::npos) return 0;
  ++size;
  return size == rest.size() || is_space_or_tab(rest[size]) ? size : 0;
}

Prefix prefix_of(std::string_view line) {
  Prefix prefix;
  while (prefix.size < line.size()) {
    if (is_space_or_tab(line[prefix.size])) {
      prefix.columns += line[prefix.size] == '\t' ? 4 - prefix.columns % 4 : 1;
      ++prefix.size;
      continue;
    }
    const std::size_t size = container_size(line.substr(prefix.size));
    if (size == 0) break;
    prefix.size += size;
    ++prefix.containers;
  }
  return prefix;
}

/// "- - - -" is a line across the page; only after a blank line it is surely not a list in a list.
bool is_thematic_break(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first < 4 && (line[first] == '-' || line[first] == '*') &&
         line.find_first_not_of(std::string{' ', '\t', line[first]}) == std::string_view::npos;
}

/// Whether the line could separate the header of a table from its rows.
bool is_delimiter_line(std::string_view line, const Prefix& prefix) {
  const auto consists_of = [](std::string_view part, std::string_view characters) {
    return part.find_first_not_of(characters) == std::string_view::npos && part.find('-') != std::string_view::npos &&
           part.find_first_of("|:") != std::string_view::npos;
  };
  // "- |" may be an item of a list or two cells.
  return consists_of(line.substr(prefix.size), "|:- \t") || consists_of(line, ">|:- \t");
}

/// The pieces for which the parser searches far and wide.
constexpr std::array<std::string_view, 4> searched_signs{"<?", "<!", "![", "@"};

/// Which characters a line has of those that a limit speaks of: most lines have none, and need no second look.
namespace has {
constexpr unsigned char line_end = 1;
constexpr unsigned char bar = 2;
constexpr unsigned char colon = 4;
constexpr unsigned char sign = 8;
constexpr unsigned char emphasis = 16;
constexpr unsigned char closing_bracket = 32;
constexpr unsigned char searched = 64;  ///< begins what the parser searches an end for
}  // namespace has

constexpr std::array<unsigned char, 256> make_classes() {
  std::array<unsigned char, 256> classes{};
  const auto set = [&](std::string_view characters, unsigned char mark) {
    for (const char character : characters) classes[static_cast<unsigned char>(character)] |= mark;
  };
  set("\r\n", has::line_end);
  set("|", has::bar);
  set(":", has::colon);
  for (const std::string_view sign : searched_signs) set(sign.substr(0, 1), has::sign);
  set("*_~", has::emphasis);
  set("]", has::closing_bracket);
  set("[]<&*_~`\\@", has::searched);
  return classes;
}

constexpr std::array<unsigned char, 256> classes = make_classes();

/// Goes over the lines of a text and keeps the counts that the limits speak of.
class LimitScan {
 public:
  LimitScan(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics)
      : text_(text), file_(file), offset_(offset), diagnostics_(diagnostics) {
    // The parser skips it, so that the line begins after it.
    if (text.starts_with(byte_order_mark)) next_ = byte_order_mark.size();
  }

  bool accepts() {
    while (next_ < text_.size()) {
      const std::string_view line = take_line();
      const bool is_blank = line.find_first_not_of(" \t") == std::string_view::npos;
      if (code_.holds(line) || is_blank) {
        paragraph_ = {};
      } else if (!accepts_line(line)) {
        return false;
      }
    }
    const std::size_t copied = longest_definition_ * closing_brackets_;
    if (copied <= markdown_limit::copied_definitions) return true;
    begin_ = longest_definition_begin_;
    return refuse(markdown_copies_too_large, {std::to_string(markdown_limit::copied_definitions / kilobyte)});
  }

 private:
  /// Counts since the last blank line; the parser may take the lines for one paragraph or table.
  struct Paragraph {
    std::size_t size = 0;
    std::size_t searched = 0;  // signs, see `has`
    std::size_t delimiter_lines = 0;
    std::size_t columns = 0;  // of the table that may have begun
    std::array<std::size_t, searched_signs.size()> signs{};
    std::size_t emphasis = 0;
    bool has_leading_bracket = false;
    bool has_definition = false;
    std::size_t open_title = 0;  // bytes since a line whose title may go on
  };

  /// The parser ends a line at a carriage return as well.
  std::string_view take_line() {
    begin_ = next_;
    std::size_t end = begin_;
    unsigned seen = 0;  // kept out of memory, where any byte of the text might stand
    for (; end < text_.size(); ++end) {
      seen |= classes[static_cast<unsigned char>(text_[end])];
      if ((seen & has::line_end) != 0) break;
    }
    seen_ = seen;
    next_ = end + (text_.substr(end, 2) == "\r\n" ? 2 : 1);
    return text_.substr(begin_, end - begin_);
  }

  bool accepts_line(std::string_view line) {
    const bool begins_paragraph = paragraph_.size == 0;
    paragraph_.size += line.size() + 1;
    const std::size_t searched = count_searched(line);
    paragraph_.searched += searched;
    const std::size_t longest_line = longest_with(searched, markdown_limit::line, markdown_limit::signs_times_line);
    if (line.size() > longest_line) return refuse_kilobytes(markdown_line_too_long, longest_line);
    const std::size_t longest_paragraph =
        longest_with(paragraph_.searched, markdown_limit::paragraph, markdown_limit::signs_times_paragraph);
    if (paragraph_.size > longest_paragraph) return refuse_kilobytes(markdown_paragraph_too_long, longest_paragraph);
    const Prefix prefix = prefix_of(line);
    return ((begins_paragraph && is_thematic_break(line)) || accepts_prefix(prefix)) && accepts_table(line, prefix) &&
           accepts_signs(line) && accepts_addresses(line) && accepts_repetition(line) &&
           accepts_definition(line, prefix) && accepts_footnotes(line);
  }

  std::size_t count_searched(std::string_view line) const {
    std::size_t count = 0;
    if ((seen_ & has::searched) != 0) {
      for (std::size_t position = 0; position < line.size(); ++position) {
        const unsigned char mark = classes[static_cast<unsigned char>(line[position])];
        // "**" is one sign: a run opens or closes as a whole.
        const bool goes_on = (mark & has::emphasis) != 0 && position > 0 && line[position - 1] == line[position];
        if ((mark & has::searched) != 0 && !goes_on) ++count;
      }
    }
    if ((seen_ & has::colon) != 0) count += count_of_words(line, "://");
    return has_www_ ? count + count_of_words(line, "www.") : count;
  }

  static std::size_t count_of_words(std::string_view line, std::string_view wanted) {
    std::size_t count = 0;
    for (std::size_t place = line.find(wanted); place != std::string_view::npos; place = line.find(wanted, place + 1)) {
      ++count;
    }
    return count;
  }

  /// How long what holds `signs` may be.
  static std::size_t longest_with(std::size_t signs, std::size_t longest, std::size_t product) {
    return signs == 0 ? longest : std::min(longest, product / signs);
  }

  bool accepts_prefix(const Prefix& prefix) {
    if (prefix.containers > markdown_limit::containers_in_line) {
      return refuse_count(markdown_too_deep, markdown_limit::containers_in_line);
    }
    return prefix.columns <= markdown_limit::indentation ||
           refuse_count(markdown_indented_too_far, markdown_limit::indentation);
  }

  bool accepts_table(std::string_view line, const Prefix& prefix) {
    const std::size_t bars = (seen_ & has::bar) == 0 ? 0 : count_of(line, '|');
    if (bars > markdown_limit::bars_in_line) return refuse_count(markdown_table_too_wide, markdown_limit::bars_in_line);
    if ((seen_ & (has::bar | has::colon)) != 0 && is_delimiter_line(line, prefix)) {
      paragraph_.columns = std::max(paragraph_.columns, bars + 1);
      if (++paragraph_.delimiter_lines > markdown_limit::delimiter_lines_in_paragraph) {
        return refuse_count(markdown_many_delimiter_lines, markdown_limit::delimiter_lines_in_paragraph);
      }
    }
    cells_ += paragraph_.columns;
    return cells_ <= markdown_limit::cells_in_table ||
           refuse_count(markdown_tables_too_large, markdown_limit::cells_in_table);
  }

  bool accepts_signs(std::string_view line) {
    if ((seen_ & has::sign) == 0) return true;
    for (std::size_t index = 0; index < searched_signs.size(); ++index) {
      const std::string_view sign = searched_signs[index];
      for (std::size_t found = line.find(sign); found != std::string_view::npos; found = line.find(sign, found + 1)) {
        if (++paragraph_.signs[index] <= markdown_limit::searches_in_paragraph) continue;
        return refuse(markdown_many_signs, {std::to_string(markdown_limit::searches_in_paragraph), std::string(sign)});
      }
    }
    return true;
  }

  bool accepts_addresses(std::string_view line) {
    if ((seen_ & has::colon) == 0 && (!has_www_ || line.find("www.") == std::string_view::npos)) return true;
    std::size_t in_word = 0;
    for (std::size_t position = 0; position < line.size(); ++position) {
      if (is_space_or_tab(line[position])) in_word = 0;
      const std::string_view rest = line.substr(position, 4);
      if (rest == "www." || rest.starts_with("://")) ++in_word;
      if (in_word > markdown_limit::addresses_in_word) {
        return refuse_count(markdown_many_addresses, markdown_limit::addresses_in_word);
      }
    }
    return true;
  }

  bool accepts_repetition(std::string_view line) {
    if ((seen_ & has::emphasis) == 0 && line.size() <= markdown_limit::same_punctuation) return true;
    std::size_t length = 0;
    for (std::size_t position = 0; position < line.size(); ++position) {
      length = position > 0 && line[position] == line[position - 1] ? length + 1 : 1;
      if (length > markdown_limit::same_punctuation && is_punctuation(line[position])) {
        return refuse(markdown_repeated_punctuation,
                      {std::to_string(markdown_limit::same_punctuation), std::string(1, line[position])});
      }
      if (length == 1 && (classes[static_cast<unsigned char>(line[position])] & has::emphasis) != 0) {
        ++paragraph_.emphasis;
        if (paragraph_.emphasis == markdown_limit::much_emphasis + 1)
          emphasis_in_text_ += paragraph_.emphasis;
        else if (paragraph_.emphasis > markdown_limit::much_emphasis)
          ++emphasis_in_text_;
      }
    }
    if (emphasis_in_text_ > markdown_limit::emphasis_in_long_paragraphs) {
      return refuse(markdown_much_emphasis_in_text, {std::to_string(markdown_limit::emphasis_in_long_paragraphs),
                                                     std::to_string(markdown_limit::much_emphasis)});
    }
    return paragraph_.emphasis <= markdown_limit::emphasis_in_paragraph ||
           refuse_count(markdown_much_emphasis, markdown_limit::emphasis_in_paragraph);
  }

  /// Measures what may be link definitions ("[label]: address 'title'"); label and title may go over several lines.
  bool accepts_definition(std::string_view line, const Prefix& prefix) {
    if ((seen_ & has::closing_bracket) != 0) closing_brackets_ += count_of(line, ']');
    paragraph_.has_leading_bracket |= line.substr(prefix.size).starts_with('[');
    paragraph_.has_definition |= paragraph_.has_leading_bracket && line.find("]:") != std::string_view::npos;
    if (!paragraph_.has_definition) return true;
    if (paragraph_.open_title > 0 || may_leave_title_open(line.substr(prefix.size)))
      paragraph_.open_title += line.size() + 1;
    const std::size_t size = std::max(line.size(), paragraph_.open_title);
    if (size > longest_definition_) {
      longest_definition_ = size;
      longest_definition_begin_ = begin_;
    }
    return size <= markdown_limit::link_definition ||
           refuse_kilobytes(markdown_definition_too_long, markdown_limit::link_definition);
  }

  /// The parser loses what is between the brackets of a reference to a footnote that continues on the next line.
  bool accepts_footnotes(std::string_view line) {
    if (!has_footnotes_) return true;
    const std::size_t begin = open_footnote_label(line);
    if (begin == std::string_view::npos) return true;
    begin_ += begin;
    return refuse(markdown_open_footnote, {});
  }

  /// Whether a title may begin in `text`, a line without its prefix, and end on a later one. When in doubt: yes.
  static bool may_leave_title_open(std::string_view text) {
    std::size_t quotes = 0;
    std::size_t opening = 0;
    for (std::size_t position = 0; position < text.size(); ++position) {
      const bool is_quote = text[position] == '"' || text[position] == '\'' || text[position] == '(';
      if (!is_quote || (position > 0 && !is_space_or_tab(text[position - 1]))) continue;
      ++quotes;
      opening = position;
    }
    if (quotes == 0) return false;
    const std::size_t last = text.find_last_not_of(" \t");
    const char closing = text[opening] == '(' ? ')' : text[opening];
    return quotes > 1 || last == opening || text[last] != closing || text[last - 1] == '\\';
  }

  bool refuse(const Rule& rule, std::vector<Argument> arguments) {
    constexpr std::size_t widest_mark = 80;
    const std::size_t end = std::min({text_.find_first_of("\r\n", begin_), begin_ + widest_mark, text_.size()});
    diagnostics_.report(
        rule, {file_, static_cast<std::uint32_t>(offset_ + begin_), static_cast<std::uint32_t>(offset_ + end)},
        std::move(arguments));
    return false;
  }
  bool refuse_count(const Rule& rule, std::size_t limit) { return refuse(rule, {std::to_string(limit)}); }
  bool refuse_kilobytes(const Rule& rule, std::size_t limit) { return refuse_count(rule, limit / kilobyte); }

  std::string_view text_;
  FileId file_;
  std::uint32_t offset_;
  Diagnostics& diagnostics_;
  std::size_t begin_ = 0;  // of the line
  std::size_t next_ = 0;
  unsigned seen_ = 0;  // of the line, see `has`
  const bool has_footnotes_ = may_define_footnotes(text_);
  const bool has_www_ = text_.find("www.") != std::string_view::npos;
  FencedCode code_;
  Paragraph paragraph_;
  std::size_t cells_ = 0;
  std::size_t emphasis_in_text_ = 0;  // of paragraphs with much of it
  std::size_t closing_brackets_ = 0;
  std::size_t longest_definition_ = 0;
  std::size_t longest_definition_begin_ = 0;
};

}  // namespace

std::size_t markdown_output_limit(std::size_t size) {
  const std::size_t by_size = std::max(size * markdown_limit::output_factor, markdown_limit::output_for_short_text);
  return std::min(by_size, markdown_limit::output);
}

bool check_markdown_limits(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics) {
  if (text.size() > markdown_limit::text) {
    diagnostics.report(markdown_text_too_large, {file, offset, offset},
                       {std::to_string(markdown_limit::text / kilobyte), std::to_string(text.size() / kilobyte + 1)});
    return false;
  }
  // What is odd but possible is reported once, where the file is read.
  Diagnostics encoding;
  if (!check_text_encoding(text, file, offset, encoding)) {
    for (const Diagnostic& one : encoding.in_source_order()) diagnostics.report(*one.rule, one.where, one.arguments);
    return false;
  }
  return LimitScan(text, file, offset, diagnostics).accepts();
}

}  // namespace wegwijs
