#include "zipped.h"

#include <zip.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "files/temporary_folder.h"

using namespace wegwijs;

std::string zipped(const std::map<std::string, std::string>& parts, const char* password) {
  const TemporaryFolder folder;
  const std::string path = (folder / "a.zip").string();
  zip_t* zip = zip_open(path.c_str(), ZIP_CREATE, nullptr);
  REQUIRE(zip != nullptr);
  for (const auto& [name, bytes] : parts) {
    const zip_int64_t index =
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
    if (password != nullptr) zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
  }
  REQUIRE(zip_close(zip) == 0);
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}
