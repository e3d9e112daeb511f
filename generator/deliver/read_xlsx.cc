#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include "deliver/sheet_builder.h"
#include "deliver/workbook.h"
#include "documents/archive.h"
#include "documents/xml_events.h"
#include "schema/date.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

[[noreturn]] void refuse_damaged() {
  throw RefusedWorkbook{{"Dit werkboek is beschadigd: het verwijst naar tekst die er niet is. Vraag het opnieuw.",
                         "This workbook is damaged: it refers to text that is not there. Ask for it again."}};
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// "B12" as row 11, column 1.
struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};

std::optional<CellPlace> place_of(std::string_view name) {
  constexpr std::size_t letters = 26;
  std::size_t column = 0;
  std::size_t position = 0;
  while (position < name.size() && position < 4 && name[position] >= 'A' && name[position] <= 'Z')
    column = column * letters + static_cast<std::size_t>(name[position++] - 'A' + 1);
  const std::optional<std::size_t> row = number_of(name.substr(position));
  if (column == 0 || !row || *row == 0) return std::nullopt;
  return CellPlace{*row - 1, column - 1};
}

/// `_x0041_` is A: how this format writes characters that XML cannot hold.
std::string unescaped(std::string_view text) {
  constexpr std::size_t length = 7;
  constexpr int hexadecimal = 16;
  std::string result;
  for (std::size_t position = 0; position < text.size();) {
    const std::string_view piece = text.substr(position, length);
    unsigned character = 0;
    const bool is_escape =
        piece.size() == length && piece.starts_with("_x") && piece.back() == '_' &&
        std::from_chars(piece.data() + 2, piece.data() + 6, character, hexadecimal).ptr == piece.data() + 6;
    if (is_escape) {
      if (character >= ' ' || character == '\n' || character == '\t') append_code_point(result, character);
      position += length;
    } else {
      result += text[position++];
    }
  }
  return result;
}

/// Names and parts of the sheets.
class WorkbookReceiver : public XmlReceiver {
 public:
  struct Named {
    std::string name;
    std::string relation;
  };
  std::vector<Named> sheets;

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "sheet")
      sheets.push_back({std::string(attribute(attributes, "name")), std::string(attribute(attributes, "id"))});
    const std::string_view from_1904 = attribute(attributes, "date1904");
    if (name == "workbookPr" && (from_1904 == "1" || from_1904 == "true"))
      throw RefusedWorkbook{
          {"Dit werkboek telt zijn datums vanaf 1904 (een oude instelling van de Mac). Bewaar het in "
           "een gewoon werkboek.",
           "This workbook counts its dates from 1904 (an old setting of the Mac). Save it as an ordinary workbook."}};
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

class RelationsReceiver : public XmlReceiver {
 public:
  std::map<std::string, std::string> targets;

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attribute(attributes, "TargetMode") == "External") return;
    std::string target(attribute(attributes, "Target"));
    target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    targets[std::string(attribute(attributes, "Id"))] = target;
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

class StringsReceiver : public XmlReceiver {
 public:
  std::vector<std::string> strings;

  void begin(std::string_view name, const XmlAttributes&) override {
    if (name == "si") strings.emplace_back();
    if (name == "rPh") in_reading_aid_ = true;
    in_text_ = name == "t" && !in_reading_aid_;
  }
  void end(std::string_view name) override {
    if (name == "rPh") in_reading_aid_ = false;
    if (name == "t") in_text_ = false;
    if (name == "si") strings.back() = unescaped(strings.back());
  }
  void text(std::string_view text) override {
    if (in_text_ && !strings.empty()) strings.back() += text;
  }

 private:
  bool in_text_ = false;
  bool in_reading_aid_ = false;
};

/// Which styles show a number as a day.
class StylesReceiver : public XmlReceiver {
 public:
  std::vector<bool> is_date;  // by number of style

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    const std::optional<std::size_t> format = number_of(attribute(attributes, "numFmtId"));
    if (name == "cellXfs") in_styles_ = true;
    if (name == "numFmt" && format && shows_day(attribute(attributes, "formatCode"))) own_dates_.insert(*format);
    if (name == "xf" && in_styles_)
      is_date.push_back(format && (is_known_date(*format) || own_dates_.contains(*format)));
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_styles_ = false;
  }
  void text(std::string_view) override {}

 private:
  static bool is_known_date(std::size_t format) {
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
           (format >= 50 && format <= 58);
  }
  /// Whether a format has days or years outside its quoted words and brackets.
  static bool shows_day(std::string_view code) {
    bool in_quotes = false;
    bool in_brackets = false;
    for (std::size_t position = 0; position < code.size(); ++position) {
      const char c = to_lower(code[position]);
      if (c == '\\') {
        ++position;
      } else if (c == '"') {
        in_quotes = !in_quotes;
      } else if (!in_quotes && (c == '[' || c == ']')) {
        in_brackets = c == '[';
      } else if (!in_quotes && !in_brackets && (c == 'd' || c == 'y' || c == 'j')) {
        return true;
      }
    }
    return false;
  }

  bool in_styles_ = false;
  std::set<std::size_t> own_dates_;
};

