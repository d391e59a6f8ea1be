"""Chinese government policy notices as normalized, traceable Parquet."""

__version__ = "0.1.0"
