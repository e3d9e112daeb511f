# Writes the examples of the messages as one source file, so that `wegwijs explain` needs no file beside the program.
# Run with -D OUTPUT=… -D FOLDER=…
file(GLOB examples ${FOLDER}/*.txt)
list(SORT examples)
set(rows "")
foreach(example ${examples})
  get_filename_component(rule ${example} NAME_WE)
  # As hexadecimal digits first: a list separator or a bracket in the text has a meaning of its own to CMake.
  file(READ ${example} bytes HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  string(APPEND rows "    {\"${rule}\", \"${bytes}\"},\n")
endforeach()
file(WRITE ${OUTPUT}.new "#include \"commands/written_examples.h\"

#include <array>

namespace wegwijs {
namespace {

constexpr WrittenExample examples[] = {
${rows}};

}  // namespace

std::span<const WrittenExample> written_examples() { return examples; }

}  // namespace wegwijs
")
file(RENAME ${OUTPUT}.new ${OUTPUT})
