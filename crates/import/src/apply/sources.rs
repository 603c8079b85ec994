//! The source that a person names for a file.

use domain::{
    Catalogue, Source, SourceId, SourceKind, slug, tidy,
    upload::{Choices, Entry, NewSource, SourceChoice},
};

/// Longest name of a source in files, in bytes.
const LONGEST: usize = 60;

/// The file's own source.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Own {
    /// The catalogue has it.
    Known(SourceId),
    /// It would be added, as the next of the catalogue's.
    New(SourceId, Source),
    /// None is chosen, or one that is not there: the figures can be shown, not published.
    Unnamed(SourceId, Source),
}

impl Own {
    pub(crate) const fn id(&self) -> SourceId {
        match self {
            Self::Known(id) | Self::New(id, _) | Self::Unnamed(id, _) => *id,
        }
    }

    /// The source to add to the catalogue.
    pub(crate) const fn added(&self) -> Option<&Source> {
        match self {
            Self::Known(_) => None,
            Self::New(_, source) | Self::Unnamed(_, source) => Some(source),
        }
    }
}

/// The source that the choices name. The same title, publisher, address and date again
/// are the same source.
pub(crate) fn own_source(catalogue: &Catalogue, choices: &Choices) -> Own {
    let id = |at: usize| SourceId(u16::try_from(at).unwrap_or(u16::MAX));
    let next = id(catalogue.sources.len());
    match &choices.source {
        Some(SourceChoice::Known(name)) => match catalogue.sources.iter().position(|s| s.slug == *name) {
            Some(at) => Own::Known(id(at)),
            None => Own::Unnamed(next, unnamed()),
        },
        Some(SourceChoice::New(new)) if usable(new) => {
            let source = made(catalogue, new);
            match catalogue.sources.iter().position(|known| same(known, &source)) {
                Some(at) => Own::Known(id(at)),
                None => Own::New(next, source),
            }
        }
        Some(SourceChoice::New(_)) | None => Own::Unnamed(next, unnamed()),
    }
}

/// A source needs a title, and its address must be one that a page can link to.
pub(crate) fn usable(new: &NewSource) -> bool {
    let url = tidy(&new.url);
    let address = url.is_empty() || url.starts_with("https://") || url.starts_with("http://");
    !tidy(&new.title).is_empty() && address
}

/// True when an entry's own row names its source.
pub(crate) fn named(catalogue: &Catalogue, entry: &Entry) -> bool {
    usize::from(entry.claim.source.0) < catalogue.sources.len()
}

fn same(a: &Source, b: &Source) -> bool {
    (&a.title, &a.publisher, &a.url, &a.published) == (&b.title, &b.publisher, &b.url, &b.published)
}

fn unnamed() -> Source {
    Source {
        slug: String::new(),
        title: String::new(),
        publisher: String::new(),
        url: String::new(),
        published: String::new(),
        kind: SourceKind::Publisher,
        note: String::new(),
    }
}

fn made(catalogue: &Catalogue, new: &NewSource) -> Source {
    Source {
        slug: fresh_name(catalogue, &new.title),
        title: tidy(&new.title),
        publisher: tidy(&new.publisher),
        url: tidy(&new.url),
        published: tidy(&new.published),
        kind: new.kind,
        note: String::new(),
    }
}

/// A name of the title's first words that no source bears, in letters that any address
/// can hold. Forms use `new` for themselves.
fn fresh_name(catalogue: &Catalogue, title: &str) -> String {
    let mut name = String::new();
    for word in slug(title).split('-').filter(|word| word.is_ascii()) {
        if name.len() + word.len() >= LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    if name.is_empty() || name == "new" {
        name.push_str(if name.is_empty() { "source" } else { "-source" });
    }
    let taken = |name: &str| catalogue.sources.iter().any(|s| s.slug == name);
    if !taken(&name) {
        return name;
    }
    let numbered = |n: usize| format!("{name}-{n}");
    (2..).map(numbered).find(|name| !taken(name)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(title: &str, url: &str) -> NewSource {
        NewSource {
            title: title.to_owned(),
            publisher: String::new(),
            url: url.to_owned(),
            published: String::new(),
            kind: SourceKind::Press,
        }
    }

    fn chosen(catalogue: &Catalogue, title: &str, url: &str) -> Own {
        let source = Some(SourceChoice::New(new(title, url)));
        let choices = Choices {
            source,
            ..Choices::default()
        };
        own_source(catalogue, &choices)
    }

    #[test]
    fn a_name_is_made_of_the_title_once() {
        let mut catalogue = Catalogue::default();
        let names = [
            ("VCCI: PCI 2017", "vcci-pci-2017"),
            ("VCCI – PCI 2017 ", "vcci-pci-2017-2"),
            ("new", "new-source"),
            ("***", "source"),
            ("报告", "source-2"),
        ];
        for (title, name) in names {
            let own = chosen(&catalogue, title, "");
            let source = own.added().unwrap().clone();
            assert_eq!(
                (source.slug.as_str(), usize::from(own.id().0)),
                (name, catalogue.sources.len())
            );
            catalogue.sources.push(source);
            // The second time it is known.
            assert_eq!(chosen(&catalogue, title, ""), Own::Known(own.id()));
        }
        let long = chosen(&catalogue, &"rất dài ".repeat(40), "");
        assert!(long.added().unwrap().slug.len() <= LONGEST);
    }

    #[test]
    fn a_source_without_title_or_with_an_odd_address_is_none() {
        let catalogue = Catalogue::default();
        for (title, url) in [
            ("", ""),
            ("  ", "https://x.vn"),
            ("Báo", "javascript:alert(1)"),
            ("Báo", "x.vn"),
        ] {
            assert!(
                matches!(chosen(&catalogue, title, url), Own::Unnamed(..)),
                "{title} {url}"
            );
        }
    }
}
