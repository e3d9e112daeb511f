#include "pipeline/repeated_build.h"

#include <algorithm>
#include <utility>

#include "files/digest_bytes.h"
#include "pipeline/page_pass.h"

namespace wegwijs {

std::vector<std::string> changed_parts(const BuildInputs::Parts& before, const BuildInputs::Parts& now) {
  std::vector<std::string> changed;
  for (const auto& [name, digest] : now) {
    const auto found = before.find(name);
    if (found == before.end() || found->second != digest) changed.push_back(name);
  }
  for (const auto& [name, digest] : before) {
    if (!now.contains(name)) changed.push_back(name);
  }
  return changed;
}

PageReason reason_for_page(const std::string& address, const MadeBefore& made, const BuildInputs& inputs,
                           const FileTree& sources, const Site& site, const PagePlan& plan) {
  const std::optional<std::size_t> page = number_of_page(plan, address);
  if (!page) return {PageReason::Kind::no_page, {}};
  if (!made.pages.knows_any()) return {PageReason::Kind::nothing_known, {}};
  if (!made.pages.is_same_site()) return {PageReason::Kind::shared, changed_parts(made.parts, inputs.parts)};
  const std::vector<RecordNumber> records = made.pages.changed_records(*page / made.pages_per_block);
  if (records.empty()) return {PageReason::Kind::as_it_was, {}};
  std::vector<std::string> files;
  for (const Collection& collection : site.collections) {
    for (const Entry& entry : collection.entries) {
      if (!std::binary_search(records.begin(), records.end(), entry.record.number())) continue;
      const std::string path = sources.path_of(entry.file);
      if (files.empty() || files.back() != path) files.push_back(path);
    }
  }
  return {PageReason::Kind::entries, std::move(files)};
}

void append_to(OutgoingBytes& out, const MadeBefore& made) {
  std::string& bytes = out.bytes();
  append_varint(bytes, made.parts.size());
  for (const auto& [name, digest] : made.parts) {
    append_text(bytes, name);
    append_digest(bytes, digest);
  }
  made.files.append_to(out);
  made.checks.append_to(out);
  made.pages.append_to(out);
  made.products.append_to(out);
  append_digest(bytes, made.links.reached);
  append_varint(bytes, made.links.remarkable.size());
  for (const bool is_remarkable : made.links.remarkable) append_varint(bytes, is_remarkable ? 1 : 0);
}

void read_made(ByteReader& bytes, const std::shared_ptr<const void>& owner, MadeBefore& made) {
  BuildInputs::Parts parts;
  for (std::size_t left = bytes.count(); left > 0; --left) {
    std::string name(bytes.text());
    parts.emplace(std::move(name), read_digest(bytes));
  }
  FileMemory files = FileMemory::from_bytes(bytes, owner);
  BlockMemory checks = BlockMemory::from_bytes(bytes, owner);
  BlockMemory pages = BlockMemory::from_bytes(bytes, owner);
  BlockMemory products = BlockMemory::from_bytes(bytes, owner);
  JudgedLinks links;
  links.reached = read_digest(bytes);
  links.remarkable.resize(bytes.count());
  for (std::size_t block = 0; block < links.remarkable.size(); ++block) links.remarkable[block] = bytes.varint() != 0;
  if (!bytes.is_at_end()) throw BytesSpoilt();
  made.parts = std::move(parts);
  made.files = std::move(files);
  made.checks = std::move(checks);
  made.pages = std::move(pages);
  made.products = std::move(products);
  made.links = std::move(links);
}

}  // namespace wegwijs
