//! The files of the app depend on one another in one direction only: no file is needed, in the end, by what it needs itself.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Path of a module below its crate's root: `views`, `map`, `page`.
type Module = Vec<String>;

/// What is read of a file.
#[derive(Default)]
struct Source {
    /// Names that the file defines.
    defined: BTreeSet<String>,
    /// Names that it imports, with the full path of each; seen by its children, too.
    imported: BTreeMap<String, Module>,
    /// Modules of which it imports everything.
    globs: Vec<Module>,
    /// Full paths that it names, without those that it only hands on.
    named: Vec<Module>,
}

/// Tokens of a file without comments, texts and tests: names, `::` and single characters.
fn tokens(text: &str) -> Vec<String> {
    let (bytes, mut at, mut found) = (text.as_bytes(), 0, Vec::new());
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
    while at < bytes.len() {
        let rest = &text[at..];
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r\"") || rest.starts_with("r#") {
            let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
            let end = format!("\"{}", "#".repeat(hashes));
            rest.get(hashes + 2..)
                .and_then(|inner| inner.find(&end))
                .map_or(1, |to| hashes + 2 + to + end.len())
        } else if rest.starts_with('"') {
            let mut to = 1;
            while to < rest.len() && rest.as_bytes()[to] != b'"' {
                to += if rest.as_bytes()[to] == b'\\' { 2 } else { 1 };
            }
            to + 1
        } else if let Some(after) = rest.strip_prefix("'\\") {
            2 + after.find('\'').map_or(0, |to| to + 1)
        } else if rest.starts_with("::") {
            found.push("::".to_owned());
            2
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let name = rest.bytes().take_while(|byte| is_name(*byte)).count();
            if name > 0 {
                found.push(rest[..name].to_owned());
            } else if !rest.starts_with(char::is_whitespace) {
                found.push(rest[..first].to_owned());
            }
            name.max(first)
        };
        at += length.max(1);
        while !text.is_char_boundary(at.min(text.len())) {
            at += 1;
        }
    }
    let test = ["#", "[", "cfg", "(", "test", ")", "]"];
    let inline =
        |at: usize| found.get(at + 7).is_some_and(|word| word == "mod") && found.get(at + 9).is_some_and(|c| c == "{");
    let tests = (0..found.len()).find(|at| found[*at..].iter().take(7).eq(test.iter()) && inline(*at));
    found.truncate(tests.unwrap_or(found.len()));
    found
}

/// The paths of a use tree, each with the name under which it is known; `*` for everything.
fn tree(tokens: &[String], prefix: &[String], found: &mut Vec<(Module, String)>) {
    let (mut depth, mut from) = (0, 0);
    let mut parts = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 0 => {
                parts.push(&tokens[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&tokens[from..]);
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        let names = |part: &[String]| part.iter().filter(|token| *token != "::").cloned().collect::<Module>();
        if let Some(brace) = part.iter().position(|token| token == "{") {
            let inner = [prefix, &names(&part[..brace])].concat();
            tree(&part[brace + 1..part.len() - 1], &inner, found);
            continue;
        }
        let renamed = part.iter().position(|token| token == "as");
        let mut path = [prefix, &names(&part[..renamed.unwrap_or(part.len())])].concat();
        if path.last().is_some_and(|name| name == "self") {
            path.pop();
        }
        let alias = renamed.and_then(|at| part.get(at + 1)).or(path.last()).cloned();
        found.extend(alias.map(|alias| (path, alias)));
    }
}

struct Crate {
    sources: BTreeMap<Module, Source>,
}

impl Crate {
    fn read(root: &Path) -> Self {
        let mut texts = BTreeMap::new();
        collect(root, &mut Vec::new(), &mut texts);
        let modules: BTreeSet<Module> = texts.keys().cloned().collect();
        let sources = texts
            .iter()
            .map(|(module, text)| (module.clone(), source(module, &tokens(text), &modules)));
        Self {
            sources: sources.collect(),
        }
    }

    /// The module in which a path ends: that which defines its name, through all that hand it on.
    fn resolve(&self, path: &[String], depth: usize) -> Option<&Module> {
        let (module, source, rest) = (0..=path.len()).rev().find_map(|to| {
            self.sources
                .get_key_value(&path[..to])
                .map(|(module, source)| (module, source, &path[to..]))
        })?;
        let Some(name) = rest
            .first()
            .filter(|name| !source.defined.contains(*name) && depth < 20)
        else {
            return Some(module);
        };
        if let Some(to) = source.imported.get(name) {
            return self.resolve(&[to, &rest[1..]].concat(), depth + 1);
        }
        let through = source.globs.iter().find_map(|glob| {
            let found = self.resolve(&[glob, rest].concat(), depth + 1)?;
            self.sources[found].defined.contains(name).then_some(found)
        });
        Some(through.unwrap_or(module))
    }

    /// The modules that each module needs.
    fn needs(&self) -> BTreeMap<&Module, BTreeSet<&Module>> {
        let mut needs = BTreeMap::new();
        for (module, source) in &self.sources {
            let all = source.named.iter().filter_map(|path| self.resolve(path, 0));
            needs.insert(module, all.filter(|found| *found != module).collect());
        }
        needs
    }
}

fn collect(folder: &Path, module: &mut Module, texts: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if name == "tests" {
            continue;
        }
        let own = matches!(name.as_str(), "mod" | "lib" | "main");
        if !own {
            module.push(name);
        }
        if path.is_dir() {
            collect(&path, module, texts);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            texts.insert(module.clone(), fs::read_to_string(&path).unwrap());
        }
        if !own {
            module.pop();
        }
    }
}

