//! What provinces, regions and the country are called.
