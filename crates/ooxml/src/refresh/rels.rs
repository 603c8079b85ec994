//! The relationships of a part.

use super::{
    RefreshError,
    archive::Parts,
    tree::{self, Edits},
};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// One relationship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rel {
    pub(super) id: String,
    /// The last part of its type, such as `chart`.
    pub(super) kind: String,
    /// The path of the part in the package, or the address of an external resource.
    pub(super) target: String,
    pub(super) external: bool,
}

/// The relationships of a part, as text and as rows.
#[derive(Clone, Debug)]
pub(super) struct Rels {
    /// The part whose relationships they are.
    part: String,
    text: String,
    pub(super) rows: Vec<Rel>,
    changed: bool,
}

/// Returns the path of the relationships of a part.
pub(super) fn path_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

impl Rels {
    /// Reads the relationships of a part; none if it has none.
    pub(super) fn read(parts: &mut impl Parts, part: &str) -> Result<Self, RefreshError> {
        let path = path_of(part);
        let text = match parts.part(&path)? {
            Some(bytes) => String::from_utf8(bytes).map_err(|_| RefreshError::Damaged { part: path.clone() })?,
            None => return Ok(Self::empty(part)),
        };
        let mut rels = Self {
            part: part.to_owned(),
            text,
            rows: Vec::new(),
            changed: false,
        };
        rels.parse()?;
        Ok(rels)
    }

    /// Returns no relationships, of a new part.
    pub(super) fn empty(part: &str) -> Self {
        Self {
            part: part.to_owned(),
            text: format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
                 <Relationships xmlns=\"{PACKAGE}\"></Relationships>"
            ),
            rows: Vec::new(),
            changed: false,
        }
    }

    fn parse(&mut self) -> Result<(), RefreshError> {
        let document = tree::parse(&path_of(&self.part), &self.text)?;
        let rows = document
            .root_element()
            .children()
            .filter(|node| tree::is(*node, "Relationship"));
        self.rows = rows
            .filter_map(|node| {
                let external = node.attribute("TargetMode") == Some("External");
                let target = node.attribute("Target")?;
                Some(Rel {
                    id: node.attribute("Id")?.to_owned(),
                    kind: node
                        .attribute("Type")?
                        .rsplit('/')
                        .next()
                        .unwrap_or_default()
                        .to_owned(),
                    target: if external {
                        target.to_owned()
                    } else {
                        resolve(&self.part, target)
                    },
                    external,
                })
            })
            .collect();
        Ok(())
    }

    /// Returns the relationship with this id.
    pub(super) fn find(&self, id: &str) -> Option<&Rel> {
        self.rows.iter().find(|rel| rel.id == id)
    }

    /// Returns the first relationship of a kind.
    pub(super) fn first(&self, kind: &str) -> Option<&Rel> {
        self.rows.iter().find(|rel| rel.kind == kind)
    }

    /// Lets external relationships to one address lead to another.
    pub(super) fn relink(&mut self, from: &str, to: &str) -> Result<(), RefreshError> {
        if from == to || !self.rows.iter().any(|rel| rel.external && rel.target == from) {
            return Ok(());
        }
        let document = tree::parse(&path_of(&self.part), &self.text)?;
        let mut edits = Edits::default();
        for node in document
            .root_element()
            .children()
            .filter(|node| tree::is(*node, "Relationship"))
        {
            if node.attribute("TargetMode") == Some("External") && node.attribute("Target") == Some(from) {
                edits.attribute(node, "Target", to);
            }
        }
        let text = edits.apply(&self.text);
        self.text = text;
        self.changed = true;
        self.parse()
    }

    /// Adds a relationship and returns its id. Parts are named relative to the part itself.
    pub(super) fn add(&mut self, kind: &str, target: &str, external: bool) -> Result<String, RefreshError> {
        let free = (1..).map(|n| format!("rId{n}")).find(|id| self.find(id).is_none());
        let id = free.unwrap_or_default();
        let mode = if external { " TargetMode=\"External\"" } else { "" };
        let shown = if external {
            target.to_owned()
        } else {
            relative(&self.part, target)
        };
        let shown = tree::escape(&shown);
        let row = format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}{kind}\" Target=\"{shown}\"{mode}/>");
        let document = tree::parse(&path_of(&self.part), &self.text)?;
        let mut edits = Edits::default();
        let root = document.root_element();
        match tree::inside(&self.text, root) {
            Some(range) => edits.insert(range.end, prefixed(&self.text, root, &row)),
            None => edits.replace_inside(&self.text, root, &prefixed(&self.text, root, &row)),
        }
        self.text = edits.apply(&self.text);
        self.changed = true;
        self.parse()?;
        Ok(id)
    }

    /// Removes a relationship.
    pub(super) fn remove(&mut self, id: &str) -> Result<(), RefreshError> {
        let document = tree::parse(&path_of(&self.part), &self.text)?;
        let mut edits = Edits::default();
        let mut rows = document.root_element().children();
        if let Some(node) = rows.find(|node| node.attribute("Id") == Some(id)) {
            edits.replace(node.range(), "");
        }
        self.text = edits.apply(&self.text);
        self.changed = true;
        self.parse()
    }

    /// Returns path and text if anything changed.
    pub(super) fn written(self) -> Option<(String, Vec<u8>)> {
        self.changed.then(|| (path_of(&self.part), self.text.into_bytes()))
    }
}

fn prefixed(source: &str, root: roxmltree::Node<'_, '_>, row: &str) -> String {
    row.replacen('<', &format!("<{}", tree::prefix(source, root)), 1)
}

/// Returns the path of a target that is named relative to a part.
fn resolve(part: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = part.split('/').collect();
    path.pop();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

/// Returns a path relative to a part, as this crate writes it.
fn relative(part: &str, target: &str) -> String {
    let mut from: Vec<&str> = part.split('/').collect();
    from.pop();
    let to: Vec<&str> = target.split('/').collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut path = vec![".."; from.len() - common];
    path.extend(&to[common..]);
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_and_written_relative_to_the_part() {
        let part = "ppt/slides/slide1.xml";
        for (target, path) in [
            ("../charts/chart1.xml", "ppt/charts/chart1.xml"),
            ("/ppt/charts/chart1.xml", "ppt/charts/chart1.xml"),
            ("slide2.xml", "ppt/slides/slide2.xml"),
            ("../../../../x", "x"),
        ] {
            assert_eq!(resolve(part, target), path);
        }
        assert_eq!(relative(part, "ppt/charts/chart1.xml"), "../charts/chart1.xml");
        assert_eq!(
            relative("ppt/presentation.xml", "ppt/slides/slide9.xml"),
            "slides/slide9.xml"
        );
    }

    #[test]
    fn relationships_are_changed_in_place() {
        let text = "<r:Relationships xmlns:r='x'><r:Relationship Id='rId1' Type='a/hyperlink' Target='http://a' TargetMode='External'/></r:Relationships>";
        let mut parts = std::collections::BTreeMap::from([("a/_rels/b.xml.rels".to_owned(), text.as_bytes().to_vec())]);
        let mut rels = Rels::read(&mut parts, "a/b.xml").unwrap();
        rels.relink("http://a", "http://b").unwrap();
        assert_eq!(rels.add("chart", "a/c.xml", false).unwrap(), "rId2");
        assert_eq!(rels.find("rId2").unwrap().target, "a/c.xml");
        rels.remove("rId1").unwrap();
        assert_eq!(rels.rows.len(), 1);
        assert!(rels.written().is_some());
    }
}
