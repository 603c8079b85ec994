//! What a wall shows, one view after the other.
