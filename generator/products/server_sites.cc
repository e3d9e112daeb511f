#include "products/server_sites.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "products/file_kinds.h"

namespace wegwijs {
namespace {

/// Beside the kinds that authors may publish: what the program itself and themes publish.
constexpr std::pair<std::string_view, std::string_view> own_types[] = {
    {".html", "text/html"},        {".css", "text/css"},        {".js", "text/javascript"},
    {".json", "application/json"}, {".xml", "application/xml"}, {".webmanifest", "application/manifest+json"},
    {".ico", "image/x-icon"},      {".woff2", "font/woff2"},    {".bin", "application/octet-stream"},
};

/// What is text, and so has a character set and a compressed form.
constexpr std::string_view text_endings = "html|css|js|json|xml|webmanifest|csv|ics|txt|svg|bin";

/// Ending without point → type without its character set, which servers add themselves.
std::map<std::string, std::string> types() {
  std::map<std::string, std::string> all;
  for (const auto& [ending, type] : own_types) all.emplace(ending.substr(1), type);
  for (const FileKind& kind : file_kinds())
    all.emplace(kind.extension.substr(1), kind.media_type.substr(0, kind.media_type.find(';')));
  return all;
}

/// Whether the address is written with signs that mean nothing else in the settings of any server.
bool is_plain(std::string_view address) {
  return std::all_of(address.begin(), address.end(), [](char character) {
    const bool is_letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    const bool is_number = character >= '0' && character <= '9';
    return is_letter || is_number || std::string_view("/-_.~:#").find(character) != std::string_view::npos;
  });
}

/// A line for each redirect; other addresses are led on by their page, which is there in any case.
template <typename Line>
std::string redirect_lines(const ServedSite& site, const Line& line) {
  std::string lines;
  for (const auto& [from, to] : site.redirects) {
    if (is_plain(from) && is_plain(to)) lines += line(from, to);
  }
  return lines;
}

std::string for_expression(std::string_view address) {
  std::string escaped;
  for (const char character : address) {
    if (character == '.') escaped += '\\';
    escaped += character;
  }
  return escaped;
}

std::string indented(const std::string& lines, std::string_view blanks) {
  std::string result;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    if (end > begin) result += std::string(blanks) + lines.substr(begin, end - begin);
    result += '\n';
    begin = end + 1;
  }
  return result;
}

}  // namespace

std::string lines_for_nginx(const ServedSite& site) {
  std::string lines = "types {\n";
  for (const auto& [ending, type] : types()) lines += fmt::format("  {} {};\n", type, ending);
  lines +=
      "}\ncharset utf-8;\n"
      "charset_types text/css text/javascript text/plain text/csv text/calendar application/json application/xml "
      "application/atom+xml application/manifest+json;\n"
      "# De kleinere vormen die 'wegwijs publish' ernaast zet.\n"
      "gzip_static on;\n"
      "# Met het pakket libnginx-mod-http-brotli-static:\n"
      "# brotli_static on;\n";
  return lines + redirect_lines(site, [](std::string_view from, std::string_view to) {
           return fmt::format("location = {} {{ return 301 {}; }}\n", from, to);
         });
}

std::string lines_for_apache(const ServedSite& site) {
  std::string lines = "AddDefaultCharset utf-8\n<IfModule mod_mime.c>\n";
  for (const auto& [ending, type] : types()) lines += fmt::format("  AddType {} .{}\n", type, ending);
  lines +=
      "  AddCharset utf-8 .css .js .json .xml .webmanifest .csv .ics .txt\n"
      "  # .br is ook de taal Bretons.\n"
      "  RemoveLanguage .br\n  RemoveType .gz .br\n  AddEncoding gzip .gz\n  AddEncoding br .br\n</IfModule>\n"
      "# De kleinere vormen die 'wegwijs publish' ernaast zet.\n<IfModule mod_rewrite.c>\n  RewriteEngine On\n";
  for (const auto& [encoding, ending] : {std::pair{"br", "br"}, std::pair{"gzip", "gz"}}) {
    lines += fmt::format(
        "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{0}\\b\n  RewriteCond %{{REQUEST_FILENAME}}.{1} -f\n"
        "  RewriteRule ^(.+\\.(?:{2}))$ $1.{1} [L,E=no-gzip:1,E=no-brotli:1]\n",
        encoding, ending, text_endings);
  }
  lines += fmt::format(
      "</IfModule>\n<IfModule mod_headers.c>\n  <FilesMatch \"\\.({0})(\\.gz|\\.br)?$\">\n"
      "    Header append Vary Accept-Encoding\n  </FilesMatch>\n</IfModule>\n",
      text_endings);
  const std::string redirects = redirect_lines(site, [](std::string_view from, std::string_view to) {
    return fmt::format("  RedirectMatch 301 ^{}$ {}\n", for_expression(from), to);
  });
  return redirects.empty() ? lines : lines + "<IfModule mod_alias.c>\n" + redirects + "</IfModule>\n";
}

std::string lines_for_caddy(const ServedSite& site) {
  std::string lines;
  for (const auto& [ending, type] : types()) {
    const bool is_text = type.starts_with("text/");
    lines += fmt::format("@{0} path *.{0}\nheader @{0} Content-Type \"{1}{2}\"\n", ending, type,
                         is_text ? "; charset=utf-8" : "");
  }
  return lines + redirect_lines(site, [](std::string_view from, std::string_view to) {
           return fmt::format("redir {} {} 301\n", from, to);
         });
}

