"""The core: reads claims in an article, relates them to earlier ones and tells the differences."""
