//! The program at the command line: accounts, backups, and what it says when its data cannot be had.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use crate::office::{Folder, PASSWORD};

fn thuocdo(folder: &Path, arguments: &[&str], input: &str) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thuocdo"));
    for (variable, _) in std::env::vars().filter(|(name, _)| name.starts_with("THUOCDO_")) {
        command.env_remove(variable);
    }
    let mut child = command
        .args(arguments)
        .env("THUOCDO_DATA", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not ask may have ended already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    (status.code(), String::from_utf8([stdout, stderr].concat()).unwrap())
}

#[test]
fn accounts_are_cared_for_at_the_command_line() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let run = |arguments: &[&str], input: &str| thuocdo(&data, arguments, input);
    let add = |name, more: &[&'static str]| {
        let arguments = [&["account", "add", name, "--password-stdin"], more].concat();
        run(&arguments, &format!("{PASSWORD}\n"))
    };
    let (code, said) = add("Lan", &["--shown", "Nguyễn Thị Lan"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("lan ") && said.contains("administrator") && said.contains("Nguyễn Thị Lan"),
        "{said}"
    );
    let (_, said) = add("minh", &[]);
    assert!(said.contains("analyst"), "the first one is the administrator's: {said}");
    assert_eq!(add("ha", &["--role", "reader"]).0, Some(0));
    for (name, more, words) in [
        ("lan", &[][..], "there is an account of this name"),
        ("a b", &[], "cannot be a name"),
        ("x1", &["--role", "king"], "reader, analyst, administrator"),
    ] {
        let (code, said) = add(name, more);
        assert!(code != Some(0) && said.contains(words), "{said}");
        assert!(!said.contains(PASSWORD), "{said}");
    }
    let (code, said) = run(&["account", "add", "kurz", "--password-stdin"], "short\n");
    assert!(code == Some(1) && said.contains("10 "), "{said}");
    for (arguments, words) in [
        (&["account", "disable", "lan"][..], "this is the last administrator"),
        (&["account", "role", "lan", "reader"], "this is the last administrator"),
        (&["account", "disable", "nobody"], "there is no account"),
    ] {
        let (code, said) = run(arguments, "");
        assert!(code == Some(1) && said.contains(words), "{said}");
    }
    assert_eq!(run(&["account", "role", "minh", "administrator"], "").0, Some(0));
    assert_eq!(run(&["account", "disable", "lan"], "").0, Some(0));
    assert_eq!(
        run(&["account", "password", "ha", "--password-stdin"], "ein anderes Wort\n").0,
        Some(0)
    );
    let (_, list) = run(&["account", "list"], "");
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines.len(), 3, "{list}");
    assert!(lines[0].starts_with("ha ") && lines[0].contains("reader"), "{list}");
    assert!(lines[1].starts_with("lan ") && lines[1].contains("disabled"), "{list}");
    assert!(
        lines[2].starts_with("minh ") && lines[2].contains("administrator"),
        "{list}"
    );
}

#[test]
fn a_backup_comes_back_and_damage_is_found() {
    let folder = Folder::new();
    let at = |name: &str| folder.0.join(name);
    let file = at("all.backup").to_str().unwrap().to_owned();
    let add = ["account", "add", "lan", "--password-stdin"];
    assert_eq!(thuocdo(&at("data"), &add, PASSWORD).0, Some(0));
    let (code, said) = thuocdo(&at("data"), &["backup", &file], "");
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = thuocdo(&at("data"), &["backup", &file], "");
    assert!(code == Some(1) && said.contains("never written over"), "{said}");
    let (code, said) = thuocdo(&at("data"), &["restore", &file], "");
    assert!(code == Some(1) && said.contains("the store is not empty"), "{said}");
    let (code, said) = thuocdo(&at("new"), &["restore", &file], "");
    assert_eq!(code, Some(0), "{said}");
    assert!(thuocdo(&at("new"), &["account", "list"], "").1.contains("lan"));
    let (code, said) = thuocdo(&at("new"), &["verify"], "");
    assert!(code == Some(0) && said.contains("Right: 0 editions"), "{said}");

    // In the middle of the file, where pages of figures are.
    let database = at("new").join("thuocdo.sqlite");
    let mut bytes = fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0x5a);
    fs::write(&database, bytes).unwrap();
    let (code, said) = thuocdo(&at("new"), &["verify"], "");
    assert!(code == Some(1), "{said}");
    assert!(
        said.contains("fault: ") || said.contains("the data is damaged"),
        "{said}"
    );
}

#[test]
fn data_that_cannot_be_had_are_told_with_what_to_do() {
    let folder = Folder::new();
    fs::create_dir_all(folder.0.join("broken")).unwrap();
    fs::write(
        folder.0.join("broken/thuocdo.sqlite"),
        "this is no database, but it is long enough".repeat(100),
    )
    .unwrap();
    fs::write(folder.0.join("file"), "").unwrap();
    let serve = ["serve", "--addr", "127.0.0.1:0", "--log", "error"];
    for (place, words) in [("broken", "the data is damaged"), ("file/below", "thuocdo-it-")] {
        let (code, said) = thuocdo(&folder.0.join(place), &serve, "");
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(words) && !said.contains("is running at"), "{said}");
    }
    // Nobody listens on port 1.
    let url = "postgres://desk:geheim@127.0.0.1:1/thuocdo";
    let (code, said) = thuocdo(&folder.0, &[&serve[..], &["--database-url", url]].concat(), "");
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("PostgreSQL 127.0.0.1:1/thuocdo"), "{said}");
    assert!(
        said.contains("the database cannot be reached") && said.contains("Không kết nối được"),
        "{said}"
    );
    assert!(!said.contains("geheim"), "{said}");
}
