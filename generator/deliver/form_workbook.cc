#include "deliver/form_workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "deliver/delivery_table.h"
#include "text/printable.h"
#include "text/utf8.h"
#include "views/form_rows.h"

namespace wegwijs {
namespace {

enum Column : lxw_col_t {
  topic,
  now,
  answer,
  explanation,
  levels,
  years,
  amount,
  unit,
  from,
  page,
  key,
  seen,
  columns
};

constexpr std::array<double, columns> widths{34, 40, 16, 50, 18, 12, 9, 16, 12, 14, 4, 4};
std::array<std::string, columns> heads_of(const Schema& schema) {
  const std::string for_which(form_heads::for_which);
  return {std::string(form_heads::topic),
          std::string(form_heads::now),
          std::string(form_heads::answer),
          std::string(form_heads::explanation),
          for_which + levels_asked(schema, Language::nl),
          for_which + years_asked(schema, Language::nl),
          std::string(form_heads::amount),
          std::string(form_heads::unit),
          std::string(form_heads::from),
          std::string(form_heads::page),
          std::string(form_heads::key),
          std::string(form_heads::seen)};
}

/// The library loses the rest of a sheet, without a word, at a text that is no UTF-8 or too long.
std::string safe(std::string_view text) {
  constexpr std::size_t longest = 8000;
  return printable(first_code_points(text, longest));
}

class FormWriter {
 public:
  FormWriter(const std::filesystem::path& path, const Site& site, const Collection& collection, const Entry& entry,
             Date today)
      : path_(path), site_(site), collection_(collection), entry_(entry), today_(today) {
    workbook_ = workbook_new(path.c_str());
    if (workbook_ == nullptr) throw std::system_error(errno, std::generic_category(), path.string());
    lxw_doc_properties properties{};
    properties.created = 1;  // the same bytes whenever it is made
    workbook_set_properties(workbook_, &properties);
    sheet_ = workbook_add_worksheet(workbook_, "Formulier");
    lists_ = workbook_add_worksheet(workbook_, "Lijsten");
    make_formats();
  }

  void write() {
    write_lists();
    write_top();
    write_heads();
    for (const FormGroup& group : form_rows(collection_.schema, &entry_, site_, today_)) write_group(group);
    finish();
  }

 private:
  lxw_format* format(bool is_bold, bool is_locked, bool is_head = false) {
    lxw_format* made = workbook_add_format(workbook_);
    format_set_text_wrap(made);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    if (is_bold) format_set_bold(made);
    if (!is_locked) {
      format_set_unlocked(made);
      format_set_bg_color(made, 0xFFF9E5);
      format_set_border(made, LXW_BORDER_THIN);
      format_set_border_color(made, 0x767676);
    }
    if (is_head) format_set_bg_color(made, 0xE6E6E6);
    return made;
  }

  void make_formats() {
    plain_ = format(false, true);
    bold_ = format(true, true);
    head_ = format(true, true, true);
    open_ = format(false, false);
    day_ = format(false, false);
    format_set_num_format(day_, "yyyy-mm-dd");
    format_set_num_format(open_, "@");  // or 2027-08 becomes a day
  }

  void put(lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format* format) {
    worksheet_write_string(sheet_, row, column, safe(text).c_str(), format);
  }

  void write_lists() {
    documents_ = write_list(0, documents());
    std::vector<std::string> answers{"Klopt nog", "Klopt niet"};
    for (const ClaimStatus* status : words().form_answers()) answers.push_back(status->label.nl);
    answers_ = write_list(1, answers);
    worksheet_hide(lists_);
  }

  const ClaimWords& words() const { return collection_.schema.claims; }

  std::vector<std::string> documents() const {
    std::vector<std::string> labels;
    for (const auto& [id, label] : form_source_kinds(collection_.schema, Language::nl)) labels.push_back(label);
    return labels;
  }

  /// How many there are.
  std::size_t write_list(lxw_col_t column, const std::vector<std::string>& texts) {
    lxw_row_t row = 0;
    for (const std::string& text : texts) worksheet_write_string(lists_, row++, column, safe(text).c_str(), nullptr);
    return texts.size();
  }

  /// Rows `first` to `last` of a list, counted from 1.
  static std::string range(char column, std::size_t first, std::size_t last) {
    const std::string beginning = std::string("$") + column + "$";
    return "=Lijsten!" + beginning + std::to_string(first) + ":" + beginning + std::to_string(last);
  }

  void choose_from(lxw_row_t row, lxw_col_t column, const std::string& list) {
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = const_cast<char*>(list.c_str());
    validation.error_title = const_cast<char*>("Kies uit de lijst");
    validation.error_message = const_cast<char*>("Kies een antwoord uit de lijst, of laat het vak leeg.");
    worksheet_data_validation_cell(sheet_, row, column, &validation);
  }

