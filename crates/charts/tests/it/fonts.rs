//! The bundled fonts cover all characters that the product writes.

use ab_glyph::{Font as _, FontRef};

/// Vietnamese letters with every tone, and the characters used with numbers.
const NEEDED: &str = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY aăâbcdđeêghiklmnoôơpqrstuưvxy fjwzFJWZ \
    ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ \
    àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ 0123456789 .,:;/%()+−–…·";

#[test]
fn every_vietnamese_letter_has_a_glyph() {
    for bytes in [charts::REGULAR_TTF, charts::SEMIBOLD_TTF] {
        let font = FontRef::try_from_slice(bytes).unwrap();
        for c in NEEDED.chars() {
            assert_ne!(font.glyph_id(c).0, 0, "{c} has no glyph");
            let drawn = font.outline(font.glyph_id(c)).is_some();
            assert!(drawn || c == ' ', "{c} is empty");
        }
    }
}
