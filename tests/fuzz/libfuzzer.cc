// One target: WEGWIJS_FUZZ_ENTRY is the entry that libFuzzer feeds. A promise that is broken ends the process.
#include <cstdint>

#include "fuzz/entries.h"

// The name is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {  // NOLINT
  wegwijs::WEGWIJS_FUZZ_ENTRY({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
