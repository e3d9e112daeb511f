// nothing: the corpus measures pages
