#include "pipeline/block_links.h"

#include <functional>

namespace wegwijs {

AddressHash hash_of(std::string_view address) {
  return std::hash<std::string_view>{}(address);
}

void BlockLinks::note(std::string_view target, SourceSpan where, bool is_in_text, std::string_view written) {
  const AddressHash hash = hash_of(target);
  const bool is_new = known_.insert(hash).second;
  if (is_new) {
    append_whole(targets_, hash);
    append_text(targets_, target);
  }
  if (!is_in_text && !is_new) return;
  append_whole(links_, hash);
  append_span(links_, where);
  append_varint(links_, is_in_text ? 1 : 0);
  append_text(links_, is_in_text && written != target ? written : std::string_view());
}

void BlockLinks::note_web_address(std::string_view address, SourceSpan where) {
  if (!known_.insert(hash_of(address)).second) return;
  append_text(web_addresses_, address);
  append_span(web_addresses_, where);
}

void BlockLinks::finish() {
  known_ = {};
}

std::vector<InternalLink> BlockLinks::links() const {
  std::vector<InternalLink> links;
  for (ByteReader bytes(links_); !bytes.is_at_end();) {
    InternalLink link;
    link.target = bytes.whole();
    link.where = read_span(bytes);
    link.is_in_text = bytes.varint() != 0;
    link.written = bytes.text();
    links.push_back(std::move(link));
  }
  return links;
}

void BlockLinks::append_to(std::string& bytes) const {
  for (const std::string* part : {&targets_, &links_, &web_addresses_}) append_text(bytes, *part);
}

BlockLinks BlockLinks::from_bytes(ByteReader& bytes) {
  BlockLinks links;
  for (std::string* part : {&links.targets_, &links.links_, &links.web_addresses_}) *part = bytes.text();
  return links;
}

}  // namespace wegwijs
