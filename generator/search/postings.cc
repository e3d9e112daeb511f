#include "search/postings.h"

#include "files/byte_stream.h"
#include "search/asked_words.h"

namespace wegwijs {
namespace {

constexpr std::uint64_t impacts = impact_of_name + 1;
constexpr std::uint64_t gaps_of_asked = highest_asked + 1;

}  // namespace

void Postings::append(const Posting& posting) {
  std::uint64_t code = posting.page - last_page_;
  if (posting.asked != 0) code = code * gaps_of_asked + posting.asked;
  append_varint(bytes_,
                (code * impacts + posting.impact) * 4 + (posting.lines == 0 ? 0 : 1) + (posting.asked == 0 ? 0 : 2));
  if (posting.lines != 0) append_varint(bytes_, posting.lines);
  last_page_ = posting.page;
  ++pages_;
}

Postings Postings::without_less_than(Impact least) const {
  Postings kept;
  Posting posting;
  for (std::size_t place = 0; place < bytes_.size();) {
    const std::uint64_t code = read_varint(bytes_, place);
    const bool is_asked = code / 2 % 2 != 0;
    const std::uint64_t gap_and_asked = code / 4 / impacts;
    posting.page += static_cast<std::uint32_t>(is_asked ? gap_and_asked / gaps_of_asked : gap_and_asked);
    posting.impact = static_cast<Impact>(code / 4 % impacts);
    posting.lines = code % 2 != 0 ? static_cast<std::uint32_t>(read_varint(bytes_, place)) : 0;
    posting.asked = is_asked ? static_cast<std::uint32_t>(gap_and_asked % gaps_of_asked) : 0;
    if (posting.impact >= least || posting.lines != 0 || is_asked) kept.append(posting);
  }
  return kept;
}

}  // namespace wegwijs
