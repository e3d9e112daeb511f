#include "checks/site_texts.h"

#include <algorithm>
#include <set>

#include "model/file_limits.h"
#include "model/read_tables.h"
#include "parallel/parallel_map.h"
#include "schema/read_schema.h"
#include "schema/record_reads.h"
#include "text/utf8.h"
#include "text/windows_1252.h"

namespace wegwijs {
namespace {

/// One file to read, with where the body of a Markdown entry begins in it.
struct FileOfTexts {
  FileId file{};
  SiteText::Kind kind = SiteText::Kind::values;
  std::uint32_t body = 0;  ///< 0: the file has no body
  bool is_published = true;
};

/// Whether the entry is a line of a data file.
bool is_row(const FileTree& sources, const Entry& entry) {
  return sources.file(entry.file).path.ends_with(".csv");
}

/// The files of the site that are no entry, each once.
class FilesOfTexts {
 public:
  explicit FilesOfTexts(const FileTree& sources) : sources_(sources) {}

  void add(std::string_view path, SiteText::Kind kind) {
    const std::optional<FileId> file = sources_.find(path);
    if (file) add({*file, kind, 0});
  }

  /// What belongs to the entries of a collection beside files of their own. The lines of a data file may be entries:
  /// their text is that of the file, once.
  void add_beside(const Collection& collection) {
    const bool may_have_tables = can_have_tables(collection.schema.fields);
    for (const Entry& entry : collection.entries) {
      if (is_row(sources_, entry)) {
        // The file is known by its rows, and its text is looked at without looking into one.
        RecordReads::note(entry.record.number());
        add({entry.file, SiteText::Kind::data, 0});
      } else {
        known_.insert(entry.file);
      }
      if (may_have_tables) add_tables(entry.record);
    }
  }

  /// What is in the folder and was not added before: what is withheld, with its tables, and what could not be read as
  /// an entry.
  void add_rest_of(const std::string& folder) {
    FileId first{};
    const std::size_t count = folder.empty() ? 0 : sources_.files_below(folder, first).size();
    for (std::size_t index = 0; index < count; ++index) {
      const auto file = static_cast<FileId>(static_cast<std::size_t>(first) + index);
      const std::string_view path = sources_.file(file).path;
      const bool is_data = path.ends_with(".csv");
      if (!is_data && !path.ends_with(".md") && !path.ends_with(".yaml")) continue;
      add({file, is_data ? SiteText::Kind::data : SiteText::Kind::values, 0, false});
    }
  }

  std::vector<FileOfTexts> take() { return std::move(files_); }

 private:
  void add(FileOfTexts file) {
    if (may_be_read(sources_, file.file) && known_.insert(file.file).second) files_.push_back(file);
  }

  void add_tables(const Record& record) {
    for (const FieldValue& value : record.values()) {
      if (const auto* tables = std::get_if<Tables>(&value.value)) {
        for (const Table& table : tables->tables) {
          if (table.data_file != no_file) add({table.data_file, SiteText::Kind::data, 0});
        }
      } else if (const auto* rows = std::get_if<Rows>(&value.value)) {
        for (const Record& row : rows->rows) add_tables(row);
      }
    }
  }

  const FileTree& sources_;
  std::set<FileId> known_;
  std::vector<FileOfTexts> files_;
};

/// The file in one text, or its header and its body.
std::vector<SiteText> texts_of(const FileTree& sources, const FileOfTexts& file) {
  std::string bytes = sources.read(file.file);
  if (file.kind == SiteText::Kind::data) bytes = utf8_from_windows_1252(bytes).value_or(std::move(bytes));
  std::vector<SiteText> texts;
  if (!file.is_published && first_invalid_utf8(bytes) != std::string::npos) return texts;
  if (file.body > 0 && file.body < bytes.size()) {
    texts.push_back({SiteText::Kind::markdown, file.file, file.body, bytes.substr(file.body)});
    bytes.resize(file.body);
  }
  texts.push_back({file.kind, file.file, 0, std::move(bytes), file.is_published});
  return texts;
}

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

void check_texts_of(const CheckContext& context, const Entry& entry, std::span<const TextCheck> checks,
                    Diagnostics& diagnostics) {
  if (is_row(context.sources, entry)) return;
  const bool has_body = entry.body.end > entry.body.begin;
  const FileOfTexts file{entry.file, SiteText::Kind::values, has_body ? entry.body.begin : 0};
  for (const SiteText& text : texts_of(context.sources, file)) {
    for (const TextCheck check : checks) check(context, text, diagnostics);
  }
}

Diagnostics findings_beside_entries(const CheckContext& context, std::span<const TextCheck> checks) {
  FilesOfTexts collected(context.sources);
  collected.add(settings_file_name, SiteText::Kind::settings);
  for (const Collection& collection : context.site.collections) {
    if (!collection.is_readable) continue;
    collected.add(collection.rule->folder.text + "/" + std::string(schema_file_name), SiteText::Kind::values);
    collected.add_beside(collection);
  }
  for (const Collection& collection : context.site.collections) collected.add_rest_of(collection.rule->folder.text);
  const std::vector<FileOfTexts> files = collected.take();
  std::vector<Diagnostics> found = parallel_map<Diagnostics>(files.size(), context.threads, [&](std::size_t index) {
    Diagnostics of_file;
    for (const SiteText& text : texts_of(context.sources, files[index])) {
      for (const TextCheck check : checks) check(context, text, of_file);
    }
    return of_file;
  });
  Diagnostics all;
  for (Diagnostics& one : found) all.append(std::move(one));
  return all;
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
