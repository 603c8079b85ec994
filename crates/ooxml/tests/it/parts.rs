//! Parses files: the parts of the zip, and their XML as a tree.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
};

use calamine::{Data, Range, Reader as _, Xlsx};
use quick_xml::{Reader, events::Event};
use unicode_normalization::UnicodeNormalization as _;

/// The bytes of each part by path.
pub(crate) type Parts = BTreeMap<String, Vec<u8>>;

#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
}

pub(crate) fn unzip(bytes: &[u8]) -> Parts {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

pub(crate) fn parse(bytes: &[u8]) -> Element {
    let mut reader = Reader::from_str(std::str::from_utf8(bytes).unwrap());
    let mut stack = vec![Element::default()];
    loop {
        let event = reader.read_event().unwrap();
        let empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(start) | Event::Empty(start) => {
                let mut element = Element {
                    name: start.name().as_ref().to_owned(),
                    ..Element::default()
                };
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap();
                    let key = attribute.key.as_ref().to_owned();
                    let value = &attribute.value;
                    let value = quick_xml::escape::unescape(value).unwrap().into_owned();
                    assert!(element.attributes.insert(key, value).is_none(), "duplicate attribute");
                }
                stack.push(element);
            }
            Event::Text(text) => {
                stack.last_mut().unwrap().text.push_str(&text);
            }
            Event::GeneralRef(name) => {
                let name = format!("&{};", &*name);
                let text = quick_xml::escape::unescape(&name).unwrap().into_owned();
                stack.last_mut().unwrap().text.push_str(&text);
            }
            Event::Eof => break,
            Event::End(_) => close(&mut stack),
            _ => {}
        }
        if empty {
            close(&mut stack);
        }
    }
    assert_eq!(stack.len(), 1, "an element is not closed");
    stack.remove(0).children.remove(0)
}

fn close(stack: &mut Vec<Element>) {
    let done = stack.pop().unwrap();
    stack.last_mut().unwrap().children.push(done);
}

impl Element {
    /// Returns all elements with a name, at any depth.
    pub(crate) fn all<'a>(&'a self, name: &str) -> Vec<&'a Element> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    pub(crate) fn val(&self) -> &str {
        &self.attributes["val"]
    }

    /// Returns all text, at any depth.
    pub(crate) fn words(&self) -> String {
        let inside: String = self.children.iter().map(Element::words).collect();
        format!("{}{inside}", self.text)
    }
}

/// A series of a chart part.
#[derive(Debug)]
pub(crate) struct Series {
    pub(crate) name: String,
    pub(crate) categories: Vec<String>,
    pub(crate) values: Vec<Option<f64>>,
    /// Formulas of name, categories and values.
    pub(crate) formulas: [String; 3],
    /// Whether it is a line that joins its points.
    pub(crate) drawn: bool,
    /// Whether its bars are invisible.
    pub(crate) hidden: bool,
}

pub(crate) fn series(chart: &Element) -> Vec<Series> {
    let one = |kind: &str, ser: &Element| {
        let [tx, cat, val] = ["c:tx", "c:cat", "c:val"].map(|name| ser.child(name).unwrap());
        let values = points(val);
        Series {
            name: points(tx).remove(0).unwrap(),
            categories: points(cat).into_iter().map(Option::unwrap).collect(),
            values: values.into_iter().map(|v| v.map(|v| v.parse().unwrap())).collect(),
            formulas: [tx, cat, val].map(|part| part.all("c:f")[0].text.clone()),
            drawn: kind == "c:lineChart" && ser.child("c:spPr").unwrap().all("a:noFill").is_empty(),
            hidden: kind == "c:barChart" && ser.child("c:spPr").unwrap().child("a:noFill").is_some(),
        }
    };
    ["c:barChart", "c:lineChart"]
        .into_iter()
        .flat_map(|kind| chart.all(kind).into_iter().map(move |group| (kind, group)))
        .flat_map(|(kind, group)| group.all("c:ser").into_iter().map(move |ser| one(kind, ser)))
        .collect()
}

fn points(part: &Element) -> Vec<Option<String>> {
    let count = part.all("c:ptCount")[0].val().parse().unwrap();
    let mut out = vec![None; count];
    for pt in part.all("c:pt") {
        let at: usize = pt.attributes["idx"].parse().unwrap();
        out[at] = Some(pt.child("c:v").unwrap().text.clone());
    }
    out
}

/// The sheets of a workbook, by name.
pub(crate) type Sheets = BTreeMap<String, Range<Data>>;

pub(crate) fn sheets(workbook: &[u8]) -> Sheets {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook.to_vec())).unwrap();
    book.worksheets().into_iter().collect()
}

/// Returns the cells of a formula such as `'Số liệu'!$B$2:$B$64`.
pub(crate) fn cells(sheets: &Sheets, formula: &str) -> Vec<Data> {
    let (sheet, range) = formula.rsplit_once('!').unwrap();
    let all = &sheets[&sheet.trim_matches('\'').replace("''", "'")];
    let mut ends = range.split(':').map(cell);
    let first = ends.next().unwrap();
    let last = ends.next().unwrap_or(first);
    let mut out = Vec::new();
    for row in first.0..=last.0 {
        for column in first.1..=last.1 {
            out.push(all.get_value((row, column)).cloned().unwrap_or_default());
        }
    }
    out
}

fn cell(name: &str) -> (u32, u32) {
    let mut parts = name.trim_start_matches('$').split('$');
    let letters = parts.next().unwrap().bytes();
    let column = letters.fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1) - 1;
    (parts.next().unwrap().parse::<u32>().unwrap() - 1, column)
}

/// Returns a text as files contain it: without control characters, in NFC.
pub(crate) fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).nfc().collect()
}

/// Checks that the cached values of all series of a chart equal the cells that they refer to.
pub(crate) fn assert_caches_match(all: &[Series], workbook: &[u8]) {
    let sheets = sheets(workbook);
    let text = |data: &Data| match data {
        Data::String(text) => text.clone(),
        other => panic!("{other:?} is not text"),
    };
    for it in all {
        let [name, categories, values] = it.formulas.each_ref().map(|f| cells(&sheets, f));
        assert_eq!(
            name.iter().map(text).collect::<Vec<_>>(),
            std::slice::from_ref(&it.name)
        );
        assert_eq!(categories.iter().map(text).collect::<Vec<_>>(), it.categories);
        let numbers: Vec<Option<f64>> = values
            .iter()
            .map(|data| match data {
                Data::Empty => None,
                Data::Float(value) => Some(*value),
                other => panic!("{other:?} is not a number"),
            })
            .collect();
        assert_eq!(numbers, it.values, "{}", it.name);
    }
}
