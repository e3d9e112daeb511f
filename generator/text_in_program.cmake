# Writes a text file as a source file, so that the program needs no file beside it.
# Run with -D OUTPUT=… -D FILE=… -D HEADER=… -D FUNCTION=…: FUNCTION is declared in HEADER and gives the text.
# As hexadecimal digits first: a list separator or a bracket in the text has a meaning of its own to CMake.
file(READ ${FILE} bytes HEX)
string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
file(WRITE ${OUTPUT}.new "#include \"${HEADER}\"

namespace wegwijs {

std::string_view ${FUNCTION}() {
  return \"${bytes}\";
}

}  // namespace wegwijs
")
file(RENAME ${OUTPUT}.new ${OUTPUT})
