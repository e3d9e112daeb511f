#include "deliver/delivery_table.h"

#include <algorithm>
#include <array>
#include <optional>

#include "schema/meant_value.h"
#include "text/ascii.h"
#include "text/byte_order_mark.h"
#include "text/utf16.h"
#include "text/utf8.h"
#include "text/windows_1252.h"
#include "views/form_rows.h"

namespace wegwijs {
namespace {

bool is_head(const SheetCell& cell, std::string_view head) {
  return lower_case(trimmed_cell(cell.text)) == lower_case(head);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t stop = std::min(text.find_first_of(",;"), text.size());
    if (std::string word = trimmed_cell(text.substr(0, stop)); !word.empty()) words.push_back(std::move(word));
    text.remove_prefix(std::min(stop + 1, text.size()));
  }
  return words;
}

/// Where the table is, and which column holds what.
struct FormTable {
  const Sheet* sheet = nullptr;
  std::size_t head_row = 0;
  std::map<std::string, std::size_t, std::less<>> columns;

  std::optional<std::size_t> column(std::string_view head) const {
    const auto found = columns.find(lower_case(head));
    return found == columns.end() ? std::nullopt : std::optional(found->second);
  }
};

std::optional<FormTable> find_table(const std::vector<Sheet>& sheets) {
  for (const Sheet& sheet : sheets) {
    for (const auto& [row, cells] : sheet.rows) {
      const auto has = [&](std::string_view head) {
        return std::any_of(cells.begin(), cells.end(), [&](const auto& cell) { return is_head(cell.second, head); });
      };
      if (!has(form_heads::answer) || !has(form_heads::explanation)) continue;
      FormTable table{&sheet, row, {}};
      for (const auto& [column, cell] : cells) table.columns.emplace(lower_case(trimmed_cell(cell.text)), column);
      return table;
    }
  }
  return std::nullopt;
}

class TableReader {
 public:
  TableReader(const FormTable& table, const Site& site, Delivery& delivery)
      : table_(table), site_(site), delivery_(delivery) {}

  void read() {
    read_head();
    take_words();
    for (const auto& [row, cells] : table_.sheet->rows) {
      if (row > table_.head_row) read_row(row, cells);
    }
  }

 private:
  using Cells = std::map<std::size_t, SheetCell>;

  Label place(std::size_t row, std::optional<std::size_t> column) const {
    const std::string& sheet = table_.sheet->name;
    const std::string name = column ? cell_name(row, *column) : std::to_string(row + 1);
    return {(sheet.empty() ? "" : "blad " + sheet + ", ") + (column ? "cel " : "rij ") + name,
            (sheet.empty() ? "" : "sheet " + sheet + ", ") + (column ? "cell " : "row ") + name};
  }

  void read_head() {
    for (const auto& [row, cells] : table_.sheet->rows) {
      if (row >= table_.head_row) break;
      for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
        const auto next = std::next(cell);
        if (next == cells.end()) break;
        read_fact(trimmed_cell(cell->second.text), trimmed_cell(next->second.text));
      }
    }
  }

  /// Only the head of a form says of which collection it is, and so in which words.
  void take_words() {
    words_ = &claim_words_of(site_, delivery_.collection);
    delivery_.source.kind = source_kind_of(delivery_.source.kind);
    const std::optional<std::uint16_t> number = site_.find_collection(delivery_.collection);
    if (!number) return;
    const Schema& schema = site_.collections[*number].schema;
    levels_head_ = std::string(form_heads::for_which) + levels_asked(schema, Language::nl);
    years_head_ = std::string(form_heads::for_which) + years_asked(schema, Language::nl);
  }

  void read_fact(std::string_view head, const std::string& value) {
    const auto is = [&](std::string_view wanted) { return lower_case(head) == lower_case(wanted); };
    if (is(form_heads::form)) {
      read_key(value);
    } else if (is(form_heads::school)) {
      delivery_.title = value;
    } else if (is(form_heads::role)) {
      delivery_.role = value;
    } else if (is(form_heads::document)) {
      delivery_.source.kind = value;
    } else if (is(form_heads::title)) {
      delivery_.source.title = value;
    } else if (is(form_heads::address)) {
      delivery_.source.address = value;
    } else if (is(form_heads::filled_in_on)) {
      const std::string date = meant_date(value);
      delivery_.made_on = date.empty() ? value : date;
    }
  }