std::string redirects_for_hosts(const ServedSite& site) {
  return redirect_lines(
      site, [](std::string_view from, std::string_view to) { return fmt::format("{} {} 301\n", from, to); });
}

std::string nginx_site(const ServedSite& site, const std::string& headers) {
  const std::string body = indented(
      "root /var/www/wegwijs/current;\nindex index.html;\naccess_log /var/log/nginx/wegwijs.log wegwijs;\n"
      "location / { try_files $uri $uri/ =404; }\nlocation ~ /\\.wegwijs { return 404; }\n" +
          headers,
      "  ");
  // Without what comes after "?": what a parent chose is nobody's.
  std::string text = fmt::format(
      "# Zet dit bestand als /etc/nginx/conf.d/wegwijs.conf en zeg 'systemctl reload nginx'.\n"
      "# 'wegwijs publish /var/www/wegwijs' zet daar de site neer.\n"
      "log_format wegwijs '$remote_addr - [$time_local] \"$request_method $uri $server_protocol\" $status "
      "$body_bytes_sent';\n");
  if (!site.is_https) {
    return text + fmt::format("server {{\n  listen 80;\n  listen [::]:80;\n  server_name {};\n{}}}\n", site.host, body);
  }
  text += fmt::format(
      "# Het certificaat: 'certbot certonly --webroot -w /var/www/certbot -d {0}', met daarna koppelingen naar\n"
      "# /etc/letsencrypt/live/{0}/. Tot het er is start nginx met een eigen certificaat:\n"
      "# mkdir -p /etc/ssl/wegwijs && openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN={0} \\\n"
      "#   -keyout /etc/ssl/wegwijs/privkey.pem -out /etc/ssl/wegwijs/fullchain.pem\n"
      "server {{\n  listen 80;\n  listen [::]:80;\n  server_name {0};\n  access_log /var/log/nginx/wegwijs.log "
      "wegwijs;\n"
      "  location /.well-known/acme-challenge/ {{ root /var/www/certbot; }}\n"
      "  location / {{ return 301 https://{0}$request_uri; }}\n}}\n"
      "server {{\n  listen 443 ssl http2;\n  listen [::]:443 ssl http2;\n  server_name {0};\n"
      "  ssl_certificate /etc/ssl/wegwijs/fullchain.pem;\n  ssl_certificate_key /etc/ssl/wegwijs/privkey.pem;\n"
      "  ssl_protocols TLSv1.2 TLSv1.3;\n  ssl_session_cache shared:wegwijs:1m;\n  ssl_session_tickets off;\n",
      site.host);
  return text + body + "}\n";
}

std::string apache_site(const ServedSite& site) {
  const std::string body =
      "  DocumentRoot /var/www/wegwijs/current\n  CustomLog ${APACHE_LOG_DIR}/wegwijs.log wegwijs\n"
      "  <Directory /var/www/wegwijs>\n    Options FollowSymLinks\n    AllowOverride FileInfo\n"
      "    DirectoryIndex index.html\n    Require all granted\n  </Directory>\n"
      "  <FilesMatch \"^\\.wegwijs\">\n    Require all denied\n  </FilesMatch>\n";
  std::string text =
      "# Zet dit bestand als /etc/apache2/sites-available/wegwijs.conf en zeg:\n"
      "# a2enmod headers rewrite ssl && a2ensite wegwijs && systemctl reload apache2\n"
      "# De rest staat in .htaccess van de site zelf.\n"
      "LogFormat \"%h - %t \\\"%m %U %H\\\" %>s %B\" wegwijs\n";
  if (!site.is_https)
    return text + fmt::format("<VirtualHost *:80>\n  ServerName {}\n{}</VirtualHost>\n", site.host, body);
  text += fmt::format(
      "<VirtualHost *:80>\n  ServerName {0}\n  CustomLog ${{APACHE_LOG_DIR}}/wegwijs.log wegwijs\n"
      "  Redirect permanent / https://{0}/\n</VirtualHost>\n"
      "<VirtualHost *:443>\n  ServerName {0}\n  SSLEngine on\n  SSLCertificateFile /etc/ssl/wegwijs/fullchain.pem\n"
      "  SSLCertificateKeyFile /etc/ssl/wegwijs/privkey.pem\n",
      site.host);
  return text + body + "</VirtualHost>\n";
}

std::string caddy_site(const ServedSite& site, const std::string& headers) {
  return fmt::format(
             "# Zet dit bestand als /etc/caddy/Caddyfile en zeg 'systemctl reload caddy'. Caddy haalt het certificaat "
             "zelf.\n{}{} {{\n  root * /var/www/wegwijs/current\n  encode gzip\n  file_server {{\n    precompressed br "
             "gzip\n    hide .wegwijs-*\n  }}\n",
             site.is_https ? "" : "http://", site.host) +
         indented(headers, "  ") +
         "  handle_errors {\n    rewrite * /{err.status_code}.html\n    file_server\n  }\n"
         "  log {\n    output file /var/log/caddy/wegwijs.log\n    format filter {\n      wrap json\n      fields {\n"
         "        request>uri regexp \\?.* \"\"\n        request>headers delete\n        resp_headers delete\n      "
         "}\n    }\n  }\n}\n";
}

}  // namespace wegwijs
