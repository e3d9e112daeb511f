// Whose name is in a document that is published: of every kind in which office programs and makers of PDF write it, and
// of hostile ones.
#include "documents/document_makers.h"

#include <zlib.h>

#include <catch2/catch.hpp>

#include "zipped.h"

using namespace wegwijs;

namespace {

using Names = std::vector<std::string>;

std::string deflated(const std::string& text) {
  uLongf size = compressBound(static_cast<uLong>(text.size()));
  std::string packed(size, '\0');
  REQUIRE(compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
                   static_cast<uLong>(text.size())) == Z_OK);
  packed.resize(size);
  return packed;
}

std::string pdf_with_stream(const std::string& description, const std::string& bytes) {
  return "%PDF-1.7\n7 0 obj\n<< " + description + " >>\nstream\r\n" + bytes + "\nendstream\nendobj\n";
}

std::string core(const std::string& properties) {
  return "<?xml version=\"1.0\"?><cp:coreProperties xmlns:cp=\"cp\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" +
         properties + "</cp:coreProperties>";
}

}  // namespace

TEST_CASE("who made a PDF is found in every form in which a PDF writes a text", "[documents]") {
  CHECK(makers_of_pdf("%PDF-1.4 << /Author (Jan (de) Vries) /Title (x) >>") == Names{"Jan (de) Vries"});
  CHECK(makers_of_pdf("%PDF-1.4 <</Author(Ren\\351e \\(bureau\\))>>") == Names{"Renée (bureau)"});
  CHECK(makers_of_pdf("%PDF-1.4 << /Author <4A616E> >>") == Names{"Jan"});
  CHECK(makers_of_pdf("%PDF-1.4 << /Author <FEFF004A00EB006C> >>") == Names{"Jël"});
  CHECK(makers_of_pdf(std::string("%PDF-1.4 << /Author (\xFE\xFF\0J\0a\0n) >>", 34)) == Names{"Jan"});
  CHECK(makers_of_pdf("%PDF-2.0 << /Author (\xEF\xBB\xBFJël) >>") == Names{"Jël"});
  CHECK(makers_of_pdf("%PDF-1.4 <dc:creator><rdf:Seq><rdf:li>Jan</rdf:li></rdf:Seq></dc:creator>") == Names{"Jan"});
  // As macOS writes it: every property an object of its own.
  CHECK(makers_of_pdf("%PDF-1.3\n131 0 obj (Fout) endobj\n31 0 obj\n(Jan) endobj\n5 0 obj << /Author 31 0 R >>") ==
        Names{"Jan"});
}

