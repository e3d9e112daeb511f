#include "products/file_kinds.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace wegwijs {
namespace {

// Two conditions: a reader can open it without paying for a program, and nothing in it is carried out by itself. What
// only a few readers have a use for stays out: every kind here is one that somebody has to keep safe.
constexpr std::array kinds{
    // Documents to read and to print.
    FileKind{".pdf", "application/pdf"},
    FileKind{".txt", "text/plain; charset=utf-8"},
    // Forms that somebody fills in. The two formats of Office without macros, and the open ones.
    FileKind{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    FileKind{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    FileKind{".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    FileKind{".odt", "application/vnd.oasis.opendocument.text"},
    FileKind{".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    FileKind{".odp", "application/vnd.oasis.opendocument.presentation"},
    // Data, and dates for a calendar.
    FileKind{".csv", "text/csv; charset=utf-8"},
    FileKind{".ics", "text/calendar; charset=utf-8"},
    // Pictures that every browser shows, and that this program can make smaller and clean.
    FileKind{".jpg", "image/jpeg", PictureFormat::jpeg},
    FileKind{".jpeg", "image/jpeg", PictureFormat::jpeg},
    FileKind{".png", "image/png", PictureFormat::png},
    FileKind{".webp", "image/webp", PictureFormat::webp},
    // Drawings; only after the check of pictures/svg.h.
    FileKind{".svg", "image/svg+xml"},
};

struct Refusal {
  std::string_view extension;
  BilingualText reason;
};

constexpr BilingualText is_program{"een programma kan schade doen bij wie het opent",
                                   "a program can do harm to who opens it"};
constexpr BilingualText is_page{"een eigen webpagina of script valt buiten de controles van deze site",
                                "a web page or script of its own escapes the checks of this site"};
constexpr BilingualText has_macros{"er kunnen macro's in zitten; bewaar het als .docx, .xlsx, .pptx of als PDF",
                                   "it can hold macros; save it as .docx, .xlsx, .pptx or as a PDF"};
constexpr BilingualText is_telephone_photo{"browsers laten deze soort foto niet zien; bewaar haar als .jpg",
                                           "browsers do not show this kind of photo; save it as .jpg"};
constexpr BilingualText is_moving{"een bewegend plaatje kunnen lezers niet stilzetten; bewaar het als .png",
                                  "readers cannot stop a moving picture; save it as .png"};
constexpr BilingualText is_large_picture{"dit is geen soort plaatje voor een website; bewaar het als .jpg of .png",
                                         "this is no kind of picture for a website; save it as .jpg or .png"};
constexpr BilingualText is_text{"een tekst hoort in de map van een verzameling, zoals content/paginas",
                                "a text belongs in the folder of a collection, such as content/paginas"};
constexpr BilingualText is_archive{"lezers zien niet wat erin zit; zet de bestanden er los neer",
                                   "readers do not see what is in it; put its files here one by one"};
constexpr BilingualText is_film{"film en geluid staan beter op een videosite; zet een link in de tekst",
                                "film and sound are better on a video site; put a link in the text"};
constexpr BilingualText no_kind{"deze soort bestand staat niet in de lijst van wat gepubliceerd wordt",
                                "this kind of file is not in the list of what is published"};
constexpr BilingualText bad_name{"de naam heeft een teken dat niet in een adres kan",
                                 "its name has a character that cannot be in an address"};

constexpr std::array refusals{Refusal{".exe", is_program},
                              Refusal{".msi", is_program},
                              Refusal{".bat", is_program},
                              Refusal{".cmd", is_program},
                              Refusal{".com", is_program},
                              Refusal{".scr", is_program},
                              Refusal{".ps1", is_program},
                              Refusal{".vbs", is_program},
                              Refusal{".jar", is_program},
                              Refusal{".apk", is_program},
                              Refusal{".sh", is_program},
                              Refusal{".lnk", is_program},
                              Refusal{".html", is_page},
                              Refusal{".htm", is_page},
                              Refusal{".xhtml", is_page},
                              Refusal{".js", is_page},
                              Refusal{".mjs", is_page},
                              Refusal{".css", is_page},
                              Refusal{".php", is_page},
                              Refusal{".xml", is_page},
                              Refusal{".svgz", is_large_picture},
                              Refusal{".docm", has_macros},
                              Refusal{".dotm", has_macros},
                              Refusal{".xlsm", has_macros},
                              Refusal{".xlsb", has_macros},
                              Refusal{".pptm", has_macros},
                              Refusal{".doc", has_macros},
                              Refusal{".xls", has_macros},
                              Refusal{".ppt", has_macros},
                              Refusal{".rtf", has_macros},
                              Refusal{".heic", is_telephone_photo},
                              Refusal{".heif", is_telephone_photo},
                              Refusal{".gif", is_moving},
                              Refusal{".bmp", is_large_picture},
                              Refusal{".tif", is_large_picture},
                              Refusal{".tiff", is_large_picture},
                              Refusal{".psd", is_large_picture},
                              Refusal{".avif", is_large_picture},
                              Refusal{".md", is_text},
                              Refusal{".yaml", is_text},
                              Refusal{".yml", is_text},
                              Refusal{".zip", is_archive},
                              Refusal{".rar", is_archive},
                              Refusal{".7z", is_archive},
                              Refusal{".mp4", is_film},
                              Refusal{".mov", is_film},
                              Refusal{".avi", is_film},
                              Refusal{".mp3", is_film},
                              Refusal{".wav", is_film}};

bool has_control_character(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte < 0x20 || byte == 0x7F || byte == '\\';
  });
}

}  // namespace

std::span<const FileKind> file_kinds() {
  return kinds;
}

const FileKind* kind_of_file(std::string_view name) {
  if (has_control_character(name)) return nullptr;
  const std::size_t dot = name.rfind('.');
  const std::string extension = dot == std::string_view::npos ? "" : lower_case(name.substr(dot));
  const auto* found =
      std::find_if(kinds.begin(), kinds.end(), [&](const FileKind& kind) { return kind.extension == extension; });
  return found == kinds.end() ? nullptr : found;
}

BilingualText refusal_of(std::string_view name) {
  if (has_control_character(name)) return bad_name;
  const std::string lower = lower_case(name);
  const auto* found = std::find_if(refusals.begin(), refusals.end(),
                                   [&](const Refusal& refusal) { return lower.ends_with(refusal.extension); });
  return found == refusals.end() ? no_kind : found->reason;
}

}  // namespace wegwijs
