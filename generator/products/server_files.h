#pragma once

#include "products/product.h"

namespace wegwijs {

/// What web servers and hosts need to know to send the security headers: `/_headers` and `/.htaccess`, which Netlify,
/// Cloudflare Pages and Apache read where they are, and `/server/nginx.conf` and `/server/Caddyfile` to copy from.
/// Nothing in them is a secret.
/// The file that marks a folder made with drafts, so that neither a person nor a build takes it for the published one.
inline constexpr std::string_view preview_mark_file = "klad.txt";

void plan_server_files(const ProductContext& context, std::vector<Product>& products);

}  // namespace wegwijs
