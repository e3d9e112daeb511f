#include "deliver/said.h"

#include <fmt/args.h>
#include <fmt/format.h>

namespace wegwijs {

std::string filled(std::string_view form, std::initializer_list<std::string> arguments) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments) store.push_back(argument);
  return fmt::vformat(form, store);
}

}  // namespace wegwijs
