#include "source/markdown_near_misses.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "source/markdown_near_miss_advice.h"
#include "source/markdown_paragraph.h"
#include "text/ascii.h"
#include "text/odd_characters.h"

namespace wegwijs {
namespace {

constexpr std::string_view ends_of_words{"\n\1", 2};

constexpr BilingualText meant_so{" Bedoelt u dit letterlijk? Zet er dan een \\ voor.",
                                 " Do you mean this as it stands? Then put a \\ before it."};

Argument help_of(const BilingualText& repair, bool can_be_escaped) {
  std::string nl(repair.nl);
  std::string en(repair.en);
  if (can_be_escaped) {
    nl += meant_so.nl;
    en += meant_so.en;
  }
  return {std::move(nl), std::move(en)};
}

bool is_word(char character) {
  return is_letter(character) || is_digit(character) || static_cast<unsigned char>(character) >= 0x80;
}
bool begins_word(char character) {
  return is_letter(character) || static_cast<unsigned char>(character) >= 0x80;
}

bool begins_address(std::string_view text) {
  return text.starts_with('/') || text.starts_with("http") || text.starts_with("www.") || text.starts_with("mailto:");
}

/// Of one paragraph; nobody repairs more at once.
constexpr std::size_t most_misses = 20;

class NearMissSearch {
 public:
  NearMissSearch(std::string_view text, std::string_view masked, WordsOf words_of)
      : text_(text), masked_(masked), words_of_(words_of) {}

  std::vector<NearMiss> find() {
    if (words_of_ != WordsOf::heading_or_cell) find_at_lines();
    if (std::any_of(masked_.begin(), masked_.end(), [](char character) { return is_mark(character); })) find_marks();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const NearMiss& left, const NearMiss& right) { return left.begin < right.begin; });
    return without_overlaps();
  }

 private:
  /// Whether `find_marks` may find anything here: most paragraphs have no such sign.
  static bool is_mark(char character) {
    static constexpr std::array<bool, 256> table = [] {
      std::array<bool, 256> marks{};
      for (const char mark : std::string_view("[]{*_~`^=")) marks[static_cast<unsigned char>(mark)] = true;
      return marks;
    }();
    return table[static_cast<unsigned char>(character)];
  }

  void find_marks() {
    find_links();
    find_reversed_links();
    for (const std::string_view mark : {"**", "__", "~~"}) find_double_marks(mark);
    for (const char mark : {'*', '_'}) find_single_mark(mark);
    find_open_code();
    find_raised();
    find_marked();
    find_languages();
  }

  void add(std::size_t begin, std::size_t end, const near_miss::Advice& advice) {
    if (is_full()) return;
    const bool can_be_escaped = static_cast<unsigned char>(masked_[begin]) < 0x80 && !is_word(masked_[begin]);
    found_.push_back({begin, end, advice.reason, help_of(advice.repair, can_be_escaped)});
  }
  void add_up_to(std::size_t begin, std::string_view ends, const near_miss::Advice& advice) {
    // Before the end is looked for: that may be far, for each of thousands.
    if (is_full()) return;
    add(begin, std::min(masked_.find_first_of(ends, begin + 1), masked_.size()), advice);
  }
  bool is_full() const { return found_.size() >= most_misses; }
  char at(std::size_t place) const { return place < masked_.size() ? masked_[place] : '\n'; }
  char before(std::size_t place) const { return place == 0 ? '\n' : masked_[place - 1]; }

  std::vector<NearMiss> without_overlaps() {
    std::vector<NearMiss> result;
    for (NearMiss& one : found_) {
      if (result.empty() || result.back().end <= one.begin) result.push_back(std::move(one));
    }
    return result;
  }

