//! Pages of the desk on small figures made by hand.
