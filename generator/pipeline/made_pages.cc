#include "pipeline/made_pages.h"

#include <algorithm>

namespace wegwijs {
namespace {

void append_link(std::string& bytes, const InternalLink& link) {
  append_whole(bytes, link.target);
  append_span(bytes, link.where);
  append_varint(bytes, link.is_in_text ? 1 : 0);
  append_text(bytes, link.written);
}

InternalLink read_link(ByteReader& bytes) {
  InternalLink link;
  link.target = bytes.whole();
  link.where = read_span(bytes);
  link.is_in_text = bytes.varint() != 0;
  link.written = bytes.text();
  return link;
}

void append_findings(std::string& bytes, const PageFindings& findings) {
  append_varint(bytes, findings.anchors.size());
  for (const AddressHash anchor : findings.anchors) append_whole(bytes, anchor);
  append_varint(bytes, findings.links.size());
  for (const InternalLink& link : findings.links) append_link(bytes, link);
  append_varint(bytes, findings.addresses.size());
  for (const auto& [hash, address] : findings.addresses) {
    append_whole(bytes, hash);
    append_text(bytes, address);
  }
  append_varint(bytes, findings.search.size());
  for (const SearchBlock& block : findings.search) block.append_to(bytes);
  append_varint(bytes, findings.web_addresses.size());
  for (const auto& [address, where] : findings.web_addresses) {
    append_text(bytes, address);
    append_span(bytes, where);
  }
  append_diagnostics(bytes, findings.diagnostics);
}

PageFindings read_findings(ByteReader& bytes, FindRule find_rule) {
  PageFindings findings;
  findings.anchors.resize(bytes.count());
  for (AddressHash& anchor : findings.anchors) anchor = bytes.whole();
  for (std::size_t left = bytes.count(); left > 0; --left) findings.links.push_back(read_link(bytes));
  for (std::size_t left = bytes.count(); left > 0; --left) {
    const AddressHash hash = bytes.whole();
    findings.addresses.emplace(hash, bytes.text());
  }
  for (std::size_t left = bytes.count(); left > 0; --left) findings.search.push_back(SearchBlock::from_bytes(bytes));
  for (std::size_t left = bytes.count(); left > 0; --left) {
    std::string address(bytes.text());
    findings.web_addresses.emplace(std::move(address), read_span(bytes));
  }
  findings.diagnostics = read_diagnostics(bytes, find_rule);
  return findings;
}

}  // namespace

std::string bytes_of(const MadePages& made) {
  std::string bytes;
  append_varint(bytes, made.paths.size());
  for (const std::string& path : made.paths) append_text(bytes, path);
  append_findings(bytes, made.findings);
  return bytes;
}

MadePages made_pages_from(std::string_view bytes, FindRule find_rule) {
  ByteReader reader(bytes);
  MadePages made;
  made.paths.resize(reader.count());
  for (std::string& path : made.paths) path = reader.text();
  made.findings = read_findings(reader, find_rule);
  return made;
}

}  // namespace wegwijs
