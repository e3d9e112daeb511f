#include "text/counted.h"

namespace wegwijs {

std::string counted(std::size_t count, std::string_view one, std::string_view more) {
  return std::to_string(count).append(" ").append(count == 1 ? one : more);
}

}  // namespace wegwijs
