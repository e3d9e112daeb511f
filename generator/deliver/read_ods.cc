#include <algorithm>
#include <charconv>

#include "deliver/sheet_builder.h"
#include "deliver/workbook.h"
#include "documents/archive.h"
#include "documents/xml_events.h"

namespace wegwijs {
namespace {

std::size_t count_of(const XmlAttributes& attributes, std::string_view name) {
  const std::string_view text = attribute(attributes, name);
  std::size_t count = 1;
  std::from_chars(text.data(), text.data() + text.size(), count);
  constexpr std::size_t most = 10'000'000;
  return std::clamp<std::size_t>(count, 1, most);
}

class ContentReceiver : public XmlReceiver {
 public:
  SheetBuilder sheets;

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "annotation") ++hidden_;  // the help that hangs at a cell is no answer
    if (hidden_ > 0) return;
    if (name == "table") {
      sheets.begin_sheet(std::string(attribute(attributes, "name")));
      row_ = 0;
    } else if (name == "table-row") {
      row_repeats_ = count_of(attributes, "number-rows-repeated");
      column_ = 0;
    } else if (name == "table-cell" || name == "covered-table-cell") {
      begin_cell(name, attributes);
    } else if (name == "p" && in_cell_) {
      if (paragraphs_++ > 0) text_ += '\n';
    } else if (name == "s" && in_cell_) {
      constexpr std::size_t most_spaces = 1000;
      text_.append(std::min(count_of(attributes, "c"), most_spaces), ' ');
    } else if (name == "line-break" && in_cell_) {
      text_ += '\n';
    } else if (name == "tab" && in_cell_) {
      text_ += '\t';
    }
  }

  void end(std::string_view name) override {
    if (name == "annotation" && hidden_ > 0) {
      --hidden_;
      return;
    }
    if (hidden_ > 0) return;
    if (name == "table-cell" || name == "covered-table-cell") end_cell();
    if (name == "table-row") row_ += row_repeats_;
  }

  void text(std::string_view text) override {
    if (in_cell_ && hidden_ == 0 && paragraphs_ > 0) text_ += text;
  }

 private:
  void begin_cell(std::string_view name, const XmlAttributes& attributes) {
    in_cell_ = true;
    paragraphs_ = 0;
    text_.clear();
    value_.clear();
    repeats_ = count_of(attributes, "number-columns-repeated");
    is_formula_ = !attribute(attributes, "formula").empty();
    is_merged_ = name == "covered-table-cell" || count_of(attributes, "number-columns-spanned") > 1 ||
                 count_of(attributes, "number-rows-spanned") > 1;
    const std::string_view type = attribute(attributes, "value-type");
    if (type == "date") value_ = attribute(attributes, "date-value").substr(0, std::string_view("2026-11-28").size());
    if (type == "float") value_ = attribute(attributes, "value");
    if (type == "boolean") value_ = attribute(attributes, "boolean-value") == "true" ? "ja" : "nee";
  }

  void end_cell() {
    in_cell_ = false;
    const std::string& text = value_.empty() ? text_ : value_;
    const bool is_filled = !text.empty() || is_formula_;
    // A repeated cell with something in it is written out; an empty one, however often repeated, is nothing.
    constexpr std::size_t most_repeats = 1000;
    if (is_filled && (repeats_ > most_repeats || row_repeats_ > most_repeats))
      throw RefusedWorkbook{{"In dit werkboek staat duizenden keren hetzelfde. Er is niets van gelezen.",
                             "This workbook says the same thousands of times. Nothing of it was read."}};
    for (std::size_t row = 0; is_filled && row < row_repeats_; ++row) {
      for (std::size_t column = 0; column < repeats_; ++column)
        sheets.add(row_ + row, column_ + column, {text, is_formula_, is_merged_});
    }
    column_ += repeats_;
  }

  std::size_t row_ = 0;
  std::size_t row_repeats_ = 1;
  std::size_t column_ = 0;
  std::size_t repeats_ = 1;
  std::size_t paragraphs_ = 0;
  int hidden_ = 0;
  bool in_cell_ = false;
  bool is_formula_ = false;
  bool is_merged_ = false;
  std::string text_;
  std::string value_;
};

}  // namespace

std::vector<Sheet> read_ods(const Archive& archive) {
  ContentReceiver content;
  if (const std::optional<std::string> xml = archive.read("content.xml", workbook_part_limit)) read_xml(*xml, content);
  return content.sheets.take();
}

}  // namespace wegwijs
