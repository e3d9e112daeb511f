#include "text/dutch_stem.h"

#include <algorithm>

#include <libstemmer.h>

#include <memory>
#include <stdexcept>

namespace wegwijs {
namespace {

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using StemmerPointer = std::unique_ptr<sb_stemmer, StemmerDeleter>;

StemmerPointer new_stemmer() {
  StemmerPointer stemmer(sb_stemmer_new("dutch", "UTF_8"));
  if (!stemmer) throw std::runtime_error("libstemmer has no algorithm 'dutch'");
  return stemmer;
}

}  // namespace

std::string dutch_stem(std::string_view word) {
  const bool is_latin =
      std::all_of(word.begin(), word.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
  if (!is_latin) return std::string(word);
  // One stemmer per thread: it works in its own buffer.
  thread_local const StemmerPointer stemmer = new_stemmer();
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

}  // namespace wegwijs
