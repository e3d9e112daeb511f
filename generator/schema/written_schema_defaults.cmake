# Writes themes/schema-defaults.yaml as a source file, so that the program needs no file beside it.
# Run with -D OUTPUT=… -D FILE=…
# As hexadecimal digits first: a list separator or a bracket in the text has a meaning of its own to CMake.
file(READ ${FILE} bytes HEX)
string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
file(WRITE ${OUTPUT}.new "#include \"schema/schema_defaults.h\"

namespace wegwijs {

std::string_view written_schema_defaults() {
  return \"${bytes}\";
}

}  // namespace wegwijs
")
file(RENAME ${OUTPUT}.new ${OUTPUT})
