//! Notes to a chart or a table, with what each is about.

/// A short sentence that must be read with a chart or a table, wherever it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The sentence, in the reader's language.
    pub text: String,
    /// What the sentence is about.
    pub subject: NoteSubject,
}

/// What a [`Note`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteSubject {
    /// Whether the years shown may be compared. The smallest frame still shows such a note.
    Comparability,
    /// Coverage, method, ranks, terms of use.
    Other,
}

impl Note {
    /// Returns a note on whether the years shown may be compared.
    #[must_use]
    pub fn comparability(text: String) -> Self {
        Self {
            text,
            subject: NoteSubject::Comparability,
        }
    }

    /// Returns whether the note is about the comparability of years.
    #[must_use]
    pub fn is_comparability(&self) -> bool {
        self.subject == NoteSubject::Comparability
    }
}

impl From<String> for Note {
    fn from(text: String) -> Self {
        Self {
            text,
            subject: NoteSubject::Other,
        }
    }
}

impl From<&str> for Note {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