  /// What only means something at the beginning of a line.
  void find_at_lines() {
    std::vector<std::size_t> weak_items;  // what may be a list, or a sentence that happens to break there
    std::vector<std::size_t> starred;     // one alone is emphasis without an end
    bool has_list = false;
    for (std::size_t begin = 0; begin < masked_.size();) {
      const std::size_t end = std::min(masked_.find('\n', begin), masked_.size());
      const std::string_view line = masked_.substr(begin, end - begin);
      if (!find_hard_space(begin, line)) {
        find_heading(begin, line);
        if (begin == 0) find_table(line);
        if (begins_with_bullet(line) && !has_list) {
          add_up_to(begin, ends_of_words, near_miss::list_item);
          has_list = true;
        }
        if (begins_with_dash(line) || begins_with_number(line)) weak_items.push_back(begin);
        if (line.size() > 1 && line[0] == '*' && begins_word(line[1])) starred.push_back(begin);
      }
      begin = end + 1;
    }
    if (starred.size() > 1) weak_items = std::move(starred);
    if (weak_items.empty() || has_list) return;
    const bool is_list = weak_items.front() == 0 ? words_of_ == WordsOf::paragraph : false;
    if (!is_list && weak_items.size() < 2) return;
    const std::size_t first = weak_items.front();
    add_up_to(first, ends_of_words, is_digit(masked_[first]) ? near_miss::numbered_item : near_miss::list_item);
  }

  bool find_hard_space(std::size_t begin, std::string_view line) {
    std::size_t size = std::min(line.find_first_not_of('#'), line.size());
    if (size == 0 && !line.empty() && std::string_view("-*+").find(line[0]) != npos) size = 1;
    if (size == 0) {
      while (size < line.size() && is_digit(line[size])) ++size;
      size = size > 0 && size < line.size() && (line[size] == '.' || line[size] == ')') ? size + 1 : 0;
    }
    if (size == 0 || size > 6 || odd_space_size(line.substr(size)) == 0) return false;
    add_up_to(begin, ends_of_words, near_miss::hard_space_in_mark);
    return true;
  }

  void find_heading(std::size_t begin, std::string_view line) {
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    constexpr std::size_t deepest = 6;
    if (hashes > deepest && hashes < line.size()) return add_up_to(begin, ends_of_words, near_miss::deep_heading);
    if (hashes < 2 || hashes > 6 || hashes == line.size() || line[hashes] == ' ' || line[hashes] == '\t') return;
    add_up_to(begin, std::string_view(" \n\1", 3), near_miss::unspaced_heading);
  }

  void find_table(std::string_view line) {
    if (line.starts_with('|') && line.find('|', 1) != npos) add_up_to(0, ends_of_words, near_miss::table_without_rule);
  }

  /// The signs of Word, and those that its private fonts become.
  static bool begins_with_bullet(std::string_view line) {
    static constexpr std::array<std::string_view, 22> bullets{
        "•", "·", "▪", "●", "○", "◦",      "‣",      "■",      "□",      "➢",      "➤",
        "✓", "✔", "⁃", "❖", "◆", "\uF0B7", "\uF0A7", "\uF0D8", "\uF0FC", "\uF076", "\uF06F"};
    const bool is_bullet =
        !line.empty() && static_cast<unsigned char>(line[0]) >= 0x80 &&
        std::any_of(bullets.begin(), bullets.end(), [&](std::string_view bullet) { return line.starts_with(bullet); });
    return is_bullet || line.starts_with("o\t") || line.starts_with("o   ") || line.starts_with("o\u00A0");
  }

  static bool begins_with_dash(std::string_view line) {
    for (const std::string_view dash : {"–", "—", "−"}) {
      if (line.starts_with(dash)) return line.size() > dash.size();
    }
    if (line.size() < 2 || line[0] != '-') return false;
    return begins_word(line[1]) || line[1] == MarkdownParagraph::markup;
  }

  static bool begins_with_number(std::string_view line) {
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    if (digits == 0 || digits > 2 || digits + 1 >= line.size()) return false;
    return (line[digits] == '.' || line[digits] == ')') && begins_word(line[digits + 1]);
  }

