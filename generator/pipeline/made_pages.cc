#include "pipeline/made_pages.h"

#include <algorithm>

namespace wegwijs {
namespace {

void append_findings(std::string& bytes, const PageFindings& findings) {
  append_varint(bytes, findings.anchors.size());
  for (const AddressHash anchor : findings.anchors) append_whole(bytes, anchor);
  append_varint(bytes, findings.links.size());
  for (const BlockLinks& block : findings.links) block.append_to(bytes);
  append_varint(bytes, findings.search.size());
  for (const SearchBlock& block : findings.search) block.append_to(bytes);
  append_diagnostics(bytes, findings.diagnostics);
}

PageFindings read_findings(ByteReader& bytes, FindRule find_rule) {
  PageFindings findings;
  findings.anchors.resize(bytes.count());
  for (AddressHash& anchor : findings.anchors) anchor = bytes.whole();
  for (std::size_t left = bytes.count(); left > 0; --left) findings.links.push_back(BlockLinks::from_bytes(bytes));
  for (std::size_t left = bytes.count(); left > 0; --left) findings.search.push_back(SearchBlock::from_bytes(bytes));
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
