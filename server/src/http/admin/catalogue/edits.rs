//! The short forms of the catalogue: what an editor fills in, as lines of the file that it belongs to.

use app::admin::UserError;

use crate::services::jobs::single;

/// The file of spellings.
pub(super) const ALIASES: &str = "catalogue/aliases.csv";

type Fields = [(String, String)];

/// Fields that must not be empty; their names with what stands there.
struct Form<'a> {
    fields: &'a Fields,
    bad: Vec<(String, String)>,
}

impl<'a> Form<'a> {
    fn new(fields: &'a Fields) -> Self {
        Self {
            fields,
            bad: Vec::new(),
        }
    }

    fn text(&self, name: &str) -> &'a str {
        single(self.fields, name)
    }

    fn needed(&mut self, name: &str) -> &'a str {
        let text = self.text(name);
        if text.is_empty() {
            self.bad.push((name.to_owned(), String::new()));
        }
        text
    }

    fn year(&mut self, name: &str) -> Option<i32> {
        let text = self.text(name);
        let year = text.parse().ok().filter(|y| (1990..=2100).contains(y));
        if year.is_none() && !text.is_empty() {
            self.bad.push((name.to_owned(), text.to_owned()));
        }
        year
    }

    fn number(&mut self, name: &str) -> Option<f64> {
        let text = self.text(name);
        let number = text.replace(',', ".").parse::<f64>().ok().filter(|n| n.is_finite());
        if number.is_none() && !text.is_empty() {
            self.bad.push((name.to_owned(), text.to_owned()));
        }
        number
    }

    fn done(self, lines: String) -> Result<String, UserError> {
        if self.bad.is_empty() {
            Ok(lines)
        } else {
            Err(UserError::BadFields(self.bad))
        }
    }
}

/// The file of spellings with one more: `spelling`, `province`, days `from` and `to`.
///
/// # Errors
/// [`UserError::BadFields`].
pub(super) fn alias(before: &str, fields: &Fields) -> Result<String, UserError> {
    let mut form = Form::new(fields);
    let cells = [
        form.needed("spelling"),
        form.needed("province"),
        form.text("from"),
        form.text("to"),
    ];
    let line = cells.map(|cell| quoted(&domain::tidy(cell))).join(",");
    form.done(with_line(before, &line))
}

/// An indicator's file with one more verdict: `from`, `to`, `verdict`, `decision`, `reason_vi`, `reason_en`.
///
/// # Errors
/// [`UserError::BadFields`].
pub(super) fn verdict(before: &str, fields: &Fields) -> Result<String, UserError> {
    let mut form = Form::new(fields);
    let years = ["from", "to"].map(|name| {
        form.needed(name);
        form.year(name).unwrap_or_default()
    });
    let word = form.needed("verdict");
    let reason = words(form.needed("reason_vi"), form.needed("reason_en"));
    let mut lines = format!(
        "[[verdicts]]\nfrom = {}\nto = {}\nverdict = {}\n",
        years[0],
        years[1],
        string(word)
    );
    let decision = form.text("decision");
    if !decision.is_empty() {
        lines.push_str(&format!("decision = {}\n", string(decision)));
    }
    lines.push_str(&format!("reason = {reason}\n"));
    let text = format!("{}\n\n{lines}", before.trim_end());
    form.done(text)
}

/// An indicator's file with one more component after the last: `id`, `name_vi`, `name_en`, and where they
/// are given `from`, `to`, `parent`, `scale_min`, `scale_max`.
///
/// # Errors
/// [`UserError::BadFields`].
pub(super) fn component(before: &str, fields: &Fields) -> Result<String, UserError> {
    let mut form = Form::new(fields);
    let id = form.needed("id");
    let name = words(form.needed("name_vi"), form.needed("name_en"));
    let mut lines = format!("[[components]]\nid = {}\nname = {name}\n", string(id));
    for field in ["from", "to"] {
        if let Some(year) = form.year(field) {
            lines.push_str(&format!("{field} = {year}\n"));
        }
    }
    let parent = form.text("parent");
    if !parent.is_empty() {
        lines.push_str(&format!("parent = {}\n", string(parent)));
    }
    if let Some((least, most)) = form.number("scale_min").zip(form.number("scale_max")) {
        lines.push_str(&format!("scale = [{least}, {most}]\n"));
    }
    let (head, rest) = after_components(before);
    let text = if rest.is_empty() {
        format!("{}\n\n{lines}", head.trim_end())
    } else {
        format!("{}\n\n{lines}\n{rest}", head.trim_end())
    };
    form.done(text)
}

