#include "checks/site_texts.h"

#include <algorithm>
#include <set>

#include "model/file_limits.h"
#include "schema/read_schema.h"

namespace wegwijs {
namespace {

class TextWalk {
 public:
  TextWalk(const CheckContext& context, const std::function<void(const SiteText&)>& visit)
      : sources_(context.sources), visit_(visit) {}

  void visit_file(std::string_view path, SiteText::Kind kind) const {
    const std::optional<FileId> file = sources_.find(path);
    if (file) visit_file(*file, kind);
  }

  /// The lines of a data file may be entries: their text is that of the file, once.
  void visit_entry(const Entry& entry) const {
    if (sources_.file(entry.file).path.ends_with(".csv")) {
      if (data_files_.insert(entry.file).second) visit_file(entry.file, SiteText::Kind::data);
      return;
    }
    if (!may_be_read(sources_, entry.file)) return;
    std::string bytes = sources_.read(entry.file);
    const auto size = static_cast<std::uint32_t>(bytes.size());
    // The body of a Markdown file ends the file; an entry in YAML has none.
    const std::uint32_t body = entry.body.end > entry.body.begin ? std::min(entry.body.begin, size) : size;
    if (body < size) visit_({SiteText::Kind::markdown, entry.file, body, bytes.substr(body)});
    bytes.resize(body);
    visit_({SiteText::Kind::values, entry.file, 0, std::move(bytes)});
  }

  void visit_tables(const Record& record) const {
    for (const FieldValue& value : record.values()) {
      if (const auto* tables = std::get_if<Tables>(&value.value)) {
        for (const Table& table : tables->tables) {
          if (table.data_file != no_file) visit_file(table.data_file, SiteText::Kind::data);
        }
      } else if (const auto* rows = std::get_if<Rows>(&value.value)) {
        for (const Record& row : rows->rows) visit_tables(row);
      }
    }
  }

 private:
  void visit_file(FileId file, SiteText::Kind kind) const {
    if (may_be_read(sources_, file)) visit_({kind, file, 0, sources_.read(file)});
  }

  const FileTree& sources_;
  mutable std::set<FileId> data_files_;
  const std::function<void(const SiteText&)>& visit_;
};

/// Where the comment of one line begins; its size when it has none. Within quotes there is no comment, and a quote
/// opens only where a value begins.
std::size_t comment_begin(std::string_view line) {
  char quote = '\0';
  char before = ' ';
  bool at_value = true;
  for (std::size_t position = 0; position < line.size(); ++position) {
    const char sign = line[position];
    if (quote != '\0') {
      if (sign == '\\' && quote == '"')
        ++position;
      else if (sign == quote)
        quote = '\0';
    } else if (sign == '#' && (before == ' ' || before == '\t')) {
      return position;
    } else if ((sign == '"' || sign == '\'') && at_value) {
      quote = sign;
    }
    const bool opens = sign == '[' || sign == '{' || sign == ',' || sign == ':' || sign == '-';
    at_value = opens || (at_value && (sign == ' ' || sign == '\t'));
    before = sign;
  }
  return line.size();
}

}  // namespace

void for_every_text(const CheckContext& context, const std::function<void(const SiteText&)>& visit) {
  const TextWalk walk(context, visit);
  walk.visit_file(settings_file_name, SiteText::Kind::settings);
  for (const Collection& collection : context.site.collections) {
    if (!collection.is_readable) continue;
    walk.visit_file(collection.rule->folder.text + "/" + std::string(schema_file_name), SiteText::Kind::values);
    for (const Entry& entry : collection.entries) {
      walk.visit_entry(entry);
      walk.visit_tables(entry.record);
    }
  }
}

SiteText without_comments(const SiteText& text) {
  SiteText result = text;
  if (text.kind != SiteText::Kind::values && text.kind != SiteText::Kind::settings) return result;
  for (std::size_t begin = 0; begin < result.text.size();) {
    const std::size_t end = std::min(result.text.find('\n', begin), result.text.size());
    const std::size_t comment = begin + comment_begin(std::string_view(result.text).substr(begin, end - begin));
    std::fill(result.text.begin() + static_cast<std::ptrdiff_t>(comment),
              result.text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    begin = end + 1;
  }
  return result;
}

}  // namespace wegwijs
