"""Reference lists as authors paste them: text without a format, cut into entries and fields."""
