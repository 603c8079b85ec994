//! Finds units by their names: every spelling is folded once, when the register is made. Folding them again for each
//! question took 10 ms for 63 provinces, and more than all else for thousands of units.

use std::collections::HashMap;

use crate::{Alias, Province, ProvinceId, Text, fold, text::bare_name};

/// A name of a unit in the forms in which names are compared.
#[derive(Clone, Debug)]
pub(crate) struct Spelling {
    /// See [`fold`].
    pub(crate) folded: String,
    /// The same without spaces.
    pub(crate) joined: String,
    /// See [`name_key`](crate::name_key).
    pub(crate) key: String,
}

impl Spelling {
    pub(crate) fn new(name: &str) -> Self {
        let folded = fold(name);
        Self {
            joined: folded.replace(' ', ""),
            key: bare_name(&folded).replace(' ', ""),
            folded,
        }
    }
}

/// The names, slugs and aliases of all units.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spellings {
    /// Names, then aliases of each unit, by its id.
    of: Vec<Vec<Spelling>>,
    /// Units by the key of a name, present or earlier.
    named: HashMap<String, Vec<ProvinceId>>,
    /// Positions of aliases, by their key or joined form.
    aliased: HashMap<String, Vec<usize>>,
    /// Units by the key or the joined form of a name, a slug or an alias.
    known: HashMap<String, Vec<ProvinceId>>,
    /// Units by the sorted words of a name or an alias.
    shuffled: HashMap<String, Vec<ProvinceId>>,
}

impl Spellings {
    /// Reads the names of units in an order, which is that of the units with the same name, and all aliases.
    pub(crate) fn new<'a>(units: impl Iterator<Item = (ProvinceId, &'a Province)>, aliases: &[Alias]) -> Self {
        let mut all = Self::default();
        for (id, unit) in units {
            let earlier = unit.earlier_names.iter().map(|(name, _)| name);
            for name in [&unit.name].into_iter().chain(earlier).flat_map(both) {
                let spelling = Spelling::new(name);
                push_new(all.named.entry(spelling.key.clone()).or_default(), id);
                all.add_known(&spelling, id);
                all.add(spelling, id);
            }
            all.add_known(&Spelling::new(&unit.slug), id);
        }
        for (at, alias) in aliases.iter().enumerate() {
            let spelling = Spelling::new(&alias.spelling);
            for form in [&spelling.key, &spelling.joined] {
                push_new(all.aliased.entry(form.clone()).or_default(), at);
            }
            all.add_known(&spelling, alias.province);
            all.add(spelling, alias.province);
        }
        all.known.remove("");
        all
    }

    fn add_known(&mut self, spelling: &Spelling, id: ProvinceId) {
        for form in [&spelling.joined, &spelling.key] {
            push_new(self.known.entry(form.clone()).or_default(), id);
        }
    }

    fn add(&mut self, spelling: Spelling, id: ProvinceId) {
        let words = sorted(bare_name(&spelling.folded).split(' '));
        push_new(self.shuffled.entry(words).or_default(), id);
        let at = usize::from(id.0);
        if self.of.len() <= at {
            self.of.resize(at + 1, Vec::new());
        }
        self.of[at].push(spelling);
    }

    /// The names and aliases of a unit.
    pub(crate) fn of(&self, id: ProvinceId) -> &[Spelling] {
        self.of.get(usize::from(id.0)).map_or(&[], Vec::as_slice)
    }

    /// The units with a name.
    pub(crate) fn named(&self, name: &Spelling) -> impl Iterator<Item = ProvinceId> {
        self.named.get(&name.key).into_iter().flatten().copied()
    }

    /// The positions of the aliases that are spelled so.
    pub(crate) fn aliased(&self, name: &Spelling) -> impl Iterator<Item = usize> {
        let forms = [self.aliased.get(&name.joined), self.aliased.get(&name.key)];
        forms.into_iter().flatten().flatten().copied()
    }

    /// The units that a name in its folded form without spaces means.
    pub(crate) fn known(&self, joined: &str) -> Option<&[ProvinceId]> {
        self.known.get(joined).map(Vec::as_slice)
    }

    /// All forms of names, with the units that they mean, in no order.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &[ProvinceId])> {
        self.known.iter().map(|(name, ids)| (name.as_str(), ids.as_slice()))
    }

    /// The units whose name has these words, which are sorted.
    pub(crate) fn shuffled(&self, words: &str) -> Option<&[ProvinceId]> {
        self.shuffled.get(words).map(Vec::as_slice)
    }
}

/// Iterates over both languages of a text.
pub(crate) fn both(text: &Text) -> impl Iterator<Item = &str> {
    [text.vi.as_str(), text.en.as_str()].into_iter()
}

/// Sorts words alphabetically and joins them with spaces.
pub(crate) fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Appends an item unless the list already contains it.
pub(crate) fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
