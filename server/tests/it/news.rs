//! Feeds over the editions of a store: those that nobody has read since the program started count too.

use std::{fs, path::Path};

use server::{services::start, settings::Settings};
use store::{Location, Store};

use crate::{
    fake::ask,
    office::{Folder, Office},
};

/// The data files of the product, one file changed.
fn data_files(folder: &Path, file: &str, change: impl Fn(String) -> String) {
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
    let text = fs::read_to_string(folder.join(file)).unwrap();
    fs::write(folder.join(file), change(text)).unwrap();
}

#[tokio::test]
async fn feeds_tell_of_every_edition_of_the_store() {
    let folder = Folder::new();
    let location = Location::Folder(folder.0.join("data"));
    let store = Store::open(&location).await.unwrap();
    assert_eq!(start::newest(&store, None).await.unwrap().edition.number, 1);
    let (corrected, remarked) = (folder.0.join("corrected"), folder.0.join("remarked"));
    data_files(&corrected, "bundled/pci.csv", |text| {
        text.replace(
            "overall,nghe-an,2016,,59.4455,,25,63",
            "overall,nghe-an,2016,,60.1000,,24,63",
        )
    });
    data_files(&remarked, "bundled/pci.csv", |text| text);
    let edition = |files| start::newest(&store, Some(files));
    assert_eq!(edition(corrected.as_path()).await.unwrap().edition.number, 2);
    // The figures of the first edition again, in other bytes.
    let toml = remarked.join("catalogue/indicators/pci.toml");
    let text = fs::read_to_string(&toml).unwrap();
    fs::write(toml, format!("# once more\n{text}")).unwrap();
    assert_eq!(edition(remarked.as_path()).await.unwrap().edition.number, 3);
    drop(store);

    let office = Office::at(&location, folder, Settings::default()).await;
    let feed = |path: &'static str| {
        let router = office.router.clone();
        async move {
            let answer = ask(&router, "GET", path, &[]).await;
            assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
            assert!(!answer.header("etag").is_empty());
            answer.text().to_owned()
        }
    };
    let nghe_an = feed("/vi/feeds/provinces/nghe-an.atom").await;
    assert_eq!(nghe_an.matches("<entry>").count(), 3);
    for told in [
        "PCI 2016: trước là 59,45, hạng 25/63; nay là 60,10, hạng 24/63",
        "PCI 2016: trước là 60,10, hạng 24/63; nay là 59,45, hạng 25/63",
        "PCI: số của 18 năm, 2005–2022; mới nhất năm 2022: 66,60, hạng 23/63 (Thước Đo tính); ≠ không so sánh được với 2021",
    ] {
        assert!(nghe_an.contains(told), "{told}: {nghe_an}");
    }
    let pci = feed("/en/feeds/indicators/pci.atom").await;
    assert!(pci.contains("ranks changed: Nghe An 25/63 → 24/63"), "{pci}");
    assert!(pci.contains("new figures of 20 years, 2005 to 2024"), "{pci}");
    assert_eq!(
        feed("/vi/feeds/provinces/ha-noi.atom").await.matches("<entry>").count(),
        1
    );
    assert_eq!(feed("/vi/feeds/all.atom").await.matches("<entry>").count(), 3);
}
