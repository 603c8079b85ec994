//! Vietnamese text that is not encoded as Unicode: fonts such as .VnTime (TCVN3) and VNI-Times display Latin-1 bytes
//! as Vietnamese letters, and UTF-8 that was decoded as Windows-1252 has two or three characters in place of one.

mod fix;
mod mojibake;
mod plausible;
mod tcvn3;
mod vni;

pub(crate) use fix::fix;
pub(crate) use plausible::Plausibility;

/// A legacy way of encoding Vietnamese text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Legacy {
    /// TCVN3 (ABC), used by fonts such as .VnTime.
    Tcvn3,
    /// VNI, used by fonts such as VNI-Times.
    Vni,
    /// UTF-8 that was decoded as Windows-1252.
    Mojibake,
}

impl Legacy {
    pub(crate) const ALL: [Self; 3] = [Self::Tcvn3, Self::Vni, Self::Mojibake];

    /// Converts the text to Unicode; `None` if it cannot be in this encoding.
    pub(crate) fn convert(self, text: &str) -> Option<String> {
        match self {
            Self::Tcvn3 => Some(tcvn3::convert(text)),
            Self::Vni => Some(vni::convert(text)),
            Self::Mojibake => mojibake::convert(text),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    pub(crate) use super::tcvn3::tests::encode as tcvn3;
    pub(crate) use super::vni::tests::encode as vni;
}
