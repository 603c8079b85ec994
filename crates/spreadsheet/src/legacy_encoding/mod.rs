//! Vietnamese letters that were written in another way than Unicode's: fonts such as
//! .VnTime (TCVN3) and VNI-Times show bytes of Latin-1 as Vietnamese, and UTF-8 that a
//! program read as Windows-1252 shows two or three letters in the place of one.

mod fix;
mod mojibake;
mod plausible;
mod tcvn3;
mod vni;

pub(crate) use fix::fix;
pub(crate) use plausible::Plausibility;

/// A way of writing Vietnamese with other letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Legacy {
    /// TCVN3 (ABC): fonts such as .VnTime.
    Tcvn3,
    /// VNI: fonts such as VNI-Times.
    Vni,
    /// UTF-8 that was read as Windows-1252.
    Mojibake,
}

impl Legacy {
    pub(crate) const ALL: [Self; 3] = [Self::Tcvn3, Self::Vni, Self::Mojibake];

    /// The text in Unicode; nothing when it cannot have been written so.
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
