#pragma once

#include <cstdint>

struct sockaddr;

namespace wegwijs {

/// Whether a connection to `address` stays on this machine or its own networks: loopback, private (RFC 1918, 4193),
/// link-local, shared (RFC 6598), multicast, unspecified and documentation addresses, also wrapped in IPv6 (mapped,
/// NAT64, 6to4). Anything but IPv4 and IPv6 counts as local.
bool is_local_address(const sockaddr& address);

/// The port of an IPv4 or IPv6 address; 0 for another kind, a port that no server has.
std::uint16_t port_of(const sockaddr& address);

}  // namespace wegwijs
