#include "pipeline/page_memory.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "pages/page_kind.h"
#include "parallel/parallel_map.h"

namespace wegwijs {
namespace {

struct FileInputs {
  Digest shared;
  std::optional<Digest> text;
};

/// Where the text of each entry with a page begins in its file.
std::map<FileId, std::uint32_t> beginnings_of_texts(const Site& site) {
  std::map<FileId, std::uint32_t> beginnings;
  for (const Collection& collection : site.collections) {
    if (collection.rule->address.text.empty()) continue;
    for (const Entry& entry : collection.entries) {
      if (entry.body.end > entry.body.begin) beginnings[entry.file] = entry.body.begin;
    }
  }
  return beginnings;
}

/// Films and the like are known by what the disk says of them.
constexpr std::uint64_t largest_read = 4 * 1024 * 1024;

Digest stamp_of(const SourceFile& file) {
  return digest_of(fmt::format("{} {} {} {}", file.size, file.stamp.modified, file.stamp.changed, file.stamp.inode));
}

FileInputs inputs_of(const std::string& bytes, std::optional<std::uint32_t> text_begin) {
  if (!text_begin || *text_begin > bytes.size()) return {digest_of(bytes), std::nullopt};
  const std::string_view text = std::string_view(bytes).substr(*text_begin);
  // Whether there is anything to read may count for other pages.
  const bool is_empty = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  return {digest_of(bytes.substr(0, *text_begin) + (is_empty ? '0' : '1')), digest_of(text)};
}

}  // namespace

PageInputs page_inputs(const FileTree& sources, const Site& site, const BuildFacts& facts) {
  const std::map<FileId, std::uint32_t> beginnings = beginnings_of_texts(site);
  const std::vector<FileInputs> read =
      parallel_map<FileInputs>(sources.files().size(), facts.threads, [&](std::size_t number) {
        const FileId file{static_cast<std::uint32_t>(number)};
        const auto found = beginnings.find(file);
        const SourceFile& source = sources.file(file);
        if (source.size > largest_read && !source.content) return FileInputs{stamp_of(source), std::nullopt};
        return inputs_of(sources.read(file),
                         found == beginnings.end() ? std::nullopt : std::optional<std::uint32_t>(found->second));
      });
  PageInputs inputs;
  std::string shared = fmt::format("{} {} {}\n", iso_date(facts.today), facts.include_drafts,
                                   facts.base_address ? *facts.base_address : std::string());
  for (std::size_t number = 0; number < read.size(); ++number) {
    const FileId file{static_cast<std::uint32_t>(number)};
    shared += sources.file(file).path + '\0' + hexadecimal(read[number].shared);
    if (read[number].text) inputs.texts[file] = *read[number].text;
  }
  inputs.shared = digest_of(shared);
  return inputs;
}

void PageMemory::begin(PageInputs inputs) {
  const std::lock_guard lock(mutex_);
  if (inputs.shared != inputs_.shared) blocks_.clear();
  inputs_ = std::move(inputs);
  kept_pages_ = 0;
  made_pages_ = 0;
}

std::vector<Digest> PageMemory::texts_of(const Site& site, const PageKey* pages, std::size_t count) const {
  std::vector<Digest> texts;
  for (std::size_t page = 0; page < count; ++page) {
    const std::optional<EntryNumber> entry = pages[page].kind->entry(pages[page]);
    const auto found = entry ? inputs_.texts.find(site.entry(*entry).file) : inputs_.texts.end();
    texts.push_back(found == inputs_.texts.end() ? Digest() : found->second);
  }
  return texts;
}

std::shared_ptr<const PageMemory::KeptBlock> PageMemory::find(std::size_t block, const Site& site, const PageKey* pages,
                                                              std::size_t count) {
  const std::vector<Digest> texts = texts_of(site, pages, count);
  const std::lock_guard lock(mutex_);
  const auto found = blocks_.find(block);
  if (found == blocks_.end() || found->second->texts != texts) {
    made_pages_ += count;
    return nullptr;
  }
  kept_pages_ += count;
  return found->second;
}

void PageMemory::keep(std::size_t block, const Site& site, const PageKey* pages, std::size_t count, KeptBlock made) {
  made.texts = texts_of(site, pages, count);
  auto kept = std::make_shared<const KeptBlock>(std::move(made));
  const std::lock_guard lock(mutex_);
  blocks_[block] = std::move(kept);
}

}  // namespace wegwijs
