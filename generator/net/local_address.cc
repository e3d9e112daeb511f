#include "net/local_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace wegwijs {
namespace {

/// The first `length` bits of an IPv4 address.
struct Network {
  std::uint32_t prefix = 0;
  int length = 0;
};

constexpr std::uint32_t ipv4(std::uint32_t a, std::uint32_t b, std::uint32_t c = 0) {
  return (a << 24U) | (b << 16U) | (c << 8U);
}

/// The IANA registry of special-purpose IPv4 addresses, as far as they are not globally reachable.
constexpr std::array<Network, 15> local_networks{{{ipv4(0, 0), 8},
                                                  {ipv4(10, 0), 8},
                                                  {ipv4(100, 64), 10},
                                                  {ipv4(127, 0), 8},
                                                  {ipv4(169, 254), 16},
                                                  {ipv4(172, 16), 12},
                                                  {ipv4(192, 0, 0), 24},
                                                  {ipv4(192, 0, 2), 24},
                                                  {ipv4(192, 88, 99), 24},
                                                  {ipv4(192, 168), 16},
                                                  {ipv4(198, 18), 15},
                                                  {ipv4(198, 51, 100), 24},
                                                  {ipv4(203, 0, 113), 24},
                                                  {ipv4(224, 0), 4},
                                                  {ipv4(240, 0), 4}}};

bool is_local_ipv4(std::uint32_t address) {
  return std::any_of(local_networks.begin(), local_networks.end(), [&](const Network& network) {
    return (address >> (32 - network.length)) == (network.prefix >> (32 - network.length));
  });
}

using Ipv6Bytes = std::array<std::uint8_t, 16>;

std::uint32_t ipv4_at(const Ipv6Bytes& bytes, std::size_t place) {
  std::uint32_t address = 0;
  for (std::size_t index = 0; index < 4; ++index) address = (address << 8U) | bytes[place + index];
  return address;
}

bool begins_with(const Ipv6Bytes& bytes, std::initializer_list<std::uint8_t> prefix) {
  return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

bool is_local_ipv6(const Ipv6Bytes& bytes) {
  if (begins_with(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return is_local_ipv4(ipv4_at(bytes, 12));
  if (begins_with(bytes, {0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) return is_local_ipv4(ipv4_at(bytes, 12));
  if (begins_with(bytes, {0x20, 0x02})) return is_local_ipv4(ipv4_at(bytes, 2));
  // Teredo and documentation.
  if (begins_with(bytes, {0x20, 0x01, 0x00, 0x00}) || begins_with(bytes, {0x20, 0x01, 0x0D, 0xB8})) return true;
  const bool is_global_unicast = (bytes[0] & 0xE0U) == 0x20U;
  return !is_global_unicast;
}

/// Copied, because a sockaddr may not be read in place as another type.
template <typename Address>
Address as(const sockaddr& address) {
  Address copy{};
  std::memcpy(&copy, &address, sizeof copy);
  return copy;
}

}  // namespace

bool is_local_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) return is_local_ipv4(ntohl(as<sockaddr_in>(address).sin_addr.s_addr));
  if (address.sa_family != AF_INET6) return true;
  const in6_addr ipv6 = as<sockaddr_in6>(address).sin6_addr;
  Ipv6Bytes bytes{};
  std::memcpy(bytes.data(), &ipv6, bytes.size());
  return is_local_ipv6(bytes);
}

std::uint16_t port_of(const sockaddr& address) {
  if (address.sa_family == AF_INET) return ntohs(as<sockaddr_in>(address).sin_port);
  if (address.sa_family == AF_INET6) return ntohs(as<sockaddr_in6>(address).sin6_port);
  return 0;
}

}  // namespace wegwijs
