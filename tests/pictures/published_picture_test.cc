#include <catch2/catch.hpp>

#include "pictures/picture_under_test.h"
#include "pictures/published_picture.h"

namespace wegwijs {
namespace {

std::string size_of(const std::string& bytes) {
  const std::optional<PictureHeader> header = read_picture_header(bytes);
  return header ? std::to_string(header->width) + "x" + std::to_string(header->height) : "none";
}

std::string fault_of(const std::string& bytes) {
  const PublishedPicture picture = publish_picture(bytes);
  CHECK(picture.bytes.empty() == picture.fault.has_value());
  return picture.fault ? std::string(picture.fault->nl) : "";
}

bool is_red_at(const Pixels& pixels, std::uint32_t x, std::uint32_t y) {
  const std::size_t pixel = (std::size_t{y} * pixels.width + x) * pixels.channels;
  return pixels.bytes[pixel] > 128 && pixels.bytes[pixel + 2] < 128;
}

}  // namespace

TEST_CASE("a small picture without metadata comes out byte for byte", "[products]") {
  for (const std::string& bytes :
       {encode_jpeg(marked_pixels(40, 30)), encode_png(marked_pixels(40, 30)),
        encode_webp(marked_pixels(40, 30), false), encode_webp(marked_pixels(40, 30), true)}) {
    CHECK(size_of(bytes) == "40x30");
    CHECK(publish_picture(bytes).bytes == bytes);
  }
}

TEST_CASE("metadata is taken out, and the pixels stay as they were", "[products]") {
  const std::string jpeg = encode_jpeg(marked_pixels(40, 30));
  const std::string comment("\xFF\xFE\0\x0Ageheim!!", 12);
  CHECK(publish_picture(jpeg.substr(0, 2) + comment + jpeg.substr(2)).bytes == jpeg);
  CHECK(publish_picture(with_exif(jpeg, 1)).bytes == jpeg);
  CHECK(publish_picture(jpeg + "a film of three seconds, with its place").bytes == jpeg);

  const std::string png = encode_png(marked_pixels(40, 30));
  const std::size_t end = png.size() - 12;
  CHECK(publish_picture(png.substr(0, end) + png_text_chunk("Author\0wie") + png.substr(end) + "rest").bytes == png);

  std::string webp = encode_webp(marked_pixels(40, 30), false);
  const std::string without = webp;
  webp += std::string("EXIF\x04\0\0\0GPS!", 12);
  webp[4] = static_cast<char>(webp.size() - 8);
  webp[5] = static_cast<char>((webp.size() - 8) >> 8U);
  CHECK(publish_picture(webp).bytes == without);
}

TEST_CASE("a wide photo becomes 1600 pixels wide, the same every time, and loses its metadata", "[products]") {
  const std::string jpeg = with_exif(encode_jpeg(marked_pixels(2400, 900)), 1);
  const PublishedPicture picture = publish_picture(jpeg);
  CHECK(size_of(picture.bytes) == "1600x600");
  CHECK(picture.bytes.find("GPS") == std::string::npos);
  CHECK(picture.bytes == publish_picture(jpeg).bytes);
  CHECK(size_of(publish_picture(encode_png(marked_pixels(1700, 34))).bytes) == "1600x32");
  CHECK(size_of(publish_picture(encode_webp(marked_pixels(1700, 34), false)).bytes) == "1600x32");
}

TEST_CASE("a photo that was taken with the camera turned is published upright", "[products]") {
  struct Turn {
    int orientation;
    std::uint32_t red_x;
    std::uint32_t red_y;
  };
  // Where the corner that is stored at the upper left is shown; 40 by 24 as stored.
  for (const auto& [orientation, red_x, red_y] : {Turn{2, 35, 4}, Turn{3, 35, 20}, Turn{4, 4, 20}, Turn{5, 4, 4},
                                                  Turn{6, 20, 4}, Turn{7, 20, 35}, Turn{8, 4, 35}}) {
    INFO(orientation);
    const std::string jpeg = with_exif(encode_jpeg(marked_pixels(40, 24)), orientation);
    const std::string published = publish_picture(jpeg).bytes;
    CHECK(size_of(published) == (orientation < 5 ? "40x24" : "24x40"));
    const std::optional<Pixels> pixels = decode_jpeg(published, 40);
    REQUIRE(pixels);
    CHECK(is_red_at(*pixels, red_x, red_y));
    CHECK_FALSE(is_red_at(*pixels, pixels->width - 1 - red_x, pixels->height - 1 - red_y));
  }
}

TEST_CASE("a colour profile stays with a photo that is made smaller", "[products]") {
  const std::string jpeg = encode_jpeg(marked_pixels(1700, 20));
  const std::string profile = std::string("\xFF\xE2\0\x16ICC_PROFILE\0\x01\x01profile", 25).substr(0, 24);
  const std::string published = publish_picture(jpeg.substr(0, 2) + profile + jpeg.substr(2)).bytes;
  CHECK(size_of(published) == "1600x19");
  CHECK(published.find("ICC_PROFILE") != std::string::npos);
  CHECK(decode_jpeg(published, 1600).has_value());
}

TEST_CASE("a spoilt picture has a fault, wherever it was cut", "[products]") {
  for (const std::string& bytes : {encode_jpeg(marked_pixels(60, 60)), encode_png(marked_pixels(60, 60)),
                                   encode_webp(marked_pixels(60, 60), true)}) {
    for (std::size_t length = 0; length + 2 < bytes.size(); length += 1 + bytes.size() / 40) {
      INFO(length);
      CHECK(fault_of(bytes.substr(0, length)) == "het is beschadigd of niet heel");
    }
  }
}

TEST_CASE("a picture of too many pixels is refused before it is decoded", "[products]") {
  std::string png = encode_png(marked_pixels(4, 4));
  png.replace(16, 8, std::string("\0\0\x75\x30\0\0\x75\x30", 8));  // 30,000 by 30,000
  CHECK(fault_of(png) == "het heeft meer dan 50 miljoen beeldpunten");
}

TEST_CASE("a moving picture is refused", "[products]") {
  CHECK(fault_of("GIF89a........") == "het is beschadigd of niet heel");
  const std::string png = encode_png(marked_pixels(4, 4));
  const std::string frames = std::string("\0\0\0\x08", 4) + "acTL" + std::string(12, '\0');
  CHECK(fault_of(png.substr(0, 33) + frames + png.substr(33)) == "het beweegt, en lezers kunnen dat niet stilzetten");
}

TEST_CASE("an area that becomes one pixel gives its average, and what is transparent gives no colour", "[products]") {
  const Pixels grey{4, 2, 1, {0, 100, 200, 40, 100, 0, 0, 0}};
  CHECK(reduced(grey, 2, 1).bytes == std::vector<std::uint8_t>{50, 60});
  const Pixels clear{2, 1, 4, {200, 0, 0, 255, 0, 255, 0, 0}};
  CHECK(reduced(clear, 1, 1).bytes == std::vector<std::uint8_t>{200, 0, 0, 128});
}

}  // namespace wegwijs
