"""Pages and tools for editors. Nothing here is loaded to know where the pages lie."""

# Beside the tables, made anew by extract and add where it is there, and left out of git.
NAME = "review"
