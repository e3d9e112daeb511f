#include "source/markdown_oversights.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "source/markdown_rules.h"
#include "source/markdown_tree.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::size_t quoted_code_points = 60;
constexpr std::string_view white_space = " \t";
constexpr std::string_view before_words = " \t>";

std::string quoted(std::string_view words) {
  std::string result(first_code_points(words, quoted_code_points));
  std::replace(result.begin(), result.end(), '\n', ' ');
  return result;
}

std::string_view without_start(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(before_words), line.size()));
}

bool is_word(std::string_view part) {
  const std::size_t last = part.find_last_not_of(".,:;!?)\"'");
  const std::size_t first = part.find_first_not_of("(\"'");
  if (first == npos || last == npos || last < first) return false;
  return std::all_of(part.begin() + static_cast<std::ptrdiff_t>(first),
                     part.begin() + static_cast<std::ptrdiff_t>(last) + 1, [](char character) {
                       return is_letter(character) || static_cast<unsigned char>(character) >= 0x80 ||
                              character == '-' || character == '\'';
                     });
}

std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = line.find_first_not_of(white_space); begin != npos;
       begin = line.find_first_not_of(white_space, begin)) {
    const std::size_t end = std::min(line.find_first_of(white_space, begin), line.size());
    parts.push_back(line.substr(begin, end - begin));
    begin = end;
  }
  return parts;
}

bool ends_sentence(std::string_view words) {
  const std::size_t last = words.find_last_not_of(" \t\"')");
  return last != npos && std::string_view(".!?:;,").find(words[last]) != npos;
}

/// Whether a line of code reads as a sentence or an item of a list. Code has other signs and hardly ever three words in
/// a row.
bool reads_as_words(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("•") || line.starts_with("·")) return true;
  const std::vector<std::string_view> parts = parts_of(line);
  const std::size_t number = !parts.empty() && is_digit(parts[0][0]) && parts[0].ends_with('.') ? 1 : 0;
  if (parts.size() < number + 2) return false;
  if (line.find_first_of("{}=<>$|\\;`") != npos) return false;
  std::size_t in_a_row = 0;
  for (std::size_t index = number; index < parts.size(); ++index) {
    in_a_row = is_word(parts[index]) ? in_a_row + 1 : 0;
    if (in_a_row >= 3) return true;
  }
  return in_a_row >= 2 && (ends_sentence(line) || number > 0);
}

/// A sentence, not the words of a heading.
bool is_sentence(std::string_view words) {
  constexpr std::size_t most_words_of_heading = 8;
  return ends_sentence(words) || parts_of(words).size() > most_words_of_heading;
}

/// `[name]: address` or `[^name]: words`.
struct Definition {
  std::size_t line;  ///< from 1
  std::string name;  ///< as names are compared
  std::string_view words;
  bool is_footnote;
};

/// Small letters and single spaces, as the parser compares names.
std::string comparable(std::string_view name) {
  std::string result;
  for (const std::string_view part : parts_of(name)) {
    if (!result.empty()) result += ' ';
    result += lower_case(part);
  }
  return result;
}

class OversightReport {
 public:
  OversightReport(std::string_view parsed, MarkdownMistakes& mistakes)
      : mistakes_(mistakes), may_define_(parsed.find("]:") != npos) {
    for (std::size_t begin = 0; begin < parsed.size();) {
      const std::size_t end = std::min(parsed.find('\n', begin), parsed.size());
      std::string_view line = parsed.substr(begin, end - begin);
      if (line.ends_with('\r')) line.remove_suffix(1);
      lines_.push_back(line);
      begin = end + 1;
    }
    is_code_.resize(lines_.size(), false);
  }

  void report(cmark_node* document) {
    walk(document, [&](cmark_node* node, bool entering) {
      if (entering) report_node(node);
      return true;
    });
    if (may_define_) report_definitions();
  }