  void find_links() {
    struct Sign {
      std::string_view sign;
      std::string_view ends;
      const near_miss::Advice* advice;
    };
    static constexpr std::array signs{Sign{"[^", std::string_view("\n\1 ]", 4), &near_miss::unknown_footnote},
                                      Sign{"[[", std::string_view("]\n\1", 3), &near_miss::wiki_link},
                                      Sign{"{{", ends_of_words, &near_miss::shortcode},
                                      Sign{"{%", ends_of_words, &near_miss::shortcode}};
    for (const Sign& one : signs) {
      for (std::size_t place = masked_.find(one.sign); place != npos;
           place = masked_.find(one.sign, place + one.sign.size())) {
        add_up_to(place, one.ends, *one.advice);
      }
    }
    for (std::size_t place = masked_.find("]("); place != npos && !is_full(); place = masked_.find("](", place + 1)) {
      if (is_bracket_meant_so(place)) continue;
      // A mail address behind it was read as a link of its own, and then nothing is left to show but the words before.
      const bool is_cut = at(place + 2) == MarkdownParagraph::markup;
      const std::size_t words = is_cut ? masked_.rfind('[', place) : place;
      add_up_to(words == npos ? place : words, std::string_view(")\n\1", 3), near_miss::broken_link);
    }
    for (std::size_t place = masked_.find("]["); place != npos && !is_full(); place = masked_.find("][", place + 1)) {
      if (!is_bracket_meant_so(place)) add_up_to(place, std::string_view("\n\1", 2), near_miss::unknown_reference);
    }
    for (std::size_t place = masked_.find("] ("); place != npos && !is_full(); place = masked_.find("] (", place + 1)) {
      if (begins_address(masked_.substr(place + 3)) && !is_bracket_meant_so(place)) {
        add_up_to(place, std::string_view(")\n\1", 3), near_miss::spaced_link);
      }
    }
  }

  /// "(text)[/address/]": the brackets the other way round.
  void find_reversed_links() {
    for (std::size_t place = masked_.find(")["); place != npos && !is_full(); place = masked_.find(")[", place + 1)) {
      if (begins_address(masked_.substr(place + 2)))
        add_up_to(place, std::string_view("]\n\1", 3), near_miss::reversed_link);
    }
  }

  /// Whether the bracket that `]` at `close` would close has a backslash.
  bool is_bracket_meant_so(std::size_t close) const {
    constexpr std::size_t longest_words_of_link = 300;
    int depth = 0;
    for (std::size_t place = close; place > 0 && close - place < longest_words_of_link; --place) {
      const char character = text_[place - 1];
      if (character == ']') ++depth;
      if (character != '[') continue;
      if (depth == 0) return masked_[place - 1] == MarkdownParagraph::literal;
      --depth;
    }
    return false;
  }

  /// The runs of at least two of the character of `mark`.
  std::vector<std::size_t> runs_of(std::string_view mark) const {
    std::vector<std::size_t> runs;
    for (std::size_t place = masked_.find(mark); place != npos;) {
      runs.push_back(place);
      const std::size_t end = std::min(masked_.find_first_not_of(mark[0], place), masked_.size());
      place = masked_.find(mark, end);
    }
    return runs;
  }

  void find_double_marks(std::string_view mark) {
    const std::vector<std::size_t> runs = runs_of(mark);
    for (std::size_t index = 0; index < runs.size(); index += 2) {
      const std::size_t begin = runs[index];
      const std::size_t inside = std::min(masked_.find_first_not_of(mark[0], begin), masked_.size());
      if (index + 1 == runs.size()) {
        add_unpaired(begin, inside);
        return;
      }
      const std::size_t end = runs[index + 1];
      const bool is_loose = is_space(at(inside)) || is_space(before(end));
      const std::size_t behind = std::min(masked_.find_first_not_of(mark[0], end), masked_.size());
      add(begin, behind, is_loose ? near_miss::loose_mark : near_miss::stuck_mark);
    }
  }