TEST_CASE("who made a PDF is found where its properties are packed", "[documents]") {
  const std::string properties = "1 0 << /Title (Gids) /Author (Jan de Vries) >>";
  CHECK(makers_of_pdf(pdf_with_stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", deflated(properties))) ==
        Names{"Jan de Vries"});
  CHECK(makers_of_pdf(pdf_with_stream("/Filter [/FlateDecode]/Type/ObjStm", deflated(properties))) ==
        Names{"Jan de Vries"});
  const std::string metadata = "<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>An</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>";
  CHECK(makers_of_pdf(pdf_with_stream("/Type /Metadata /Subtype /XML /Filter /FlateDecode", deflated(metadata))) ==
        Names{"An"});
  CHECK(makers_of_pdf(pdf_with_stream("/Type /ObjStm /Filter /FlateDecode", deflated(properties)) +
                      pdf_with_stream("/Type /Metadata /Filter /FlateDecode", deflated(metadata))) ==
        Names{"Jan de Vries", "An"});
}

TEST_CASE("who made or changed a document of an office program is found in its properties", "[documents]") {
  const std::string word =
      zipped({{"[Content_Types].xml", "<Types/>"},
              {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body/></w:document>"},
              {"docProps/core.xml", core("<dc:title>Gids</dc:title><dc:creator>Jan &amp; "
                                         "co</dc:creator><cp:lastModifiedBy>Piet</cp:lastModifiedBy>")},
              {"docProps/app.xml", "<Properties><Manager>An</Manager></Properties>"}});
  CHECK(makers_of_packed_document(word) == Names{"Jan & co", "Piet", "An"});
  const std::string open =
      zipped({{"mimetype", "application/vnd.oasis.opendocument.text"},
              {"meta.xml",
               "<office:document-meta xmlns:office=\"o\" xmlns:meta=\"m\" xmlns:dc=\"d\"><office:meta>"
               "<meta:initial-creator>Jan</meta:initial-creator><dc:creator>Jan</dc:creator>"
               "<meta:printed-by>Kees</meta:printed-by></office:meta></office:document-meta>"}});
  CHECK(makers_of_packed_document(open) == Names{"Jan", "Kees"});
}

TEST_CASE("who remarked upon a document or changed it while changes were followed is found", "[documents]") {
  CHECK(makers_of_packed_document(
            zipped({{"word/document.xml",
                     "<w:document xmlns:w=\"w\"><w:p><w:ins w:author=\"An\"><w:t>x</w:t></w:ins>"
                     "<w:del w:author=\"An\"/></w:p></w:document>"},
                    {"word/comments.xml", "<w:comments xmlns:w=\"w\"><w:comment w:author=\"Bo\"/></w:comments>"}})) ==
        Names{"An", "Bo"});
  CHECK(makers_of_packed_document(
            zipped({{"xl/comments1.xml", "<comments><authors><author>An</author></authors></comments>"},
                    {"xl/persons/person.xml", "<personList><person displayName=\"Bo\"/></personList>"}})) ==
        Names{"An", "Bo"});
  CHECK(makers_of_packed_document(zipped({{"content.xml",
                                           "<o:d xmlns:o=\"o\" xmlns:dc=\"d\"><o:annotation><dc:creator>An</dc:creator>"
                                           "<dc:date>2026</dc:date></o:annotation></o:d>"}})) == Names{"An"});
}

TEST_CASE("a document without a maker, or with an empty one, names nobody", "[documents]") {
  for (const std::string bytes : {"%PDF-1.4", "%PDF-1.4 << /Author () >>", "%PDF-1.4 << /Author", "%PDF-1.4 /Author (",
                                  "%PDF-1.4 /Author <", "%PDF-1.4 <dc:creator>", "%PDF-1.4 /Authority (x)",
                                  "%PDF-1.4 << /Author 9 0 R >>", "%PDF-1.4 << /Author 9 0 R >> 9 0 obj"})
    CHECK(makers_of_pdf(bytes).empty());
  CHECK(makers_of_packed_document(zipped({{"docProps/core.xml", core("<dc:creator> </dc:creator>")}})).empty());
  CHECK(makers_of_packed_document(zipped({{"word/document.xml", "<a/>"}})).empty());
}

TEST_CASE("what a password keeps secret in a document is no name", "[documents]") {
  CHECK(makers_of_pdf("%PDF-1.6 << /Author (\x8E\x1F\xC3q) >> trailer << /Encrypt 5 0 R >>").empty());
  CHECK(makers_of_packed_document(zipped({{"docProps/core.xml", core("<dc:creator>Jan</dc:creator>")}}, "geheim"))
            .empty());
}

TEST_CASE("documents that were made to do harm are read within limits, and name what can be read", "[documents]") {
  // A part that is 100 MB when unpacked, a document type, one without an end, and one that is no archive at all.
  const std::string maker = core("<dc:creator>Jan</dc:creator>");
  CHECK(makers_of_packed_document(zipped(
            {{"word/document.xml", std::string(100 << 20, ' ')}, {"docProps/core.xml", maker}})) == Names{"Jan"});
  CHECK(makers_of_packed_document(
            zipped({{"docProps/core.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a><creator>&b;</creator></a>"}}))
            .empty());
  CHECK(makers_of_packed_document(zipped({{"docProps/core.xml", "<a><creator>Jan</creator>"}})) == Names{"Jan"});
  CHECK(makers_of_packed_document("PK\x03\x04").empty());
  const std::string whole = zipped({{"docProps/core.xml", maker}});
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK(makers_of_packed_document(whole.substr(0, length)).empty());

  // A stream of 200 MB of zeros, thousands of beginnings of a stream, one that is torn, one that is no zlib stream.
  const std::string zeros = deflated(std::string(200 << 20, '\0'));
  CHECK(makers_of_pdf(pdf_with_stream("/ObjStm /FlateDecode", zeros)).empty());
  std::string many = "%PDF-1.7 ";
  for (int count = 0; count < 100'000; ++count) many += "/ObjStm/FlateDecode stream\n";
  CHECK(makers_of_pdf(many + "/Author 1 0 R").empty());
  const std::string packed = deflated("<< /Author (Jan de Vries) >>" + std::string(5000, 'x'));
  CHECK(makers_of_pdf(pdf_with_stream("/ObjStm /FlateDecode", packed.substr(0, packed.size() - 6))) ==
        Names{"Jan de Vries"});
  CHECK(makers_of_pdf(pdf_with_stream("/ObjStm /FlateDecode", "geen zlib")).empty());
  CHECK(makers_of_pdf("%PDF-1.7 << /ObjStm /FlateDecode >> stream").empty());

  // A name of a megabyte, and ten thousand names.
  CHECK(makers_of_pdf("%PDF-1.4 /Author (" + std::string(1 << 20, 'x') + ")").front().size() == 120);
  std::string authors;
  for (int count = 0; count < 10'000; ++count) authors += "<author>" + std::to_string(count) + "</author>";
  CHECK(makers_of_packed_document(zipped({{"xl/comments1.xml", "<a>" + authors + "</a>"}})) ==
        Names{"0", "1", "2", "3", "4"});
}
