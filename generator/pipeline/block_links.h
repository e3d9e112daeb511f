#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "files/byte_stream.h"
#include "model/diagnostic_bytes.h"

namespace wegwijs {

using AddressHash = std::uint64_t;

/// 64 bits of an address with its fragment: what the link check compares, so that a large site keeps 8 bytes a link.
AddressHash hash_of(std::string_view address);

/// A link that leads within the site.
struct InternalLink {
  AddressHash target = 0;
  SourceSpan where;          ///< for one of a template: where the page comes from
  bool is_in_text = false;   ///< written by an author, and not by a template
  std::string written = {};  ///< what the author wrote, when it was not the whole address
};

/// Where the pages of a block lead. It is all bytes: a large site has hundreds of thousands of links, and they are
/// looked at one by one only where something of their block is not reached. Made by `note`s and `finish`, and only then
/// looked at; or read from bytes.
class BlockLinks {
 public:
  /// A link to `target`, an address of this site with its fragment. Those of texts are noted each, those of templates
  /// once for a target. `written`: what an author wrote.
  void note(std::string_view target, SourceSpan where, bool is_in_text, std::string_view written = {});
  /// An address out of the site, where it is first met.
  void note_web_address(std::string_view address, SourceSpan where);
  /// After the last note; where there is none, needless.
  void finish();

  /// Calls `visit(hash, address)` for every target within the site, each once.
  template <typename Visit>
  void visit_targets(const Visit& visit) const {
    for (ByteReader bytes(targets_); !bytes.is_at_end();) {
      const AddressHash hash = bytes.whole();
      visit(hash, bytes.text());
    }
  }
  /// Calls `visit(address, where)` for every address out of the site, each once. The views live as long as the block.
  template <typename Visit>
  void visit_web_addresses(const Visit& visit) const {
    for (ByteReader bytes(web_addresses_); !bytes.is_at_end();) {
      const std::string_view address = bytes.text();
      visit(address, read_span(bytes));
    }
  }
  std::vector<InternalLink> links() const;
  /// An earlier build had the same links, and its check of links judged them.
  void call_remembered() { is_remembered_ = true; }
  bool is_remembered() const { return is_remembered_; }
  /// Whether no link within the site is noted.
  bool is_empty() const { return targets_.empty(); }

  /// Everything, for `from_bytes`.
  void append_to(std::string& bytes) const;
  /// The bytes outlive the result. Throws `BytesSpoilt` for what `append_to` did not write.
  static BlockLinks from_bytes(ByteReader& bytes);

 private:
  /// What was noted; has one place, into which the views of its block look.
  struct Noted {
    std::string targets;
    std::string links;
    std::string web_addresses;
    std::unordered_set<AddressHash> known;  ///< what is in `targets`, and in `web_addresses`
  };

  Noted& noted();

  std::unique_ptr<Noted> noted_;
  std::string_view targets_;
  std::string_view links_;
  std::string_view web_addresses_;
  bool is_remembered_ = false;
};

}  // namespace wegwijs
