#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

// The files of the search as bytes; the reader is themes/wegwijs/static/zoek/search.js/.
//
// number   7 bits a byte, the lowest first; the highest bit says that another byte follows
// text     number of bytes, then UTF-8
// list     number of elements, then the elements
// packed   number of bytes equal to those of the text before, then a text with the rest
// sorted   list of sorted texts: of each the bytes after those that it shares with the one before, then one byte with
//          the number of shared ones, at most 7
//
// /zoek/root.bin
//   text    format and stemmer, `search_format_tag`
//   number  pages of the whole index
//   sorted  stop words
//   sorted  stop words that are terms too, with a _ before them: in questions of readers they say something
//   list    words that ask for numbers: text
//   sorted  words for who and where, which count half beside others
//   list    spellings and phrases of small words: text, text that is looked up instead. In a name that is one when
//   nothing
//           else is asked ^ and $ stand for the begin and the end of the question
//   list    places that schools are asked for in: text, number of entries there; when the list is not empty also the
//   number of
//           entries of which no place is known, and the position of their collection
//   list    kinds of pages: text, precedence in percent, 1 when it is shown apart + 2 when it has numbers
//   list    runs of pages of one kind, in order of page number: kind, number of pages
//   number  1 when the shards are in this file, 0 when each is a file
//   3 × keys of shards, of terms, of cards and of correctable words. Of terms and words: sorted; a key comes after the
//       last one of the shard before and is at most the first one in its shard. Of cards: list of how many each has
//   3 × places of the same shards: of each its number of bytes; or, of files, the groups in which they have a digest
//       together: list of how many shards each has, then of each the 3 bytes of its digest. A file is
//       /zoek/<t, d or f><hexadecimal digits of the digest><place in the group, a digit of base 36>.bin
//   the shards, in the order of the tables, when they are in this file
//
// A shard holds elements up to its end:
//   terms        packed stem, number of pages (`SearchTerm::pages`) × 2 + 1 when phrases follow, bytes of postings,
//   postings,
//                list of phrases of which the stem is the first one that is looked up: text with the stems after it,
//                or, where small words count, with all and a * in its place, or "* - " and the stem of a word that
//                comes some words later; text with the stems that are looked up instead (after "* - ": beside it), each
//                with spaces between, or after a + one that is looked up beside them; a posting is
//                  (gap × 8 + impact) × 4 + 1 when lines follow + 2 when it is asked there; then gap × 16 + asked
//                  stands for the gap. The gap is the page number less that of the posting before (the page number
//                  itself for the first one); impacts go from 0 to 6, and 7 says that the word is by itself a name of
//                  the page. lines: bits. 0: in the title; 1: in the summary; from 2: in that line of the page.
//                  asked: from 2 to 15, how much the word says in the questions that lead to the page. A common word
//                  has no postings that say less than the best ones of all are shown for
//   cards        text address, title, language when it is not that of the site, summary, facts; list of texts: the
//                lines that may be shown, from bit 2 on
//   correctable  packed word, number of pages with it
//
// Stems and words are in order of their bytes, and are UTF-8; a packed one shares ASCII only.

/// Another format or stemmer has another tag; the reader refuses what it does not know.
inline constexpr std::string_view search_format_tag = "wegwijs-10 dutch-2.2";

/// What kind of shard: the first letter of its file's name.
enum class ShardKind : char { terms = 't', cards = 'd', correctable = 'f' };

/// A part of the index that is fetched as a whole.
struct SearchShard {
  std::string key;  ///< see above; empty for cards
  std::size_t elements = 0;
  std::string bytes;
};

/// An element of a shard: its key, which is empty for cards, and the bytes after it.
struct ShardElement {
  std::string_view key;
  std::string bytes;
};

/// Cuts elements into shards of about `size` bytes; the keys come in ascending order.
std::vector<SearchShard> cut_into_shards(std::span<const ShardElement> elements, ShardKind kind, std::size_t size);

/// Appends `text` as packed after `before`.
void append_packed(std::string& bytes, std::string_view before, std::string_view text);

/// Appends `texts`, which are in ascending order and hold no byte below 8, as sorted.
void append_sorted(std::string& bytes, std::span<const std::string_view> texts);

/// Shards one after another that have a digest together. Every reader fetches the table with the names of all shards,
/// so these are as short as they can be.
struct ShardGroup {
  std::size_t shards = 0;
  std::uint32_t digest = 0;  ///< 24 bits, of what all of them hold: files keep their names while that stays the same
};

/// A place in a group is one digit of base 36.
inline constexpr std::size_t most_shards_in_group = 36;

/// All shards in groups. Where a group ends depends on its last shard only, so that a shard that comes in or goes
/// leaves the other groups alone.
std::vector<ShardGroup> shard_groups(std::span<const SearchShard> shards);

/// Names of the files of the shards: "t0a1b2c3.bin".
std::vector<std::string> shard_file_names(ShardKind kind, std::span<const SearchShard> shards);

/// Appends what the shards begin with.
void append_shard_keys(std::string& bytes, std::span<const SearchShard> shards, ShardKind kind);

/// Appends where the shards are: in the file itself, or in files of their own.
void append_shard_places(std::string& bytes, std::span<const SearchShard> shards, bool in_one_file);

}  // namespace wegwijs
