#include "templates/html_tokenizer.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "templates/theme_under_test.h"

namespace wegwijs {
namespace {

/// The page that `before` + a name + `after` gives when the name holds `payload`.
std::string page_with(const std::string& before, std::string_view payload, const std::string& after) {
  const ThemeUnderTest theme(before + "{{x}}" + after, DataShape::map({{"x", DataShape::text()}}));
  DataArena arena;
  return theme.page(arena.map({{"x"_name, Data::text(payload)}}));
}

/// What stands between `before` and `after` in that page.
std::string escaped(const std::string& before, std::string_view payload, const std::string& after) {
  const std::string page = page_with(before, payload, after);
  const bool framed = page.size() >= before.size() + after.size() && page.starts_with(before) && page.ends_with(after);
  return framed ? page.substr(before.size(), page.size() - before.size() - after.size()) : "not framed: " + page;
}

/// The rule by which a name at that spot is refused; empty when it is not.
std::string refusal(const std::string& before, const std::string& after) {
  const ThemeUnderTest theme(before + "{{x}}" + after, DataShape::map({{"x", DataShape::text()}}));
  const std::string report = theme.report();
  if (report.empty()) return "";
  const std::string place = "pagina.mustache:1:" + std::to_string(before.size() + 3) + ": fout: ";
  const std::size_t open = report.find(" [");
  if (!report.starts_with(place) || open == std::string::npos) return "elsewhere: " + report;
  return report.substr(open + 2, report.find(']', open) - open - 2);
}

TEST_CASE("a text between elements cannot begin an element or a reference", "[templates]") {
  CHECK(escaped("<p>", "<script>alert(1)</script>", "</p>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(escaped("<p>", "a &amp; b \"c\" 'd'", "</p>") == "a &amp;amp; b &quot;c&quot; &#39;d&#39;");
  CHECK(escaped("a < b ", "<i>", "") == "&lt;i&gt;");
}

TEST_CASE("a text in a title or textarea cannot close it", "[templates]") {
  CHECK(escaped("<title>", "</title><script>", "</title>") == "&lt;/title&gt;&lt;script&gt;");
  CHECK(escaped("<TEXTAREA rows=2>", "</textarea>", "</textarea>") == "&lt;/textarea&gt;");
  CHECK(escaped("<title>a</titles> ", "<", "</title>") == "&lt;");
}

TEST_CASE("a text in a quoted attribute cannot close it", "[templates]") {
  CHECK(escaped("<p class=\"", "\" onclick=\"alert(1)", "\">") == "&quot; onclick=&quot;alert(1)");
  CHECK(escaped("<p title = '", "' onclick='alert(1)", "'>") == "&#39; onclick=&#39;alert(1)");
  CHECK(escaped("<input disabled value=\"a ", "&<>", " b\"/>") == "&amp;&lt;&gt;");
  CHECK(escaped("<p id=a data-x=\"", "\"", "\">") == "&quot;");
}

TEST_CASE("an address that a name begins is replaced by # unless its scheme is allowed", "[templates]") {
  const std::vector<std::string_view> hostile = {
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      " javascript:alert(1)",
      "\x01javascript:alert(1)",
      "java\tscript:alert(1)",
      "java\nscript:alert(1)",
      "\n\tjavascript:alert(1)",
      "javascript\t:alert(1)",
      "data:text/html,<script>",
      "vbscript:msgbox(1)",
      "file:///etc/passwd",
      "blob:https://a/b",
      "\xC2\xA0javascript:a",
      "java script:a",
      "intent:x",
      "\x7Fjavascript:a",
      "\xEF\xBB\xBFjavascript:1",
      ":",
      "view-source:javascript:1",
      "httpx:a",
      "javascript\r\n:alert(1)//",
      "http\t://a",
      "htt",
  };
  for (const std::string_view payload : hostile) {
    INFO(payload);
    if (payload == "htt") {
      CHECK(escaped("<a href=\"", payload, "\">") == "htt");
      continue;
    }
    CHECK(escaped("<a href=\"", payload, "\">") == "#");
    CHECK(escaped("<q cite='", payload, "'>") == "#");
    CHECK(escaped("<img alt='' src=\" ", payload, "\">") == "#");
  }
}

TEST_CASE("every attribute that holds an address is guarded", "[templates]") {
  for (const std::string attribute : {"href", "SRC", "action", "formaction", "cite", "poster", "data", "xlink:href",
                                      "background", "manifest", "longdesc", "usemap", "icon"}) {
    INFO(attribute);
    CHECK(escaped("<x " + attribute + "=\"", "javascript:alert(1)", "\">") == "#");
  }
}

TEST_CASE("addresses with an allowed scheme and relative addresses are kept", "[templates]") {
  const std::string before = "<a href=\"";
  CHECK(escaped(before, "https://example.nl/a?b=c&d=e#f", "\">") == "https://example.nl/a?b=c&amp;d=e#f");
  CHECK(escaped(before, "HTTP://example.nl", "\">") == "HTTP://example.nl");
  CHECK(escaped(before, "mailto:info@example.nl", "\">") == "mailto:info@example.nl");
  CHECK(escaped(before, "tel:+31201234567", "\">") == "tel:+31201234567");
  CHECK(escaped(before, "/scholen/de-brug/", "\">") == "/scholen/de-brug/");
  CHECK(escaped(before, "../a:b/", "\">") == "../a:b/");
  CHECK(escaped(before, "?q=a:b", "\">") == "?q=a:b");
  CHECK(escaped(before, "#kop", "\">") == "#kop");
  CHECK(escaped(before, "", "\">") == "");
  CHECK(escaped(before, " https://example.nl \n", "\">") == "https://example.nl");
}

TEST_CASE("in an address, what does not belong there is percent-encoded once", "[templates]") {
  const std::string before = "<a href=\"/zoeken/?q=";
  CHECK(escaped(before, "a b\"c<d>é", "\">") == "a%20b%22c%3Cd%3E%C3%A9");
  CHECK(escaped(before, "50% en 50%25 %2", "\">") == "50%25%20en%2050%25%20%252");
  CHECK(escaped(before, "it's", "\">") == "it&#39;s");
  CHECK(escaped(before, "a&b", "\">") == "a&amp;b");
}

TEST_CASE("fixed text before a name in an address settles its scheme, or else the name cannot give one",
          "[templates]") {
  CHECK(escaped("<a href=\"mailto:", "a b@c.nl", "\">") == "a%20b@c.nl");
  CHECK(escaped("<a href=\"/a/", "b:c", "\">") == "b:c");
  CHECK(escaped("<a href=\"java", "script:alert(1)", "\">") == "script%3Aalert(1)");
  CHECK(refusal("<a href=\"javascript:f('", "')\">") == "sjabloon-adres");
  CHECK(refusal("<a href=\"data:text/plain,", "\">") == "sjabloon-adres");
  CHECK(refusal("<a href=\"&#106;avascript:", "\">") == "sjabloon-adres");
}

TEST_CASE("two names in an address cannot make a scheme together", "[templates]") {
  const ThemeUnderTest theme("<a href=\"{{x}}{{y}}\">",
                             DataShape::map({{"x", DataShape::text()}, {"y", DataShape::text()}}));
  DataArena arena;
  CHECK(theme.page(arena.map({{"x"_name, Data::text("java")}, {"y"_name, Data::text("script:alert(1)")}})) ==
        "<a href=\"javascript%3Aalert(1)\">");
  CHECK(theme.page(arena.map({{"x"_name, Data::text("")}, {"y"_name, Data::text("javascript:alert(1)")}})) ==
        "<a href=\"javascript%3Aalert(1)\">");
}

TEST_CASE("a name in an address that may have begun in a section is refused until fixed text settles it",
          "[templates]") {
  const DataShape shape = DataShape::map({{"a", DataShape::text()}, {"b", DataShape::text()}});
  CHECK(ThemeUnderTest("<a href=\"{{#a}}{{a}}{{/a}}\">", shape).report() == "");
  CHECK(ThemeUnderTest("<a href=\"{{#a}}{{a}}{{/a}}/x/{{b}}\">", shape).report() == "");
  CHECK(ThemeUnderTest("<a href=\"/{{#a}}{{a}}{{/a}}{{b}}\">", shape).report() == "");
  CHECK(ThemeUnderTest("<a href=\"{{#a}}{{a}}{{/a}}{{b}}\">", shape).report() ==
        "pagina.mustache:1:29: fout: Van het adres waarin 'b' staat, is het begin niet zeker of niet toegestaan. "
        "[sjabloon-adres] Laat één naam het hele adres bevatten, of begin het adres met vaste tekst zoals / of "
        "https:.\n");
}

TEST_CASE("a text in a JSON string can end neither the string nor the script", "[templates]") {
  const std::string before = "<script type=\"application/ld+json\">{\"name\": \"";
  const std::string after = "\"}</script>";
  CHECK(escaped(before, "\", \"a\": \"", after) == "\\\", \\\"a\\\": \\\"");
  CHECK(escaped(before, "</script><script>", after) == "\\u003C/script\\u003E\\u003Cscript\\u003E");
  CHECK(escaped(before, "<!-- & \\", after) == "\\u003C!-- \\u0026 \\\\");
  CHECK(escaped(before, "a\nb\tc\rd\x01", after) == "a\\nb\\tc\\rd\\u0001");
  CHECK(escaped(before, "\xE2\x80\xA8\xE2\x80\xA9\xE2\x82\xAC", after) == "\\u2028\\u2029\xE2\x82\xAC");
  CHECK(escaped("<script type=application/json>[\"a\\\"b\", \"", "\"", "\"]</script>") == "\\\"");
}

TEST_CASE("in JSON a name stands between quotes, not behind a backslash or a <", "[templates]") {
  CHECK(refusal("<script type='application/json'>{\"a\": ", "}</script>") == "sjabloon-json-zonder-aanhalingstekens");
  CHECK(refusal("<script type='application/json'>\"\\", "\"</script>") == "sjabloon-json-zonder-aanhalingstekens");
  CHECK(refusal("<script type='application/json'>\"<", "\"</script>") == "sjabloon-json-zonder-aanhalingstekens");
}

TEST_CASE("names are refused where no escaping is safe", "[templates]") {
  CHECK(refusal("<a href=", ">") == "sjabloon-zonder-aanhalingstekens");
  CHECK(refusal("<a class=a", ">") == "sjabloon-zonder-aanhalingstekens");
  CHECK(refusal("<", ">") == "sjabloon-in-tag");
  CHECK(refusal("</", ">") == "sjabloon-in-tag");
  CHECK(refusal("<h", ">") == "sjabloon-in-tag");
  CHECK(refusal("<p ", ">") == "sjabloon-in-tag");
  CHECK(refusal("<p data-", "=\"a\">") == "sjabloon-in-tag");
  CHECK(refusal("<p class=\"a\"", ">") == "sjabloon-in-tag");
  CHECK(refusal("<p hidden ", ">") == "sjabloon-in-tag");
  CHECK(refusal("<p onclick=\"", "\">") == "sjabloon-verboden-attribuut");
  CHECK(refusal("<p ONMOUSEOVER='", "'>") == "sjabloon-verboden-attribuut");
  CHECK(refusal("<p style=\"color:", "\">") == "sjabloon-verboden-attribuut");
  CHECK(refusal("<iframe srcdoc=\"", "\"></iframe>") == "sjabloon-verboden-attribuut");
  CHECK(refusal("<img srcset=\"", "\">") == "sjabloon-verboden-attribuut");
  CHECK(refusal("<script type=\"", "\"></script>") == "sjabloon-verboden-attribuut");
  CHECK(refusal("<script>var a = \"", "\";</script>") == "sjabloon-in-script");
  CHECK(refusal("<script type=\"module\">\"", "\"</script>") == "sjabloon-in-script");
  CHECK(refusal("<style>", "</style>") == "sjabloon-in-script");
  CHECK(refusal("<iframe>", "</iframe>") == "sjabloon-in-script");
  CHECK(refusal("<script>a</scripts>", "</script>") == "sjabloon-in-script");
  CHECK(refusal("<title></titl", "</title>") == "sjabloon-in-script");
  CHECK(refusal("<!-- ", " -->") == "sjabloon-in-commentaar");
  CHECK(refusal("<!-- a > ", " -->") == "sjabloon-in-commentaar");
  CHECK(refusal("<!doctype ", ">") == "sjabloon-in-commentaar");
  CHECK(refusal("<?php ", " ?>") == "sjabloon-in-commentaar");
}

TEST_CASE("behind a script, style, comment or doctype names are welcome again", "[templates]") {
  CHECK(refusal("<!doctype html><p>", "</p>") == "");
  CHECK(refusal("<!-- a -- b --><p>", "</p>") == "");
  CHECK(refusal("<!--><p>", "</p>") == "");
  CHECK(refusal("<script type=\"application/json\">\"</scrip\"</SCRIPT ><p>", "</p>") == "");
  CHECK(refusal("<script src=\"a.js\"></script><p>", "</p>") == "");
  CHECK(refusal("<input value='>'><p>", "</p>") == "");
  CHECK(refusal("<p class=a/b title=\"", "\">") == "");
}

TEST_CASE("an address that is loaded into the page must begin with a place of this site", "[templates]") {
  for (const char* tag :
       {"<script src=\"", "<iframe src=\"", "<frame src=\"", "<embed src='", "<object data=\"", "<base href=\"",
        "<link href=\"", "<link rel=\"stylesheet\" href=\"", "<link rel=\"alternate stylesheet\" href=\""}) {
    INFO(tag);
    const std::string before(tag);
    const std::string after = before.ends_with('\'') ? "'>" : "\">";
    const std::string end = before.starts_with("<script")   ? "</script>"
                            : before.starts_with("<iframe") ? "</iframe>"
                                                            : "";
    for (const char* begin : {"", "/", "//", "/\\", "/&#47;", "https://a.example/", "js/", "?a="}) {
      INFO(begin);
      CHECK(refusal(before + begin, after + end) == "sjabloon-adres-eigen-site");
    }
    CHECK(refusal(before + "/js/", after + end) == "");
  }
  CHECK(escaped("<script src=\"/js/", "../\"><b>", "\"></script>") == "../%22%3E%3Cb%3E");
}

TEST_CASE("a link that only names an address may name any", "[templates]") {
  CHECK(refusal("<link rel=\"canonical\" href=\"", "\">") == "");
  CHECK(refusal("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"", "\">") == "");
  CHECK(refusal("<link rel=\"canonical\"><link href=\"", "\">") == "sjabloon-adres-eigen-site");
}

TEST_CASE("what a meta element tells the browser to do is guarded as an address", "[templates]") {
  const std::string refresh = "<meta http-equiv=\"refresh\" content=\"";
  CHECK(escaped(refresh + "0; url=", "javascript:alert(1)", "\">") == "#");
  CHECK(escaped(refresh + "0;URL=", "/a b", "\">") == "/a%20b");
  CHECK(refusal(refresh, "\">") == "sjabloon-adres");
  CHECK(refusal(refresh + "0; ", "\">") == "sjabloon-adres");
  CHECK(refusal("<meta http-equiv=\"", "\">") == "sjabloon-verboden-attribuut");
  CHECK(refusal("<meta name=\"description\" content=\"", "\">") == "");
  CHECK(refusal("<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">") == "");
  const DataShape shape = DataShape::map({{"x", DataShape::text()}});
  CHECK_FALSE(ThemeUnderTest("<meta content=\"{{x}}\" http-equiv=\"refresh\">", shape).is_loaded());
}

TEST_CASE("a part cannot hide what the browser is told to do", "[templates]") {
  const DataShape shape = DataShape::map({{"x", DataShape::text()}});
  const std::string meta = "<meta {{>doe}} content=\"{{x}}\">";
  CHECK_FALSE(ThemeUnderTest({{"pagina", meta}, {"doe", "http-equiv=\"refresh\""}}, shape).is_loaded());
  CHECK(ThemeUnderTest({{"pagina", meta}, {"doe", "name=\"description\""}}, shape).is_loaded());
}

TEST_CASE("an animation cannot put a text into an attribute", "[templates]") {
  CHECK(refusal("<svg><a><set attributeName=\"href\" to=\"", "\"></a></svg>") == "sjabloon-verboden-attribuut");
  CHECK(refusal("<svg><animate values=\"", "\"></svg>") == "sjabloon-verboden-attribuut");
  CHECK(escaped("<svg><use xlink:href=\"", "data:image/svg+xml,x", "\"></use></svg>") == "#");
}

TEST_CASE("fixed code in a page is an error, because the published site does not run it", "[templates]") {
  const DataShape shape = DataShape::map({{"x", DataShape::text()}});
  const auto told = [&](const std::string& html) {
    const std::string report = ThemeUnderTest(html, shape).report();
    return report.substr(0, report.find(" mag niet"));
  };
  CHECK(told("<p>{{x}}</p>\n<p class=\"a\" Style=\"color: red\">") == "pagina.mustache:2:14: fout: 'style'");
  CHECK(told("<b onclick='a()'>") == "pagina.mustache:1:4: fout: 'onclick'");
  CHECK(told("<b onclick=a()>") == "pagina.mustache:1:4: fout: 'onclick'");
  CHECK(told("<iframe srcdoc=\"x\"></iframe>") == "pagina.mustache:1:9: fout: 'srcdoc'");
  CHECK(told("<script>a()</script>") == "pagina.mustache:1:1: fout: '<script>'");
  CHECK(told("<style>a > b { c: d }</style>") == "pagina.mustache:1:1: fout: '<style>'");
  CHECK(told("<script src=\"/a.js\"></script><p data-style=\"a\" title=\"onclick\">").empty());
  CHECK(told("<script type=\"application/json\">{}</script><p>style=\"a\"</p>").empty());
}

TEST_CASE("the whole context, not only the rule, is told", "[templates]") {
  CHECK(
      ThemeUnderTest("<p>\n  <b onclick=\"toon({{naam}})\">", DataShape::map({{"naam", DataShape::text()}})).report() ==
      "pagina.mustache:2:22: fout: 'naam' staat in het attribuut 'onclick', waarin geen gegevens mogen komen. "
      "[sjabloon-verboden-attribuut] Gebruik een klasse of een data-attribuut, of laat het gegeven weg.\n");
}

TEST_CASE("HTML data are written as they are between elements and nowhere else", "[templates]") {
  const DataShape shape = DataShape::map({{"tekst", DataShape::html()}});
  const Html html = html_of("**a** & b");
  DataArena arena;
  const Data data = arena.map({{"tekst"_name, Data::html(html)}});
  CHECK(ThemeUnderTest("<div>{{tekst}}</div>", shape).page(data) == "<div>" + std::string(html.bytes()) + "</div>");
  const std::string message =
      "fout: 'tekst' is opgemaakte tekst en kan alleen tussen tags staan. [sjabloon-html-als-tekst] Gebruik hier een "
      "naam die gewone tekst bevat.\n";
  CHECK(ThemeUnderTest("<p title=\"{{tekst}}\">", shape).report() == "pagina.mustache:1:13: " + message);
  CHECK(ThemeUnderTest("<title>{{tekst}}</title>", shape).report() == "pagina.mustache:1:10: " + message);
  CHECK(ThemeUnderTest("<a href=\"{{tekst}}\">", shape).report() == "pagina.mustache:1:12: " + message);
}

TEST_CASE("sections, blocks and parts may stand between and in attributes", "[templates]") {
  const DataShape shape = DataShape::map({{"a", DataShape::boolean()}, {"x", DataShape::text()}});
  for (const std::string page :
       {"<li{{#a}} hidden{{/a}}>", "<li {{#a}}hidden {{/a}}class=\"b\">", "<li class=\"b\"{{#a}} hidden{{/a}}>",
        "<li{{#a}} hidden{{/a}}{{^a}} id=\"b\"{{/a}} class=\"c\">", "<li class=\"a{{#a}} b{{/a}}\">",
        "<li{{#a}} title=\"{{x}}\"{{/a}}/>", "<li{{$b}} title=\"{{x}}\"{{/b}}>", "<li class=a{{#a}} hidden{{/a}}>",
        "{{#a}}<li>{{/a}}", "<!-- {{#a}} a {{/a}} -->", "<script>{{#a}} a {{/a}}</script>"}) {
    CHECK(ThemeUnderTest(page, shape).report() == "");
  }
}

TEST_CASE("a branch that opens what it does not close is refused", "[templates]") {
  const DataShape shape = DataShape::map({{"a", DataShape::boolean()}});
  const std::string message =
      "fout: In 'a' wordt een tag, aanhalingsteken of commentaar geopend en niet gesloten, of andersom. "
      "[sjabloon-context] Zet het begin en het einde allebei erin of allebei erbuiten.\n";
  CHECK(ThemeUnderTest("<li{{#a}}>{{/a}}{{^a}} hidden>{{/a}}", shape)
            .report()
            .starts_with("pagina.mustache:1:7: " + message));
  CHECK(ThemeUnderTest("{{#a}}<!--{{/a}}", shape).report() == "pagina.mustache:1:4: " + message);
  CHECK(ThemeUnderTest("<p class={{#a}}b{{/a}}>", shape).report() == "pagina.mustache:1:13: " + message);
  CHECK(ThemeUnderTest("<p class=\"{{^a}}\"{{/a}}>", shape).report().starts_with("pagina.mustache:1:14: " + message));
  CHECK(ThemeUnderTest("{{$a}}<script>{{/a}}", shape).report() == "pagina.mustache:1:4: " + message);
}

TEST_CASE("what a branch in a tag may be glued to is refused", "[templates]") {
  const DataShape shape = DataShape::map({{"a", DataShape::boolean()}});
  const auto message = [](int column) {
    return "pagina.mustache:1:" + std::to_string(column) +
           ": fout: Naast 'a' staat binnen een tag tekst die eraan vast kan komen te zitten. "
           "[sjabloon-spatie-ontbreekt] Zet er een spatie tussen.\n";
  };
  CHECK(ThemeUnderTest("<li {{#a}}on{{/a}}click=\"b\">", shape).report().starts_with(message(8)));
  CHECK(ThemeUnderTest("<li{{#a}}hidden{{/a}}>", shape).report().starts_with(message(7)));
  CHECK(ThemeUnderTest("<s{{#a}} b{{/a}}cript>", shape).report().starts_with(message(6)));
}

TEST_CASE("a list that is repeated within a tag must keep its own parts apart", "[templates]") {
  const DataShape shape = DataShape::map({{"a", DataShape::list(DataShape::text())}});
  CHECK(ThemeUnderTest("<p{{#a}} data-x=\"{{.}}\"{{/a}}>", shape).report() == "");
  CHECK(ThemeUnderTest("<p class=\"{{#a}}{{.}} {{/a}}\">", shape).report() == "");
  CHECK(ThemeUnderTest("<p {{#a}}click=\"{{.}}\" on{{/a}}>", shape).report() ==
        "pagina.mustache:1:7: fout: Naast 'a' staat binnen een tag tekst die eraan vast kan komen te zitten. "
        "[sjabloon-spatie-ontbreekt] Zet er een spatie tussen.\n");
}

TEST_CASE("a list within an address cannot put a scheme together", "[templates]") {
  const ThemeUnderTest theme("<a href=\"{{#a}}{{.}}{{/a}}\">",
                             DataShape::map({{"a", DataShape::list(DataShape::text())}}));
  DataArena arena;
  const auto href = [&](std::vector<Data> parts) { return theme.page(arena.map({{"a"_name, arena.list(parts)}})); };
  CHECK(href({Data::text("java"), Data::text("script:a")}) == "<a href=\"java#\">");
  CHECK(href({Data::text("javascript"), Data::text(":a")}) == "<a href=\"javascript#\">");
}

TEST_CASE("a page must not end within a tag, comment or script", "[templates]") {
  const DataShape shape = DataShape::map({});
  CHECK(ThemeUnderTest("<p>\n<p class=\"a", shape).report() ==
        "pagina.mustache:2:12: fout: Aan het einde van 'pagina' staat nog een tag, aanhalingsteken, commentaar of "
        "script open. [sjabloon-pagina-niet-af] Zoek wat niet gesloten is; vaak ontbreekt een > of een "
        "aanhalingsteken.\n");
  CHECK_FALSE(ThemeUnderTest("<script>a", shape).is_loaded());
  CHECK(ThemeUnderTest("<p>a", shape).is_loaded());
}

TEST_CASE("a part is checked in every place where it is called, and escaped for it", "[templates]") {
  const DataShape shape = DataShape::map({{"x", DataShape::text()}});
  const ThemeUnderTest theme({{"pagina", "<a href=\"{{>x}}\" title=\"{{>x}}\">{{>x}}</a>"}, {"x", "{{x}}"}}, shape);
  DataArena arena;
  CHECK(theme.page(arena.map({{"x"_name, Data::text("javascript:<")}})) ==
        "<a href=\"#\" title=\"javascript:&lt;\">javascript:&lt;</a>");
  CHECK(ThemeUnderTest({{"pagina", "{{>x}}<script>{{>x}}</script>"}, {"x", "{{x}}"}}, shape).report() ==
        "x.mustache:1:3: fout: 'x' staat in een script of stijlblad, waarin geen gegevens mogen komen. "
        "[sjabloon-in-script] Geef gegevens door in een data-attribuut of in <script type=\"application/json\">.\n");
}

TEST_CASE("a block that replaces another is escaped for the place of that other", "[templates]") {
  const ThemeUnderTest theme({{"pagina", "{{<basis}}{{$titel}}{{x}}{{/titel}}{{/basis}}"},
                              {"basis",
                               "<title>{{$titel}}-{{/titel}}</title><meta content=\"{{$titel}}-{{/titel}}\">"
                               "<script type=\"application/ld+json\">\"{{$titel}}-{{/titel}}\"</script>"}},
                             DataShape::map({{"x", DataShape::text()}}));
  DataArena arena;
  CHECK(theme.page(arena.map({{"x"_name, Data::text("\"<")}})) ==
        "<title>&quot;&lt;</title><meta content=\"&quot;&lt;\">"
        "<script type=\"application/ld+json\">\"\\\"\\u003C\"</script>");
}

TEST_CASE("a part or block must end where it began", "[templates]") {
  const DataShape shape = DataShape::map({});
  const std::string message =
      " opent een tag, aanhalingsteken of commentaar en sluit die niet, of andersom. [sjabloon-deel-context] Zet het "
      "begin en het einde in hetzelfde sjabloon.\n";
  CHECK(ThemeUnderTest({{"pagina", "<p>{{>kop}}<p>"}, {"kop", "<a href=\"/"}}, shape).report() ==
        "pagina.mustache:1:7: fout: 'kop'" + message);
  CHECK(ThemeUnderTest({{"pagina", "{{<basis}}{{$a}}<script>{{/a}}{{/basis}}"}, {"basis", "{{$a}}{{/a}}"}}, shape)
            .report() == "pagina.mustache:1:14: fout: 'a'" + message);
  CHECK(ThemeUnderTest({{"pagina", "<a {{>kop}}>"}, {"kop", "class=\"a\""}}, shape).report() == "");
}

TEST_CASE("reading HTML in pieces gives the same context as reading it at once", "[templates]") {
  const std::string html =
      "<!doctype html><!-- a --><title>b</titl</title><a href=\"javascript:c\" class='d' e f=g h/><script "
      "type=\"application/ld+json\">{\"a\\\"b\": \"</scrip\"}</script><style>a</style><x on=\"\" src= '/a'>text &amp; "
      "< b";
  for (std::size_t middle = 0; middle <= html.size(); ++middle) {
    const HtmlContext at_once = behind_html({}, html);
    CHECK(behind_html(behind_html({}, html.substr(0, middle)), html.substr(middle)) == at_once);
  }
  CHECK(behind_html({}, html) == HtmlContext());
}

}  // namespace
}  // namespace wegwijs
