# Writes the files of the editor's page as one source file, so that `wegwijs serve --edit` needs no file beside the program.
# Run with -D OUTPUT=… -D FILES=…
set(files ${FILES})
set(rows "")
set(arrays "")
set(number 0)
foreach(file ${files})
  get_filename_component(name ${file} NAME)
  # As hexadecimal digits first: a list separator or a bracket in the text has a meaning of its own to CMake.
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char file_${number}[] = {${bytes}};\n")
  string(APPEND rows "    {\"${name}\", {reinterpret_cast<const char*>(file_${number}), sizeof file_${number}}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT}.new "#include \"edit/edit_page_files.h\"

namespace wegwijs {
namespace {

${arrays}
const EditPageFile page_files[] = {
${rows}};

}  // namespace

std::span<const EditPageFile> edit_page_files() { return page_files; }

}  // namespace wegwijs
")
file(RENAME ${OUTPUT}.new ${OUTPUT})
