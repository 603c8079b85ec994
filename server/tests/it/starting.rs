//! Which edition readers see when the program starts, and who decides.

use std::{fs, path::Path};

use server::services::start;
use store::{Actor, EditionKind, Location, Restoring, Store};

use crate::office::Folder;

/// The data files of the product, with a remark that changes their bytes and no figure.
fn data_files(folder: &Path, remark: &str) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    for part in ["catalogue", "catalogue/indicators", "bundled"] {
        fs::create_dir_all(folder.join(part)).unwrap();
        for entry in fs::read_dir(data.join(part)).unwrap() {
            let from = entry.unwrap().path();
            if from.is_file() {
                fs::copy(&from, folder.join(part).join(from.file_name().unwrap())).unwrap();
            }
        }
    }
    let file = folder.join("catalogue/indicators/pci.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(file, format!("# {remark}\n{text}")).unwrap();
}

async fn number(store: &Store, folder: Option<&Path>) -> u32 {
    start::newest(store, folder).await.unwrap().edition.number
}

#[tokio::test]
async fn programs_publish_what_they_bring_until_people_do() {
    let folder = Folder::new();
    let location = Location::Folder(folder.0.join("data"));
    let [newer, newest] = ["newer", "newest"].map(|name| {
        let files = folder.0.join(name);
        data_files(&files, name);
        files
    });
    let (one, two) = tokio::join!(Store::open(&location), Store::open(&location));
    let (one, two) = (one.unwrap(), two.unwrap());
    let started = tokio::join!(start::newest(&one, None), start::newest(&two, None));
    let (first, second) = (started.0.unwrap().edition, started.1.unwrap().edition);
    assert_eq!(
        (first.number, &first),
        (1, &second),
        "both start, and one has published"
    );
    assert_eq!(first.published.iso(), start::BUNDLED_EDITION.published);
    assert_eq!(one.editions().await.unwrap().len(), 1);

    assert_eq!(number(&one, None).await, 1, "nothing new");
    assert_eq!(number(&one, Some(&newer)).await, 2);
    assert_eq!(number(&one, None).await, 2, "an older program changes nothing");
    let kinds: Vec<EditionKind> = one.editions().await.unwrap().iter().map(|e| e.kind).collect();
    assert_eq!(kinds, [EditionKind::Program; 2]);

    let restoring = Restoring {
        of: 1,
        base: 2,
        author: Actor::program("test"),
        note: store::Note::default(),
        summary: String::new(),
    };
    assert_eq!(one.restore(restoring).await.unwrap().number, 3);
    assert_eq!(number(&one, Some(&newest)).await, 3, "what people decide stays");
    assert_eq!(number(&one, Some(&newer)).await, 3);
}
