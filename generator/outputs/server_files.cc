#include "outputs/server_files.h"

#include "outputs/page_pass.h"
#include "outputs/security_headers.h"

namespace wegwijs {

void server_file_addresses(const OutputContext& context, std::vector<std::string>& addresses) {
  addresses.insert(addresses.end(), {"/_headers", "/.htaccess", "/server/nginx.conf", "/server/Caddyfile"});
  if (context.is_preview) addresses.push_back("/" + std::string(preview_mark_file));
}

void write_server_files(const OutputContext& context, PageFindings& /*findings*/, Sink& sink) {
  const std::string not_found = std::string(path_prefix(context.site.settings.base_address)) + "/404.html";
  sink.write("_headers", headers_for_hosts());
  sink.write(".htaccess", headers_for_apache(not_found));
  sink.write("server/nginx.conf", headers_for_nginx(not_found));
  sink.write("server/Caddyfile", headers_for_caddy());
  if (context.is_preview) {
    sink.write(preview_mark_file,
               "Deze map is gemaakt met --drafts: er staan ook kladden en andere pagina's in die niet op de site "
               "horen.\nPubliceer haar niet; maak de site daarvoor met 'wegwijs build'.\n");
  }
}

}  // namespace wegwijs
