#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace wegwijs {

/// What the Flesch-Douma formula counts.
struct TextCount {
  std::size_t words = 0;
  std::size_t sentences = 0;
  std::size_t syllables = 0;
};

/// Counts a Dutch text. A word is a run of letters and digits, with hyphens and apostrophes inside. A sentence ends at
/// ".", "!" or "?" before a space with a capital or a digit after it, and at the end of a line or of the text, so that
/// "bijv. dyslexie" is no end.
TextCount count_text(std::string_view text);

/// The number of syllables of one Dutch word: each of its vowels, where aa, ee, oo, uu, ie, oe, eu, ui, ei, ij, au, ou,
/// aai, ooi, oei, eeu and ieu are one, and a letter with a diaeresis begins a new one. At least one: an abbreviation
/// ("tlv") and a number count as one, although they are spoken as more. Loan words as "museum" count one too few.
std::size_t count_syllables(std::string_view word);

/// Below this many words no text is judged: the formula was made for samples of a hundred words.
inline constexpr std::size_t words_to_judge = 100;
/// Douma's own table calls 30 to 45 "moeilijk" and less "zeer moeilijk".
inline constexpr double hard_to_read_below = 45;

/// Reading ease after Flesch-Douma, from about 0 (very hard) to 100 (very easy); empty when there are too few words.
///
/// 206.84 - 77 × syllables per word - 0.93 × words per sentence: W.H. Douma, De leesbaarheid van landbouwbladen
/// (Wageningen, 1960), who fitted the constants of R. Flesch to Dutch. Formula and table as on
/// dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php. It counts lengths and knows nothing of meaning: a reason
/// to read a text again, never a verdict.
std::optional<double> reading_ease(const TextCount& count);

/// What Douma's table calls a text of this reading ease, in Dutch: "zeer moeilijk" to "zeer gemakkelijk".
std::string_view reading_ease_in_words(double ease);

}  // namespace wegwijs
