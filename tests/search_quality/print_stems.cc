// Prints the folded words and stems of each line of the input, for comparing them with those of the search client.
#include <iostream>

#include "text/dutch_stem.h"
#include "text/words.h"

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    std::string words;
    std::string stems;
    for (const wegwijs::FoldedWord& word : wegwijs::folded_words(line)) {
      words += word.text + ' ';
      stems += wegwijs::dutch_stem(word.text) + ' ';
    }
    std::cout << words << '\t' << stems << '\n';
  }
}