fn source(module: &Module, tokens: &[String], modules: &BTreeSet<Module>) -> Source {
    let mut source = Source::default();
    let child = |name: &String| modules.contains(&[module.as_slice(), std::slice::from_ref(name)].concat());
    let facade = modules
        .iter()
        .any(|other| other.len() == module.len() + 1 && other.starts_with(module));
    let full = |path: &[String]| -> Option<Module> {
        let up = path.iter().take_while(|name| *name == "super").count();
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([module, &path[1..]].concat()),
            "super" => Some([&module[..module.len().checked_sub(up)?], &path[up..]].concat()),
            _ if child(&path[0]) => Some([module, path].concat()),
            _ => None,
        }
    };
    // Names in the file but for its imports: what is imported and not named is only handed on.
    let statements = tokens.split(|token| token == ";");
    let is_import = |tokens: &&[String]| tokens.iter().take(6).any(|token| token == "use");
    let written: BTreeSet<&String> = statements.filter(|tokens| !is_import(tokens)).flatten().collect();
    let (mut at, mut bodies) = (0, Vec::new());
    while at < tokens.len() {
        match tokens[at].as_str() {
            // `impl Trait + use<>` imports nothing.
            "use" if tokens.get(at + 1).is_some_and(|token| token != "<") => {
                let end = at + tokens[at..].iter().position(|token| token == ";").unwrap_or(1);
                let public = at > 0 && (tokens[at - 1] == "pub" || tokens[at - 1] == ")");
                let mut paths = Vec::new();
                tree(&tokens[at + 1..end], &[], &mut paths);
                for (path, alias) in paths
                    .into_iter()
                    .filter_map(|(path, alias)| Some((full(&path)?, alias)))
                {
                    if alias == "*" {
                        source.globs.push(path[..path.len() - 1].to_vec());
                        continue;
                    }
                    // A module that is only imported says nothing yet: the paths that begin with it do.
                    let handed_on = public && (facade || !written.contains(&alias));
                    if !modules.contains(&path) && !handed_on {
                        source.named.push(path.clone());
                    }
                    source.imported.insert(alias, path);
                }
                at = end;
            }
            "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "mod" => {
                source
                    .defined
                    .extend(tokens.get(at + 1).filter(|name| !child(name)).cloned());
            }
            // `pub(in crate::admin)` is no path to anything.
            "pub" if tokens.get(at + 2).is_some_and(|word| word == "in") => {
                at += tokens[at..].iter().position(|token| token == ")").unwrap_or_default();
            }
            _ if tokens.get(at + 1).is_some_and(|token| token == "::") => {
                let mut path = vec![tokens[at].clone()];
                while tokens.get(at + 1).is_some_and(|token| token == "::") && tokens.get(at + 2).is_some() {
                    path.push(tokens[at + 2].clone());
                    at += 2;
                }
                bodies.push(path);
            }
            _ => {}
        }
        at += 1;
    }
    for path in bodies {
        let of_import = source.imported.get(&path[0]).map(|to| [to, &path[1..]].concat());
        source.named.extend(of_import.or_else(|| full(&path)));
    }
    source
}