class SheetReceiver : public XmlReceiver {
 public:
  SheetReceiver(SheetBuilder& sheets, const std::vector<std::string>& strings, const std::vector<bool>& is_date)
      : sheets_(sheets), strings_(strings), is_date_(is_date) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") {
      const std::optional<std::size_t> row = number_of(attribute(attributes, "r"));
      row_ = row && *row > 0 ? *row - 1 : next_row_;
      next_row_ = row_ + 1;
      next_column_ = 0;
    } else if (name == "c") {
      const std::optional<CellPlace> place = place_of(attribute(attributes, "r"));
      column_ = place ? place->column : next_column_;
      next_column_ = column_ + 1;
      type_ = attribute(attributes, "t");
      style_ = number_of(attribute(attributes, "s"));
      value_.clear();
      is_formula_ = false;
    } else if (name == "f") {
      is_formula_ = true;
    } else if (name == "mergeCell") {
      merge(attribute(attributes, "ref"));
    }
    if (name == "rPh") in_reading_aid_ = true;
    in_value_ = (name == "v" || name == "t") && !in_reading_aid_;
  }

  void end(std::string_view name) override {
    if (name == "v" || name == "t") in_value_ = false;
    if (name == "rPh") in_reading_aid_ = false;
    if (name == "c") sheets_.add(row_, column_, {cell_text(), is_formula_, false});
  }

  void text(std::string_view text) override {
    if (in_value_) value_ += text;
  }

 private:
  std::string cell_text() const {
    if (value_.empty()) return "";
    if (type_ == "s") {
      const std::optional<std::size_t> index = number_of(value_);
      if (!index || *index >= strings_.size()) refuse_damaged();
      return strings_[*index];
    }
    if (type_ == "b") return value_ == "1" ? "ja" : "nee";
    if (type_ == "inlineStr" || type_ == "str" || type_ == "e" || type_ == "d") return unescaped(value_);
    const bool is_day = style_ && *style_ < is_date_.size() && is_date_[*style_];
    return is_day ? day_of(value_) : value_;
  }

  /// Days since 30 December 1899.
  static std::string day_of(const std::string& value) {
    double days = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), days);
    constexpr double first_day = 61;  // before 1 March 1900 this format counts a day that was not there
    constexpr double last_day = 2'958'465;
    if (error != std::errc() || end != value.data() + value.size() || days < first_day || days > last_day) return value;
    return iso_date(days_after({1899, 12, 30}, static_cast<int>(std::floor(days))));
  }

  void merge(std::string_view range) {
    const std::size_t colon = range.find(':');
    const std::optional<CellPlace> first = place_of(range.substr(0, colon));
    const std::optional<CellPlace> last = colon == npos ? std::nullopt : place_of(range.substr(colon + 1));
    if (first && last) sheets_.merge(first->row, first->column, last->row, last->column);
  }

  SheetBuilder& sheets_;
  const std::vector<std::string>& strings_;
  const std::vector<bool>& is_date_;
  std::size_t row_ = 0;
  std::size_t next_row_ = 0;
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;
  std::string type_;
  std::optional<std::size_t> style_;
  std::string value_;
  bool is_formula_ = false;
  bool in_value_ = false;
  bool in_reading_aid_ = false;
};

void read_part(const Archive& archive, const std::string& name, XmlReceiver& receiver) {
  if (const std::optional<std::string> xml = archive.read(name, workbook_part_limit)) read_xml(*xml, receiver);
}

}  // namespace

std::vector<Sheet> read_xlsx(const Archive& archive) {
  WorkbookReceiver workbook;
  read_part(archive, "xl/workbook.xml", workbook);
  RelationsReceiver relations;
  read_part(archive, "xl/_rels/workbook.xml.rels", relations);
  StringsReceiver strings;
  read_part(archive, "xl/sharedStrings.xml", strings);
  StylesReceiver styles;
  read_part(archive, "xl/styles.xml", styles);
  SheetBuilder sheets;
  for (const WorkbookReceiver::Named& named : workbook.sheets) {
    const auto target = relations.targets.find(named.relation);
    if (target == relations.targets.end()) refuse_damaged();
    sheets.begin_sheet(named.name);
    SheetReceiver sheet(sheets, strings.strings, styles.is_date);
    read_part(archive, target->second, sheet);
  }
  return sheets.take();
}

}  // namespace wegwijs
