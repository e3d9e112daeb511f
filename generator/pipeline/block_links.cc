#include "pipeline/block_links.h"

#include <functional>

namespace wegwijs {

AddressHash hash_of(std::string_view address) {
  return std::hash<std::string_view>{}(address);
}

BlockLinks::Noted& BlockLinks::noted() {
  if (!noted_) noted_ = std::make_unique<Noted>();
  return *noted_;
}

void BlockLinks::note(std::string_view target, SourceSpan where, bool is_in_text, std::string_view written) {
  const AddressHash hash = hash_of(target);
  auto& [targets, links, web_addresses, known] = noted();
  const bool is_new = known.insert(hash).second;
  if (is_new) {
    append_whole(targets, hash);
    append_text(targets, target);
  }
  if (!is_in_text && !is_new) return;
  append_whole(links, hash);
  append_span(links, where);
  append_varint(links, is_in_text ? 1 : 0);
  append_text(links, is_in_text && written != target ? written : std::string_view());
}

void BlockLinks::note_web_address(std::string_view address, SourceSpan where) {
  if (!noted().known.insert(hash_of(address)).second) return;
  append_text(noted_->web_addresses, address);
  append_span(noted_->web_addresses, where);
}

void BlockLinks::finish() {
  if (!noted_) return;
  noted_->known = {};
  targets_ = noted_->targets;
  links_ = noted_->links;
  web_addresses_ = noted_->web_addresses;
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
  for (const std::string_view part : {targets_, links_, web_addresses_}) append_text(bytes, part);
}

BlockLinks BlockLinks::from_bytes(ByteReader& bytes) {
  BlockLinks links;
  for (std::string_view* part : {&links.targets_, &links.links_, &links.web_addresses_}) *part = bytes.text();
  return links;
}

}  // namespace wegwijs
