# shellcheck shell=bash
# Debian packages by purpose, and the function that installs what is missing. Sourced by ./wegwijs and tests/run.

# To build the generator.
build_packages=(
  g++ cmake ninja-build pkg-config
  libcmark-gfm-dev libcmark-gfm-extensions-dev  # Markdown
  libyaml-cpp-dev                               # YAML
  libicu-dev                                    # Dutch alphabet, Unicode, time zones
  libfmt-dev                                    # text formatting
  libcli11-dev                                  # command line
  nlohmann-json3-dev                            # JSON
  libxxhash-dev                                 # digests of files
  libstemmer-dev                                # stems of Dutch words, for the search index
  zlib1g-dev libbrotli-dev                      # compressed forms of texts, when publishing
  libturbojpeg0-dev libpng-dev libwebp-dev      # pictures, made smaller and without metadata
  libexpat1-dev                                 # the check of SVG files, and the parts of workbooks
  libzip-dev                                    # workbooks that schools send
  libxlsxwriter-dev                             # workbooks for schools to fill in
  libmimalloc-dev                               # memory for the program: a fifth less processor time
  libcurl4-openssl-dev                          # check --external
  libmicrohttpd-dev                             # the preview server
)

# What the proofs of publishing ask: servers of the kinds that a site is published to.
publish_test_packages=(
  nginx libnginx-mod-http-brotli-static         # serves a release to a reader
  openssh-server openssh-client rsync           # publish ssh://
  rclone                                        # publish s3://
  strace python3 python3-yaml
)

# With --all: the other web servers, and a bare Debian.
all_publish_test_packages=(apache2 caddy debootstrap dpkg-dev)

# With --all: a school that fills in its workbook with LibreOffice.
office_test_packages=(libreoffice-calc-nogui fonts-dejavu-core python3-uno)

# Says what is missing and why, and installs it with apt. Ends the script when that is not possible.
install_missing() {
  local reason=$1 package missing=()
  shift
  for package in "$@"; do
    if ! dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then missing+=("$package"); fi
  done
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  echo "Nodig $reason, en nog niet aanwezig: ${missing[*]}" >&2
  if ! command -v apt-get >/dev/null; then
    echo "Dit is geen Debian: installeer deze pakketten zelf en probeer opnieuw." >&2
    exit 3
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Installeer ze als beheerder: apt-get install ${missing[*]}" >&2
      exit 3
    fi
    as_root=(sudo)
  fi
  {
    "${as_root[@]}" apt-get update -q &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
  } >&2 || { echo "Installeren lukte niet." >&2; exit 3; }
}