  /// The id of the kind of source that a form calls so, or of a kind with this id or label.
  std::string source_kind_of(const std::string& word) const {
    const std::string wanted = lower_case(word);
    for (const Option& kind : words_->source_kinds) {
      if (lower_case(kind.id) == wanted || lower_case(kind.label.nl) == wanted || lower_case(kind.help.nl) == wanted)
        return kind.id;
    }
    return "";
  }

  /// "wegwijs 1 scholen de-brug 1 2026-11-28".
  void read_key(std::string_view key) {
    std::vector<std::string> words;
    while (!key.empty()) {
      const std::size_t stop = std::min(key.find(' '), key.size());
      if (stop > 0) words.emplace_back(key.substr(0, stop));
      key.remove_prefix(std::min(stop + 1, key.size()));
    }
    constexpr std::size_t parts = 6;
    if (words.size() < parts || words[0] != "wegwijs") return;
    if (words[1] != "1") {
      delivery_.refusal = {"Dit formulier heeft vorm '" + words[1] + "'; dit programma kent alleen vorm 1.",
                           "This form is of kind '" + words[1] + "'; this program knows kind 1 only."};
      return;
    }
    delivery_.collection = words[2];
    delivery_.entry = words[3];
    if (words[4] != "-") delivery_.schema_version = words[4];  // as `form_key` writes a schema without a version
    if (delivery_.made_on.empty()) delivery_.made_on = words[5];
  }

  std::string text(const Cells& cells, std::string_view head) const {
    const std::optional<std::size_t> column = table_.column(head);
    const auto found = column ? cells.find(*column) : cells.end();
    return found == cells.end() ? "" : trimmed_cell(found->second.text);
  }

  /// A formula, or cells that are one: their text says less than the school saw.
  bool has_trap(std::size_t row, const Cells& cells) {
    for (const std::string_view head : {form_heads::answer, form_heads::explanation, form_heads::key}) {
      const std::optional<std::size_t> column = table_.column(head);
      const auto found = column ? cells.find(*column) : cells.end();
      if (found == cells.end()) continue;
      if (found->second.is_formula) {
        delivery_.not_understood.push_back(
            {place(row, *column),
             found->second.text,
             {"In deze cel staat een formule. Vraag de school om het antwoord zelf te typen.",
              "There is a formula in this cell. Ask the school to type the answer itself."},
             text(cells, form_heads::topic)});
        return true;
      }
      if (found->second.is_merged) {
        delivery_.not_understood.push_back(
            {place(row, *column),
             found->second.text,
             {"Deze cel is samengevoegd met andere cellen; voor welke onderwerpen dit geldt, is niet te zien. Vraag "
              "het "
              "de school.",
              "This cell is merged with others; for which topics it holds cannot be seen. Ask the school."},
             text(cells, form_heads::topic)});
        return true;
      }
    }
    return false;
  }

  void read_row(std::size_t row, const Cells& cells) {
    Answer answer;
    answer.field = text(cells, form_heads::key);
    const std::string word = text(cells, form_heads::answer);
    answer.explanation = text(cells, form_heads::explanation);
    if (word.empty() && answer.explanation.empty()) return;
    answer.place = place(row, std::nullopt);
    if (has_trap(row, cells)) return;
    const std::string topic = text(cells, form_heads::topic);
    if (answer.field.empty()) {
      delivery_.not_understood.push_back(
          {answer.place,
           (topic.empty() ? "" : topic + ": ") + word + (word.empty() ? "" : ", ") + answer.explanation,
           {"Bij deze rij ontbreekt de sleutel van het onderwerp (de verborgen kolom). Neem hem over met de hand.",
            "This row lacks the key of its topic (the hidden column). Copy it by hand."}});
      return;
    }
    answer.answer = word.empty() ? "" : answer_of_word(word, *words_);
    if (!word.empty() && answer.answer.empty()) {
      const std::string about = topic.empty() ? answer.field : topic;
      // The words to choose from are those of the form, which is in Dutch.
      const std::string choices = answers_in_words(*words_, Language::nl) + ", Klopt nog, Klopt niet.";
      delivery_.not_understood.push_back(
          {place(row, table_.column(form_heads::answer)),
           word,
           {"Dat is geen antwoord dat wij kennen (onderwerp '" + about + "'). Kies uit: " + choices,
            "That is no answer that we know (topic '" + about + "'). Choose from: " + choices}});
      return;
    }
    answer.levels = words_of(text(cells, levels_head_));
    answer.years = words_of(text(cells, years_head_));
    answer.amount = text(cells, form_heads::amount);
    answer.unit = text(cells, form_heads::unit);
    answer.from = text(cells, form_heads::from);
    answer.source.page = text(cells, form_heads::page);
    if (table_.column(form_heads::seen)) answer.seen = text(cells, form_heads::seen);
    if (delivery_.answers.size() < most_answers) delivery_.answers.push_back(std::move(answer));
  }

