"""One file per gap; the file name is its id."""