 private:
  /// Empty beyond the last line.
  std::string_view line(std::size_t number) const {
    return number == 0 || number > lines_.size() ? std::string_view() : lines_[number - 1];
  }
  static std::size_t first_line_of(cmark_node* node) {
    return static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)));
  }

  void report_node(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) report_heading(node);
    if (type == CMARK_NODE_CODE_BLOCK) report_code(node);
    if (is_built_in(type)) return;
    const std::string_view name = cmark_node_get_type_string(node);
    if (name == "table") columns_ = cmark_gfm_extensions_get_table_columns(node);
    if (name == "table_row") report_row(node);
    if (name == "strikethrough") report_lowered(node);
  }

  /// The types of extensions are numbers above the built-in ones, among the blocks and among the inlines.
  static bool is_built_in(cmark_node_type type) {
    const bool is_block = (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
    return type <= (is_block ? CMARK_NODE_FOOTNOTE_DEFINITION : CMARK_NODE_FOOTNOTE_REFERENCE);
  }

  void report_heading(cmark_node* node) {
    const std::size_t number = first_line_of(node);
    if (cmark_node_first_child(node) == nullptr) {
      lost(mistakes_.line_span(number), quoted(without_start(line(number))),
           {"achter de # staan geen woorden", "there are no words after the #"},
           {"Schrijf de kop achter de #, of haal de regel weg.", "Write the heading after the #, or remove the line."});
      return;
    }
    const std::string words = plain_text_of(node);
    const bool has_sign = without_start(line(number)).find('#') != npos && is_marked_heading(node, number);
    const int level = std::max(2, cmark_node_get_heading_level(node));
    if (!has_sign && cmark_node_get_heading_level(node) == 2 && is_sentence(words)) {
      become(
          mistakes_.line_span(number), quoted(words), {"een kop", "a heading"},
          {"direct eronder staat een regel met streepjes", "there is a line of hyphens right below it"},
          {"Zet een lege regel boven de streepjes. Moet het wel een kop zijn? Zet dan ## voor de tekst en haal de "
           "streepjes weg.",
           "Put an empty line above the hyphens. Should it be a heading? Then put ## before the words and remove the "
           "hyphens."});
    }
    if (level > level_ + 1) {
      mistakes_.report(skipped_heading_level, mistakes_.line_span(number),
                       {quoted(words), std::string(static_cast<std::size_t>(level), '#'),
                        std::string(static_cast<std::size_t>(level_ + 1), '#')});
    }
    level_ = level;
  }

  bool is_marked_heading(cmark_node* node, std::size_t number) const {
    const auto column = static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(node)));
    const std::string_view written = line(number);
    return column <= written.size() && written[column - 1] == '#';
  }

  void report_code(cmark_node* node) {
    int length = 0;
    int offset = 0;
    char sign = '`';
    const bool is_fenced = cmark_node_get_fenced(node, &length, &offset, &sign) != 0;
    const std::string_view code = or_empty(cmark_node_get_literal(node));
    const std::size_t first = first_line_of(node);
    const auto size = static_cast<std::size_t>(std::count(code.begin(), code.end(), '\n'));
    for (std::size_t number = first; number <= std::min(first + size + (is_fenced ? 1U : 0U), lines_.size());
         ++number) {
      is_code_[number - 1] = true;
    }
    if (!is_fenced) {
      report_indented(code, first);
    } else if (!closes_fence(line(first + size + 1), sign, static_cast<std::size_t>(length))) {
      const std::string fence(static_cast<std::size_t>(length), sign);
      become(mistakes_.words_span(first, fence), fence,
             {"het begin van code tot het eind van de tekst", "the beginning of code up to the end of the text"},
             {"een regel met '" + fence + "' die de code afsluit ontbreekt",
              "a line with '" + fence + "' that ends the code is missing"},
             {"Zet een regel met '" + fence + "' waar de code ophoudt.",
              "Put a line with '" + fence + "' where the code ends."});
    }
  }

  static bool closes_fence(std::string_view written, char sign, std::size_t length) {
    const std::string_view rest = without_start(written);
    const std::size_t end = std::min(rest.find_first_not_of(sign), rest.size());
    return end >= length && rest.find_first_not_of(white_space, end) == npos;
  }

  void report_indented(std::string_view code, std::size_t first) {
    std::string_view words = code.substr(0, code.find('\n'));
    words = without_start(words);
    if (!reads_as_words(words)) return;
    become(
        mistakes_.words_span(first, words), quoted(words), {"computercode", "computer code"},
        {"de regel begint met vier spaties of een tab", "the line begins with four spaces or a tab"},
        {"Haal de spaties of de tab aan het begin van de regel weg. Is het wel code? Zet dan een regel met ``` erboven "
         "en eronder.",
         "Remove the spaces or the tab at the beginning of the line. Is it code? Then put a line with ``` above and "
         "below it."});
  }

  /// The parser takes H~2~O for a word that is struck through in part.
  void report_lowered(cmark_node* node) {
    constexpr std::size_t longest = 4;
    const std::string words = plain_text_of(node);
    cmark_node* previous = cmark_node_previous(node);
    if (previous == nullptr || cmark_node_get_type(previous) != CMARK_NODE_TEXT || words.size() > longest) return;
    const std::string_view before = or_empty(cmark_node_get_literal(previous));
    const bool is_within_word =
        !before.empty() && (is_letter(before.back()) || is_digit(before.back()) || before.back() == ')');
    if (!is_within_word) return;
    const std::size_t begin = before.find_last_of(" \t\n");
    const std::string written = std::string(before.substr(begin == npos ? 0 : begin + 1)) + "~" + words + "~";
    cmark_node* block = node;
    while (cmark_node_get_start_line(block) < 1 && cmark_node_parent(block) != nullptr)
      block = cmark_node_parent(block);
    become(
        mistakes_.text_span(block, written), quoted(written), {"doorgestreept", "struck through"},
        {"lage cijfers kunnen hier niet met ~", "lowered figures cannot be made here with ~"},
        {"Typ het lage cijfer zelf, zoals in CO₂. Bedoelt u doorgestreept? Zet er dan twee ~ omheen, los van het "
         "woord.",
         "Type the lowered figure itself, as in CO₂. Do you mean struck through? Then put two ~ around it, apart from "
         "the word."});
  }

  void report_row(cmark_node* node) {
    const std::size_t number = first_line_of(node);
    const std::string_view written = line(number);
    std::size_t at = std::min(written.find_first_not_of(before_words), written.size());
    if (at < written.size() && written[at] == '|') ++at;
    for (std::size_t column = 0; column < columns_; ++column) {
      while (at < written.size() && written[at] != '|') at += written[at] == '\\' ? 2U : 1U;
      if (at >= written.size()) return;
      ++at;
    }
    const std::size_t begin = written.find_first_not_of(" \t|", at);
    if (begin == npos) return;
    const std::string_view words = written.substr(begin, written.find_last_not_of(" \t|") + 1 - begin);
    const std::string columns = std::to_string(columns_);
    lost(mistakes_.words_span(number, words, begin), quoted(words),
         {"de tabel heeft " + columns + (columns_ == 1 ? " kolom" : " kolommen") + " en deze rij meer cellen",
          "the table has " + columns + (columns_ == 1 ? " column" : " columns") + " and this row has more cells"},
         {"Voeg boven een kolom toe, of haal een | weg; een | in een cel schrijft u als \\|.",
          "Add a column at the top, or remove a |; a | within a cell is written as \\|."});
  }

  void lost(SourceSpan where, std::string words, Argument reason, Argument help) {
    mistakes_.report(lost_text, where, {std::move(words), std::move(reason), std::move(help)});
  }
  void become(SourceSpan where, std::string words, Argument what, Argument reason, Argument help) {
    mistakes_.report(becomes_something_else, where,
                     {std::move(words), std::move(what), std::move(reason), std::move(help)});
  }

  /// Reads what is a definition: it begins a paragraph or comes after another one, and after its address is nothing but
  /// a title.
  std::vector<Definition> definitions(std::string& other_words) const {
    std::vector<Definition> found;
    bool may_begin = true;
    for (std::size_t number = 1; number <= lines_.size(); ++number) {
      if (is_code_[number - 1]) {
        may_begin = true;
        continue;
      }
      const std::string_view words = without_start(line(number));
      const std::size_t close = words.starts_with('[') ? words.find("]:") : npos;
      const bool is_footnote = words.starts_with("[^");
      const bool has_name = close != npos && close > (is_footnote ? 2U : 1U) && words.find(']') == close;
      if (has_name && (is_footnote || (may_begin && is_address(words.substr(close + 2))))) {
        found.push_back({number, comparable(words.substr(1, close - 1)), words, is_footnote});
        other_words += ' ';
        other_words += words.substr(close + 2);
      } else {
        other_words += ' ';
        other_words += words;
        may_begin = words.empty() || words.starts_with('#');
      }
    }
    return found;
  }

  static bool is_address(std::string_view behind_name) {
    const std::vector<std::string_view> parts = parts_of(behind_name);
    return parts.size() == 1 || (parts.size() > 1 && std::string_view("\"'(").find(parts[1].front()) != npos);
  }

  void report_definitions() {
    // Each search goes over the whole text.
    constexpr std::size_t most_definitions = 200;
    std::string other_words;
    std::vector<Definition> found = definitions(other_words);
    if (found.empty()) return;
    if (found.size() > most_definitions) found.resize(most_definitions);
    const std::string words = comparable(other_words);
    std::map<std::string, std::size_t> first_lines;
    for (const Definition& one : found) {
      const auto [first, is_new] = first_lines.try_emplace(one.name, one.line);
      if (!is_new) {
        report_repeated(one, first->second);
      } else if (words.find("[" + one.name + "]") == std::string::npos) {
        report_unused(one);
      }
    }
  }

  void report_repeated(const Definition& one, std::size_t first) {
    const std::string line = std::to_string(first);
    lost(mistakes_.words_span(one.line, one.words), quoted(one.words),
         {"deze naam staat al op regel " + line + " van de tekst",
          "this name is already on line " + line + " of the text"},
         {"Geef een van de twee een andere naam, of haal deze weg.",
          "Give one of the two another name, or remove this one."});
  }

  void report_unused(const Definition& one) {
    const SourceSpan where = mistakes_.words_span(one.line, one.words);
    if (one.is_footnote) {
      lost(where, quoted(one.words),
           {"in de tekst staat nergens een verwijzing naar deze voetnoot",
            "nothing in the text refers to this footnote"},
           {"Zet de naam met haken, zoals [^1], in de tekst waar de voetnoot bij hoort, of haal de regel weg.",
            "Put its name with the brackets, as [^1], into the text where the footnote belongs, or remove the line."});
      return;
    }
    lost(where, quoted(one.words),
         {"dit is het adres van een link die nergens in de tekst staat",
          "this is the address of a link that is nowhere in the text"},
         {"Een link schrijft u als [woorden](adres). Is de regel over? Haal hem dan weg.",
          "A link is written as [words](address). Is the line left over? Then remove it."});
  }

  MarkdownMistakes& mistakes_;
  const bool may_define_;  // most texts define nothing, and need no search for what is defined
  std::vector<std::string_view> lines_;
  std::vector<bool> is_code_;
  std::size_t columns_ = 0;  // of the table
  int level_ = 1;            // of the last heading; the title of the page is the first
};

}  // namespace

void report_oversights(cmark_node* document, std::string_view parsed, MarkdownMistakes& mistakes) {
  OversightReport(parsed, mistakes).report(document);
}

}  // namespace wegwijs
