#include "outputs/server_files.h"

#include "outputs/page_pass.h"
#include "outputs/security_headers.h"

namespace wegwijs {

void server_file_addresses(const OutputContext& /*context*/, std::vector<std::string>& addresses) {
  addresses.insert(addresses.end(), {"/_headers", "/.htaccess", "/server/nginx.conf", "/server/Caddyfile"});
}

void write_server_files(const OutputContext& context, PageFindings& /*findings*/, Sink& sink) {
  const std::string not_found = std::string(path_prefix(context.site.settings.base_address)) + "/404.html";
  sink.write("_headers", headers_for_hosts());
  sink.write(".htaccess", headers_for_apache(not_found));
  sink.write("server/nginx.conf", headers_for_nginx(not_found));
  sink.write("server/Caddyfile", headers_for_caddy());
}

}  // namespace wegwijs