/// The text to the end of the last component, and what follows.
fn after_components(text: &str) -> (&str, &str) {
    let Some(last) = starts(text)
        .filter(|(_, line)| line.starts_with("[[components]]"))
        .last()
    else {
        return (text, "");
    };
    let own = |line: &str| line.starts_with("[components.") || line.starts_with("[[components.");
    let next = starts(text).find(|(at, line)| *at > last.0 && line.starts_with('[') && !own(line));
    text.split_at(next.map_or(text.len(), |(at, _)| at))
}

/// Lines with the position at which each begins.
fn starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let begin = *at;
        *at += line.len();
        Some((begin, line))
    })
}

/// A text and a line at its end.
fn with_line(text: &str, line: &str) -> String {
    let end = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    format!("{text}{end}{line}\n")
}

/// A cell of a CSV file.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A text in TOML. What JSON escapes, TOML reads.
fn string(text: &str) -> String {
    let text: String = domain::tidy(text).chars().filter(|c| !c.is_control()).collect();
    serde_json::to_string(&text).unwrap_or_default()
}

fn words(vi: &str, en: &str) -> String {
    format!("{{ vi = {}, en = {} }}", string(vi), string(en))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "id = \"x\"\n\n[[components]]\nid = \"overall\"\n\n[[components]]\nid = \"a\"\n\
        [[components.max]]\nfrom = 1\n\n[[methods]]\nid = \"m\"\n";

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect()
    }

    #[test]
    fn a_component_comes_after_the_last() {
        let form = fields(&[
            ("id", "b"),
            ("name_vi", "Phần \"b\""),
            ("name_en", "Part b"),
            ("from", "2020"),
        ]);
        let text = component(FILE, &form).unwrap();
        let expected = "from = 1\n\n[[components]]\nid = \"b\"\nname = { vi = \"Phần \\\"b\\\"\", en = \"Part b\" }\n\
            from = 2020\n\n[[methods]]\n";
        assert!(text.contains(expected), "{text}");
        let none = component("id = \"x\"\n", &form).unwrap();
        assert!(none.starts_with("id = \"x\"\n\n[[components]]\n"), "{none}");
    }

    #[test]
    fn a_verdict_comes_at_the_end() {
        let form = fields(&[
            ("from", "2023"),
            ("to", "2024"),
            ("verdict", "method_changed"),
            ("decision", "1149/QĐ-BNV"),
            ("reason_vi", "Bộ tiêu chí mới"),
            ("reason_en", "New criteria"),
        ]);
        let text = verdict(FILE, &form).unwrap();
        assert!(text.ends_with(
            "\n\n[[verdicts]]\nfrom = 2023\nto = 2024\nverdict = \"method_changed\"\ndecision = \"1149/QĐ-BNV\"\n\
             reason = { vi = \"Bộ tiêu chí mới\", en = \"New criteria\" }\n"
        ));
        assert!(toml_reads(&text), "{text}");
    }

    fn toml_reads(text: &str) -> bool {
        text.lines().filter(|l| l.starts_with("[[")).count() == 5
    }

    #[test]
    fn spellings_are_cells_and_what_is_missing_is_named() {
        let form = fields(&[("spelling", "TP. HCM, mới"), ("province", "tp-ho-chi-minh")]);
        let text = alias("alias,province,valid_from,valid_to", &form).unwrap();
        assert_eq!(
            text,
            "alias,province,valid_from,valid_to\n\"TP. HCM, mới\",tp-ho-chi-minh,,\n"
        );
        let refused = verdict(FILE, &fields(&[("from", "20"), ("to", "2024")])).unwrap_err();
        let UserError::BadFields(bad) = refused else { panic!() };
        let names: Vec<&str> = bad.iter().map(|(n, _)| n.as_str()).collect();
        assert_eq!(names, ["from", "verdict", "reason_vi", "reason_en"]);
    }
}