  /// A mark that begins or ends something without its other half; it is named.
  void add_unpaired(std::size_t begin, std::size_t inside) {
    const std::string mark(masked_.substr(begin, std::min<std::size_t>(inside - begin, 2)));
    if (is_space(at(inside)) && !is_space(before(begin))) {
      found_.push_back({begin,
                        inside,
                        {"'" + mark + "' sluit hier iets af dat in deze alinea nergens begint",
                         "'" + mark + "' ends something here that begins nowhere in this paragraph"},
                        help_of_words("Zet '" + mark + "' ook voor het eerste woord, of haal het hier weg.",
                                      "Put '" + mark + "' before the first word too, or remove it here.")});
      return;
    }
    const std::size_t end = std::min(masked_.find_first_of(ends_of_words, inside), masked_.size());
    found_.push_back({begin, end, unpaired_reason(mark),
                      help_of_words("Zet '" + mark + "' ook achter het laatste woord, of haal het hier weg.",
                                    "Put '" + mark + "' after the last word too, or remove it here.")});
  }

  static Argument unpaired_reason(const std::string& mark) {
    return {"'" + mark + "' wordt in deze alinea niet meer gesloten", "'" + mark + "' is not closed in this paragraph"};
  }

  static Argument help_of_words(const std::string& nl, const std::string& en) {
    return {nl + std::string(meant_so.nl), en + std::string(meant_so.en)};
  }

  /// One `*` or `_` before a word and none after it. An asterisk after a word is a note, and one among figures a sum.
  void find_single_mark(char mark) {
    for (std::size_t place = masked_.find(mark); place != npos; place = masked_.find(mark, place + 1)) {
      const bool is_single = at(place + 1) != mark && before(place) != mark;
      const char previous = before(place);
      const bool begins = is_space(previous) || previous == '(' || previous == '"';
      if (!is_single || !begins || !begins_word(at(place + 1))) continue;
      const std::size_t other = masked_.find(mark, place + 1);
      if (other == npos) {
        add_unpaired(place, place + 1);
      } else if (is_space(before(other)) && is_space(at(other + 1))) {
        add(place, other + 1, near_miss::loose_mark);
      }
      return;
    }
  }

  void find_open_code() {
    const std::size_t place = masked_.find('`');
    if (place == npos) return;
    const std::size_t inside = std::min(masked_.find_first_not_of('`', place), masked_.size());
    const std::size_t end = std::min(masked_.find_first_of(ends_of_words, inside), masked_.size());
    found_.push_back({place, end, unpaired_reason(std::string(masked_.substr(place, inside - place))),
                      help_of_words("Zet hetzelfde teken ook achter de code; bedoelt u een apostrof, typ dan '.",
                                    "Put the same sign after the code too; if you mean an apostrophe, type '.")});
  }

  void find_raised() {
    for (std::size_t place = masked_.find('^'); place != npos; place = masked_.find('^', place + 1)) {
      constexpr std::size_t longest = 8;
      std::size_t end = place + 1;
      while (end < masked_.size() && end - place <= longest &&
             (is_letter(masked_[end]) || is_digit(masked_[end]) || masked_[end] == '+' || masked_[end] == '-')) {
        ++end;
      }
      if (end == place + 1 || at(end) != '^' || !is_word(before(place))) continue;
      add(place, end + 1, near_miss::raised_text);
      place = end;
    }
  }

  void find_marked() {
    const std::size_t place = masked_.find("==");
    if (place == npos || !is_word(at(place + 2)) || is_word(before(place))) return;
    const std::size_t end = masked_.find("==", place + 2);
    if (end == npos || !is_word(before(end)) || masked_.substr(place, end - place).find('\n') != npos) return;
    add(place, end + 2, near_miss::marked_text);
  }

  /// A mark of a language that was not understood; those that were are no longer in the text.
  void find_languages() {
    for (std::size_t place = masked_.find("{lang"); place != npos && !is_full();
         place = masked_.find("{lang", place + 1)) {
      const std::size_t end = std::min(masked_.find_first_of(std::string_view("}\n\1", 3), place), masked_.size());
      add(place, end + (at(end) == '}' ? 1 : 0), near_miss::language_mark);
    }
  }

  std::string_view text_;
  std::string_view masked_;
  WordsOf words_of_;
  std::vector<NearMiss> found_;
};

}  // namespace

std::vector<NearMiss> near_misses_in(std::string_view text, std::string_view masked, WordsOf words_of) {
  return NearMissSearch(text, masked, words_of).find();
}

}  // namespace wegwijs
