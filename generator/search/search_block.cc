#include "search/search_block.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "files/byte_stream.h"
#include "search/abbreviations.h"
#include "text/ascii.h"
#include "text/dutch_words.h"
#include "text/words.h"

namespace wegwijs {
namespace {

constexpr std::size_t longest_word = 40;
constexpr std::uint32_t no_line = std::numeric_limits<std::uint32_t>::max();

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

/// With its area code, without spaces.
bool is_phone_number(std::string_view word) {
  constexpr std::size_t digits = 10;
  return word.size() == digits && word.front() == '0' && is_number(word);
}

/// Two words that are also looked for as one: a postcode (1102 AB).
bool is_postcode(std::string_view number, std::string_view letters) {
  return number.size() == 4 && is_number(number) && letters.size() == 2 &&
         std::none_of(letters.begin(), letters.end(), is_digit);
}

/// Amounts of money and the like are not looked for; groups, numbers of schools and years are.
bool is_looked_for(std::string_view word) {
  if (word.size() > longest_word || (word.size() == 1 && !is_digit(word.front()))) return false;
  if (!std::all_of(word.begin(), word.end(), is_digit)) return true;
  return word.size() <= 2 || word.size() == 4 || is_phone_number(word);
}

/// The pieces of a word of letters and digits: spinoza20first → spinoza, 20, first. Nothing for a word of one sort.
std::vector<std::string> pieces_of(std::string_view word) {
  std::vector<std::string> pieces;
  for (const char character : word) {
    const bool goes_on = !pieces.empty() && is_digit(pieces.back().front()) == is_digit(character);
    if (!goes_on) pieces.emplace_back();
    pieces.back() += character;
  }
  if (pieces.size() == 1) pieces.clear();
  return pieces;
}

/// What one word counts in a text of so many words.
std::uint16_t count_in(SearchField field, std::size_t text_words) {
  if (field == SearchField::heading || field == SearchField::body) return 1;
  constexpr double usual_words = 5;
  const double relative = static_cast<double>(text_words) / usual_words;
  return static_cast<std::uint16_t>(whole_count / (1 - length_normalisation + length_normalisation * relative));
}

void append_use(std::string& bytes, const WordUse& use) {
  append_varint(bytes, use.word);
  // The body holds most words: one byte says that the other fields hold none.
  const bool in_body_only = use.counts[0] == 0 && use.counts[1] == 0 && use.counts[2] == 0 && use.lines == 0;
  append_varint(bytes, std::uint64_t{use.counts[3]} * 2 + (in_body_only ? 0 : 1));
  if (in_body_only) return;
  for (std::size_t field = 0; field < 3; ++field) append_varint(bytes, use.counts[field]);
  append_varint(bytes, std::uint64_t{use.lines} * 2 + (use.is_name ? 1 : 0));
}

WordUse read_use(std::string_view bytes, std::size_t& position) {
  WordUse use;
  use.word = static_cast<std::uint32_t>(read_varint(bytes, position));
  const std::uint64_t body = read_varint(bytes, position);
  use.counts[3] = static_cast<std::uint16_t>(body / 2);
  if (body % 2 == 0) return use;
  for (std::size_t field = 0; field < 3; ++field)
    use.counts[field] = static_cast<std::uint16_t>(read_varint(bytes, position));
  const std::uint64_t lines = read_varint(bytes, position);
  use.lines = static_cast<std::uint32_t>(lines / 2);
  use.is_name = lines % 2 != 0;
  return use;
}

}  // namespace

/// The words of the page that is being added.
struct SearchBlock::PageWords {
  std::vector<WordUse> uses;
  std::unordered_map<std::uint32_t, std::size_t> place_of;  ///< by word
};

void SearchBlock::add(const SearchText& text, std::string_view address, SearchKindNumber kind) {
  if (text.title.empty()) return;
  PageWords words;
  add_text(text.title, SearchField::title, 0, words);
  add_word(title_initials(text.title), SearchField::title, whole_count, no_line, words);
  add_text(text.summary, SearchField::heading, 1, words);
  SearchCard card{std::string(address), text.title, text.language, text.summary, text.facts, {}, kind};
  for (std::size_t index = 0; index < text.lines.size(); ++index) {
    const SearchLine& line = text.lines[index];
    const bool is_counted = index < counted_search_lines;
    add_text(line.text, line.field, is_counted ? static_cast<std::uint32_t>(index + 2) : no_line, words);
    if (line.is_shown && is_counted) card.lines.push_back(line.text);
  }
  add_text(text.headings, SearchField::heading, no_line, words);
  add_text(text.body, SearchField::body, no_line, words);
  cards_.push_back(std::move(card));
  begins_.push_back(uses_.size());
  for (const WordUse& use : words.uses) append_use(uses_, use);
  add_abbreviations(text);
}

void SearchBlock::add_text(std::string_view text, SearchField field, std::uint32_t line, PageWords& words) {
  std::vector<FoldedWord> all = folded_words(text);
  const std::uint16_t count = count_in(field, all.size());
  std::string before;
  std::string digits;  // of consecutive numbers: a telephone number
  // "Andere talen" is called by its one word that is looked up.
  const bool is_one_word = field == SearchField::title &&
                           std::count_if(all.begin(), all.end(),
                                         [](const FoldedWord& word) { return !is_search_stop_word(word.text); }) == 1;
  for (FoldedWord& word : all) {
    digits = is_number(word.text) ? digits + word.text : "";
    if (digits != word.text && is_phone_number(digits)) add_word(digits, field, count, line, words);
    if (is_postcode(before, word.text)) add_word(before + word.text, field, count, line, words);
    for (std::string& piece : pieces_of(word.text)) add_word(std::move(piece), field, count, line, words);
    if (word.after_hyphen) add_word(before + word.text, field, count, line, words);
    before = word.text;
    WordUse* const use = add_word(std::move(word.text), field, count, line, words);
    if (use != nullptr && is_one_word) use->is_name = true;
  }
}

WordUse* SearchBlock::add_word(std::string word, SearchField field, std::uint16_t count, std::uint32_t line,
                               PageWords& words) {
  if (is_search_stop_word(word)) return nullptr;  // none of them is spelled in two ways
  const std::optional<std::uint32_t> looked_up = number_of(std::move(word));
  if (!looked_up) return nullptr;
  const std::uint32_t number = *looked_up;
  const auto [place, is_new] = words.place_of.emplace(number, words.uses.size());
  if (is_new) words.uses.push_back({number, {}, 0, false});
  WordUse& use = words.uses[place->second];
  std::uint16_t& sum = use.counts[static_cast<std::size_t>(field)];
  constexpr std::uint16_t most = std::numeric_limits<std::uint16_t>::max() / 2;
  if (sum < most) sum = static_cast<std::uint16_t>(sum + count);
  if (line != no_line) use.lines |= 1U << line;
  return &use;
}

void SearchBlock::add_abbreviations(const SearchText& text) {
  const auto add_all = [&](std::vector<Abbreviation> found) {
    std::move(found.begin(), found.end(), std::back_inserter(abbreviations_));
  };
  add_all(explained_abbreviations(text.summary));
  add_all(explained_abbreviations(text.headings));
  add_all(explained_abbreviations(text.body));
  for (const SearchLine& line : text.lines) {
    add_all(explained_abbreviations(line.text));
    // Another name of the page that is made of the letters of its title.
    if (line.field != SearchField::title) continue;
    std::optional<Abbreviation> of_title = abbreviation_of(text.title, line.text);
    if (of_title) abbreviations_.push_back(std::move(*of_title));
  }
}

std::optional<std::uint32_t> SearchBlock::number_of(std::string word) {
  // What has a number is looked up as it is written.
  if (const auto known = numbers_.find(word); known != numbers_.end()) return known->second;
  const auto spellings = search_spellings();
  const auto spelling = std::lower_bound(spellings.begin(), spellings.end(), word,
                                         [](const auto& one, const std::string& wanted) { return one.first < wanted; });
  if (spelling != spellings.end() && spelling->first == word) word = spelling->second;
  if (word.empty() || !is_looked_for(word) || is_search_stop_word(word)) return std::nullopt;
  return numbers_.emplace(std::move(word), static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::vector<std::string_view> SearchBlock::words() const {
  std::vector<std::string_view> words(numbers_.size());
  for (const auto& [word, number] : numbers_) words[number] = word;
  return words;
}

void SearchBlock::append_to(std::string& bytes) const {
  append_varint(bytes, numbers_.size());
  for (const std::string_view word : words()) append_text(bytes, word);
  append_varint(bytes, cards_.size());
  for (std::size_t page = 0; page < cards_.size(); ++page) {
    const SearchCard& card = cards_[page];
    for (const std::string* text : {&card.address, &card.title, &card.language, &card.summary, &card.facts})
      append_text(bytes, *text);
    append_varint(bytes, card.lines.size());
    for (const std::string& line : card.lines) append_text(bytes, line);
    append_varint(bytes, card.kind);
    append_varint(bytes, begins_[page]);
  }
  append_varint(bytes, abbreviations_.size());
  for (const Abbreviation& abbreviation : abbreviations_) {
    append_text(bytes, abbreviation.short_form);
    append_varint(bytes, abbreviation.long_form.size());
    for (const std::string& word : abbreviation.long_form) append_text(bytes, word);
  }
  append_text(bytes, uses_);
}

SearchBlock SearchBlock::from_bytes(ByteReader& bytes) {
  SearchBlock block;
  const std::size_t words = bytes.count();
  for (std::size_t number = 0; number < words; ++number)
    block.numbers_.emplace(bytes.text(), static_cast<std::uint32_t>(number));
  for (std::size_t left = bytes.count(); left > 0; --left) {
    SearchCard card;
    for (std::string* text : {&card.address, &card.title, &card.language, &card.summary, &card.facts})
      *text = bytes.text();
    card.lines.resize(bytes.count());
    for (std::string& line : card.lines) line = bytes.text();
    card.kind = static_cast<SearchKindNumber>(bytes.varint());
    block.cards_.push_back(std::move(card));
    block.begins_.push_back(static_cast<std::size_t>(bytes.varint()));
  }
  for (std::size_t left = bytes.count(); left > 0; --left) {
    Abbreviation abbreviation{std::string(bytes.text()), {}};
    abbreviation.long_form.resize(bytes.count());
    for (std::string& word : abbreviation.long_form) word = bytes.text();
    block.abbreviations_.push_back(std::move(abbreviation));
  }
  block.uses_ = bytes.text();
  for (const std::size_t begin : block.begins_) {
    if (begin > block.uses_.size()) throw BytesSpoilt();
  }
  return block;
}

std::vector<WordUse> SearchBlock::uses(std::size_t position) const {
  const std::size_t end = position + 1 < begins_.size() ? begins_[position + 1] : uses_.size();
  std::vector<WordUse> uses;
  for (std::size_t place = begins_[position]; place < end;) uses.push_back(read_use(uses_, place));
  return uses;
}

}  // namespace wegwijs