  void write_top() {
    const std::string title(title_of(entry_, collection_.schema));
    put(0, topic, site_.settings.title + ": " + title, bold_);
    put(1, topic,
        "Kijk na wat er staat en vul aan wat u weet. Wat u openlaat, blijft open: dat is nooit hetzelfde als nee. Mail "
        "het "
        "bestand daarna terug" +
            (site_.settings.report_mail.empty() ? std::string(".") : " naar " + site_.settings.report_mail + "."),
        plain_);
    worksheet_set_row(sheet_, 1, 75, nullptr);
    lxw_row_col_options hidden{};
    hidden.hidden = 1;
    worksheet_set_row_opt(sheet_, 2, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
    put(2, topic, form_heads::form, plain_);
    put(2, now, form_key(collection_, entry_, today_), plain_);
    put(3, topic, form_heads::school, plain_);
    put(3, now, title, plain_);
    const std::array<std::string_view, 5> questions{form_heads::role, form_heads::document, form_heads::title,
                                                    form_heads::address, form_heads::filled_in_on};
    for (std::size_t index = 0; index < questions.size(); ++index) {
      const std::string_view question = questions[index];
      const auto row = static_cast<lxw_row_t>(4 + index);
      put(row, topic, question, plain_);
      worksheet_write_blank(sheet_, row, now, question == form_heads::filled_in_on ? day_ : open_);
    }
    if (documents_ > 0) choose_from(5, now, range('A', 1, documents_));
    worksheet_write_comment(sheet_, 4, topic, "Geen naam: een functie is genoeg.");
    worksheet_write_comment(sheet_, 5, topic, "Deze bron geldt voor alles hieronder.");
    worksheet_write_comment(sheet_, 6, topic, "Bijvoorbeeld: Schoolgids 2026-2027.");
    row_ = 10;
  }

  void write_heads() {
    const std::array<std::string, columns> heads = heads_of(collection_.schema);
    for (lxw_col_t column = 0; column < columns; ++column) {
      put(row_, column, heads[column], head_);
      lxw_row_col_options options{};
      const bool has_no_use = column == from && !words().first(Meaning::planned);
      options.hidden = column == key || column == seen || has_no_use ? 1 : 0;
      worksheet_set_column_opt(sheet_, column, column, widths[column], nullptr, &options);
    }
    std::string own;
    for (const auto& [id, label] : form_levels(collection_.schema, &entry_)) own += (own.empty() ? "" : ", ") + id;
    worksheet_write_comment(sheet_, row_, levels,
                            safe("Laat leeg als het voor de hele school geldt. Anders, met komma's: " + own).c_str());
    worksheet_write_comment(sheet_, row_, years,
                            safe("Laat leeg als het voor alle " + years_asked(collection_.schema, Language::nl) +
                                 " geldt. Anders: " + example_years(collection_.schema) + ".")
                                .c_str());
    if (const std::optional<StatusIndex> planned = words().first(Meaning::planned))
      worksheet_write_comment(sheet_, row_, from,
                              safe("Alleen bij " + words().statuses[*planned].label.nl + ": 2027-08.").c_str());
    worksheet_freeze_panes(sheet_, row_ + 1, 1);
    worksheet_repeat_rows(sheet_, row_, row_);
    ++row_;
  }

  void write_group(const FormGroup& group) {
    put(row_++, topic, group.title, bold_);
    for (const FormRow& row : group.rows) write_row(row);
  }

  void write_row(const FormRow& row) {
    put(row_, topic, row.topic, plain_);
    put(row_, now, row.now.empty() ? "Nog niet nagekeken" : row.now, plain_);
    for (lxw_col_t column = answer; column <= page; ++column) worksheet_write_blank(sheet_, row_, column, open_);
    put(row_, key, row.id, plain_);
    put(row_, seen, row.seen, plain_);
    if (!row.is_text) {
      choose_from(row_, answer, range('B', row.now.empty() ? 3 : 1, answers_));
    } else if (!row.now.empty()) {
      choose_from(row_, answer, range('B', 1, 2));
    }
    limit_text(row_);
    const std::string help = row.term + (row.term.empty() || row.help.empty() ? "" : ". ") + row.help;
    if (!help.empty()) worksheet_write_comment(sheet_, row_, topic, safe(help).c_str());
    // Nobody makes the row as high as its text: LibreOffice keeps what the file says.
    const auto lines = [](std::string_view text, double width) {
      return 1.0 + static_cast<double>(count_code_points(text)) / width;
    };
    const double high = std::max(lines(row.topic, widths[topic]), lines(row.now, widths[now]));
    constexpr double line_height = 15;
    worksheet_set_row(sheet_, row_, line_height * static_cast<double>(static_cast<int>(high)), nullptr);
    ++row_;
  }

  void limit_text(lxw_row_t row) {
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LENGTH;
    validation.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
    validation.value_number = static_cast<double>(form_text_limit());
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation.error_title = const_cast<char*>("Te lang");
    std::string words =
        "Er passen " + std::to_string(form_text_limit()) + " tekens: de tekst staat ook op een telefoon.";
    validation.error_message = words.data();
    worksheet_data_validation_cell(sheet_, row, explanation, &validation);
  }

  void finish() {
    lxw_protection protection{};
    protection.format_columns = 1;
    protection.format_rows = 1;
    worksheet_protect(sheet_, nullptr, &protection);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    const lxw_error error = workbook_close(workbook_);
    if (error != LXW_NO_ERROR)
      throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(), path_.string());
  }

  const std::filesystem::path& path_;
  const Site& site_;
  const Collection& collection_;
  const Entry& entry_;
  Date today_;
  lxw_workbook* workbook_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_worksheet* lists_ = nullptr;
  lxw_format* plain_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_format* open_ = nullptr;
  lxw_format* day_ = nullptr;
  lxw_row_t row_ = 0;
  std::size_t documents_ = 0;
  std::size_t answers_ = 0;
};

}  // namespace

void write_form_workbook(const std::filesystem::path& path, const Site& site, const Collection& collection,
                         const Entry& entry, Date today) {
  FormWriter(path, site, collection, entry, today).write();
}

}  // namespace wegwijs
