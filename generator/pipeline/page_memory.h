#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "files/digest.h"
#include "files/sink.h"
#include "model/load_site.h"
#include "pages/page_plan.h"
#include "pipeline/findings.h"

namespace wegwijs {

/// What the pages of a site are made from, as digests.
///
/// A page is made from the text of its own entry, and from everything that is not the text of an entry: all values, the
/// schemas, the settings, the theme, the pictures, which files there are, and the facts of the build. So whoever
/// changes a text has one page made, and whoever changes a value has all of them made.
struct PageInputs {
  Digest shared;                   ///< of all that is not the text of an entry with a page
  std::map<FileId, Digest> texts;  ///< of each file with such a text
};

/// Reads every file of `sources`, on at most `facts.threads` threads. Throws what FileTree::read throws.
PageInputs page_inputs(const FileTree& sources, const Site& site, const BuildFacts& facts);

/// Pages that were made by an earlier build of the same process, in the blocks in which they are made. A block is kept
/// for as long as nothing changes that its pages are made from. `begin` starts a build; the rest may be called from
/// several threads.
class PageMemory {
 public:
  /// A page as it goes to the sink.
  struct KeptFile {
    std::string path;
    std::string bytes;
  };
  struct KeptBlock {
    std::vector<Digest> texts;  ///< of the entries of its pages, in their order
    std::vector<KeptFile> files;
    PageFindings findings;
  };

  /// What the pages of this build are made from. Everything is forgotten when what they share is not as it was.
  void begin(PageInputs inputs);

  /// The block, when it is kept and its texts are as they were; `pages` are its pages. Null: it is to be made.
  std::shared_ptr<const KeptBlock> find(std::size_t block, const Site& site, const PageKey* pages, std::size_t count);
  void keep(std::size_t block, const Site& site, const PageKey* pages, std::size_t count, KeptBlock made);

  /// Of this build.
  std::size_t kept_pages() const { return kept_pages_; }
  std::size_t made_pages() const { return made_pages_; }

 private:
  std::vector<Digest> texts_of(const Site& site, const PageKey* pages, std::size_t count) const;

  PageInputs inputs_;  // const from `begin` on
  std::mutex mutex_;   // guards all below
  std::map<std::size_t, std::shared_ptr<const KeptBlock>> blocks_;
  std::size_t kept_pages_ = 0;
  std::size_t made_pages_ = 0;
};

/// Passes the files of one block on, and remembers them.
class RememberingSink : public Sink {
 public:
  explicit RememberingSink(Sink& target) : target_(target) {}
  void write(std::string_view path, std::string_view bytes) override {
    files_.push_back({std::string(path), std::string(bytes)});
    target_.write(path, bytes);
  }
  void commit() override {}
  std::vector<PageMemory::KeptFile> take_files() { return std::move(files_); }

 private:
  Sink& target_;
  std::vector<PageMemory::KeptFile> files_;
};

}  // namespace wegwijs
