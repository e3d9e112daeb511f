#pragma once

#include <cstdint>
#include <string>

namespace wegwijs {

/// A connection to 127.0.0.1; -1 when nobody listens.
int connection_to(std::uint16_t port);

/// The whole answer, headers and body. `first_line` is without the version: "GET /".
std::string ask(std::uint16_t port, const std::string& first_line, const std::string& headers = "Host: localhost\r\n",
                const std::string& body = "");

/// A port that nobody has at this moment.
std::uint16_t free_port();

}  // namespace wegwijs