/// The modules that need one another in a circle, if there are any.
fn circle<'a>(needs: &BTreeMap<&'a Module, BTreeSet<&'a Module>>) -> Option<Vec<&'a Module>> {
    fn visit<'a>(
        module: &'a Module,
        needs: &BTreeMap<&'a Module, BTreeSet<&'a Module>>,
        way: &mut Vec<&'a Module>,
        done: &mut BTreeSet<&'a Module>,
    ) -> Option<Vec<&'a Module>> {
        if let Some(at) = way.iter().position(|earlier| *earlier == module) {
            return Some(way[at..].to_vec());
        }
        if !done.insert(module) {
            return None;
        }
        way.push(module);
        let found = needs.get(module)?.iter().find_map(|next| visit(next, needs, way, done));
        way.pop();
        found
    }
    let mut done = BTreeSet::new();
    needs
        .keys()
        .find_map(|module| visit(module, needs, &mut Vec::new(), &mut done))
}

/// Crates whose files form no circle, with the number of files that are certainly read.
const UNTIED: [(&str, usize); 4] = [
    ("app", 150),
    ("server", 100),
    ("crates/charts", 40),
    ("crates/messages", 1),
];

#[test]
fn no_file_needs_a_file_that_needs_it() {
    for (folder, files) in UNTIED {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(folder)
            .join("src");
        let needs = Crate::read(&root);
        let needs = needs.needs();
        assert!(needs.len() >= files, "{folder}: {} files are read", needs.len());
        if let Some(found) = circle(&needs) {
            let names: Vec<String> = found.iter().map(|module| module.join("/")).collect();
            panic!(
                "{folder}: these files need one another: {} → {}",
                names.join(" → "),
                names[0]
            );
        }
    }
}

/// Layers of the server, the uppermost first. Files outside of them (`settings`, `telemetry`) are for all of them.
const LAYERS: [&str; 4] = ["cli", "http", "services", "auth"];

#[test]
fn no_layer_of_the_server_names_one_above_it() {
    let server = Crate::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let layer = |module: &Module| {
        LAYERS
            .iter()
            .position(|layer| module.first().is_some_and(|name| name == layer))
    };
    let needs = server.needs();
    assert!(
        LAYERS
            .iter()
            .all(|name| needs.keys().any(|module| module[..] == [(*name).to_owned()]))
    );
    for (module, needed) in &needs {
        let Some(own) = layer(module) else { continue };
        let above: Vec<String> = needed
            .iter()
            .filter(|other| layer(other).is_some_and(|other| other < own))
            .map(|other| other.join("/"))
            .collect();
        assert!(above.is_empty(), "{} names {above:?}", module.join("/"));
    }
}

#[test]
fn nothing_below_the_views_names_a_page() {
    let app = Crate::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src"));
    for (module, needed) in app.needs() {
        let below = matches!(
            module.first().map(String::as_str),
            Some("findings" | "charts" | "links" | "route" | "context" | "query" | "response")
        );
        let pages = needed
            .iter()
            .filter(|other| other.first().is_some_and(|name| name == "views") && other.contains(&"page".to_owned()));
        let pages: Vec<String> = pages.map(|page| page.join("/")).collect();
        assert!(!below || pages.is_empty(), "{} names {pages:?}", module.join("/"));
    }
}

#[test]
fn a_circle_is_found_through_names_that_are_handed_on() {
    let text = |module: &str| match module {
        "" => "mod a; mod b; mod c; pub(crate) use b::{f, g as h};",
        "a" => "use crate::h; // crate::c::k\nfn k() { h(\"crate::c::x\") }",
        "b" => "use super::c;\npub fn f() {} pub fn g() { c::k() }",
        _ => "pub fn k() { crate::a::k() }\n#[cfg(test)] mod tests { use crate::b; }",
    };
    let modules: BTreeSet<Module> = ["", "a", "b", "c"]
        .map(|name| if name.is_empty() { vec![] } else { vec![name.to_owned()] })
        .into();
    let read = |module: &Module| {
        source(
            module,
            &tokens(text(module.first().map_or("", String::as_str))),
            &modules,
        )
    };
    let sources = modules.iter().map(|module| (module.clone(), read(module))).collect();
    let all = Crate { sources };
    let found = circle(&all.needs()).unwrap();
    assert_eq!(found.len(), 3, "{found:?}");
}
