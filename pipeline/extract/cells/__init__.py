"""What stands in the cells of mended tables: tidy values, rows of indicators, columns of agencies, sentences."""