  const FormTable& table_;
  const Site& site_;
  Delivery& delivery_;
  const ClaimWords* words_ = nullptr;
  std::string levels_head_;
  std::string years_head_;
};

}  // namespace

std::string trimmed_cell(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::string cell_name(std::size_t row, std::size_t column) {
  constexpr std::size_t letters = 26;
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / letters)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
  return name + std::to_string(row + 1);
}

std::string utf8_of_export(std::string_view bytes) {
  if (has_utf16_mark(bytes)) return utf8_from_utf16(bytes);
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (first_invalid_utf8(bytes) == npos) return std::string(bytes);
  std::string text;
  for (const char c : bytes) {
    const char32_t character = windows_1252_character(static_cast<unsigned char>(c));
    append_code_point(text, character == 0 && c != '\0' ? char32_t{0xFFFD} : character);
  }
  return text;
}

char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size()));
  const auto count = [&](char c) { return std::count(text.begin(), text.end(), c); };
  const auto in_line = [&](char c) { return std::count(line.begin(), line.end(), c); };
  char best = ';';
  for (const char c : {',', '\t'}) {
    const bool is_more = in_line(c) != in_line(best) ? in_line(c) > in_line(best) : count(c) > count(best);
    if (is_more) best = c;
  }
  return best;
}

Sheet sheet_of_export(std::string_view bytes) {
  Sheet sheet;
  const std::string text = utf8_of_export(bytes);
  const char separator = separator_of(text);
  std::size_t row = 0;
  std::size_t column = 0;
  std::string cell;
  const auto end_cell = [&] {
    if (!cell.empty()) sheet.rows[row][column] = {cell, false, false};
    cell.clear();
    ++column;
  };
  bool in_quotes = false;
  for (std::size_t position = 0; position < text.size(); ++position) {
    const char c = text[position];
    if (in_quotes) {
      const bool is_doubled = c == '"' && position + 1 < text.size() && text[position + 1] == '"';
      if (c == '"' && !is_doubled) {
        in_quotes = false;
      } else {
        cell += c;
        if (is_doubled) ++position;
      }
    } else if (c == '"' && cell.empty()) {
      in_quotes = true;
    } else if (c == separator) {
      end_cell();
    } else if (c == '\n' || c == '\r') {
      end_cell();
      if (c == '\r' && position + 1 < text.size() && text[position + 1] == '\n') ++position;
      ++row;
      column = 0;
    } else {
      cell += c;
    }
  }
  end_cell();
  return sheet;
}

Delivery read_delivery_sheets(const std::vector<Sheet>& sheets, const Site& site) {
  Delivery delivery;
  const std::optional<FormTable> table = find_table(sheets);
  if (!table) {
    delivery.refusal = {"Hierin staat geen formulier van Wegwijs: er is geen rij met de koppen 'Antwoord' en 'Uitleg'.",
                        "There is no form of Wegwijs in this: no row has the heads 'Antwoord' and 'Uitleg'."};
    return delivery;
  }
  TableReader(*table, site, delivery).read();
  if (delivery.refusal.empty() && delivery.entry.empty()) {
    delivery.refusal = {
        "De sleutel van het formulier ontbreekt (de cel na 'Formulier'), dus niet te zien is van welke "
        "school dit is. Vraag om het formulier zelf.",
        "The key of the form is missing (the cell after 'Formulier'), so whose it is cannot be seen. Ask for the form "
        "itself."};
  }
  return delivery;
}

Delivery read_delivery_csv(std::string_view bytes, const Site& site) {
  Delivery delivery;
  if (bytes.find('\0') != npos) {
    delivery.refusal = {
        "Dit is geen formulier: het is geen tekst, geen werkboek en geen bestand van het formulier op de "
        "site.",
        "This is no form: neither text, nor a workbook, nor a file of the form on the site."};
    return delivery;
  }
  return read_delivery_sheets({sheet_of_export(bytes)}, site);
}

}  // namespace wegwijs
