//! Behaviour specific to a database file: it is deleted, is not a database, or is in a read-only folder.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use store::{Location, Store, StoreError};

use crate::world::{World, exists, new_edition, noise, publish, run};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn only_the_owner_can_read_the_files() {
    World::sqlite().run(async |world| {
        let store = world.open().await;
        publish(&store, 1).await;
        assert_eq!(mode(&world.folder.join("data")), 0o700);
        assert_eq!(mode(&world.database()), 0o600);
        store.backup(&world.folder.join("backup")).await.unwrap();
        assert_eq!(mode(&world.folder.join("backup")), 0o600);
    });
}

#[test]
fn a_moved_file_is_not_written_to() {
    World::sqlite().run(async |world| {
        let store = world.open().await;
        publish(&store, 1).await;
        let elsewhere = world.folder.join("elsewhere");
        fs::rename(world.folder.join("data"), &elsewhere).unwrap();
        assert!(matches!(store.ping().await, Err(StoreError::Unreachable)));
        assert!(matches!(
            store.publish(new_edition(1, "x")).await,
            Err(StoreError::Unreachable)
        ));
        assert_eq!(store.files(1).await.unwrap().len(), 2, "readers are not affected");
        // Another file at its path is not written to either.
        fs::create_dir(world.folder.join("data")).unwrap();
        fs::write(world.database(), "").unwrap();
        assert!(matches!(
            store.publish(new_edition(1, "x")).await,
            Err(StoreError::Unreachable)
        ));
        fs::remove_dir_all(world.folder.join("data")).unwrap();
        fs::rename(elsewhere, world.folder.join("data")).unwrap();
        store.ping().await.unwrap();
        publish(&store, 2).await;
    });
}

#[test]
fn a_file_that_is_not_a_database_is_left_alone() {
    World::sqlite().run(async |world| {
        fs::create_dir(world.folder.join("data")).unwrap();
        let text = "this is a text and no database at all ".repeat(200);
        fs::write(world.database(), &text).unwrap();
        let rejected = Store::open(&world.location).await;
        assert!(matches!(rejected.err(), Some(StoreError::Corrupt { .. })));
        assert_eq!(fs::read_to_string(world.database()).unwrap(), text);
    });
}

#[test]
fn a_damaged_file_is_reported() {
    World::sqlite().run(async |world| {
        let store = world.open().await;
        publish(&store, 3).await;
        store.close().await;
        let mut bytes = fs::read(world.database()).unwrap();
        let end = bytes.len();
        // The last pages, without the ones that hold the schema.
        for page in (8..end / 4096).step_by(2) {
            bytes[page * 4096..page * 4096 + 600].fill(0xa5);
        }
        fs::write(world.database(), bytes).unwrap();
        match Store::open(&world.location).await {
            Ok(store) => match store.verify().await {
                Ok(faults) => assert!(faults.iter().any(store::Fault::is_damage)),
                Err(error) => assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}"),
            },
            Err(error) => assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}"),
        }
    });
}

#[test]
fn a_full_disk_is_reported_and_the_store_recovers() {
    World::sqlite().run(async |world| {
        let data = world.folder.join("data");
        fs::create_dir(&data).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=1500k", "tmpfs"])
            .arg(&data)
            .output();
        if !mounted.is_ok_and(|output| output.status.success()) {
            eprintln!("skipped: only root can make a small disk");
            return;
        }
        let store = world.open().await;
        publish(&store, 1).await;
        let mut full = 0;
        for n in 0..40 {
            let base = store.newest_number().await.unwrap();
            let mut new = new_edition(base, &format!("{n}"));
            new.files.insert(
                "bundled/large.csv".to_owned(),
                [&noise(60_000)[n..], &[n as u8]].concat(),
            );
            match store.publish(new).await {
                Ok(published) => assert_eq!(published.edition.number, base + 1),
                Err(StoreError::Full) => full += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert!(full > 5, "{full}");
        let newest = store.newest_number().await.unwrap();
        assert_eq!(store.files(newest).await.unwrap().len(), 3);
        assert_eq!(store.verify().await.unwrap(), []);
        let resized = Command::new("mount")
            .args(["-o", "remount,size=50m"])
            .arg(&data)
            .status()
            .unwrap();
        assert!(resized.success());
        publish(&store, newest + 1).await;
        store.close().await;
        assert_eq!(world.open().await.verify().await.unwrap(), []);
        assert!(Command::new("umount").arg("-l").arg(&data).status().unwrap().success());
    });
}

/// Environment variable that passes the folder to the test below, which runs itself again as a user without rights.
const FOLDER: &str = "THUOCDO_TEST_READ_ONLY";

#[test]
fn a_read_only_folder_can_be_read() {
    if let Ok(folder) = std::env::var(FOLDER) {
        run(read_only(Path::new(&folder)));
        return;
    }
    for killed in [false, true] {
        World::sqlite().run(async |world| {
            let data = world.folder.join("data");
            let store = world.open().await;
            publish(&store, 2).await;
            if killed {
                // The state that a killed process leaves behind: with a write-ahead log.
                fs::create_dir(world.folder.join("copy")).unwrap();
                for file in fs::read_dir(&data).unwrap() {
                    let file = file.unwrap();
                    fs::copy(file.path(), world.folder.join("copy").join(file.file_name())).unwrap();
                }
                assert!(exists(&world.folder.join("copy/thuocdo.sqlite-wal")));
                store.close().await;
                fs::remove_dir_all(&data).unwrap();
                fs::rename(world.folder.join("copy"), &data).unwrap();
            } else {
                store.close().await;
            }
            let set_mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
            for file in fs::read_dir(&data).unwrap() {
                set_mode(&file.unwrap().path(), 0o444);
            }
            set_mode(&data, 0o555);
            set_mode(&world.folder, 0o755);
            let data = data.clone();
            tokio::task::spawn_blocking(move || as_nobody(&data)).await.unwrap();
            set_mode(&world.folder.join("data"), 0o755);
        });
    }
}

/// Runs the test again; as another user if this one is root, who can write anywhere.
fn as_nobody(folder: &Path) {
    // Other users cannot read the build folder.
    let program = folder.with_file_name("test");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new(program);
    let name = "sqlite::a_read_only_folder_can_be_read";
    command
        .args(["--exact", name, "--nocapture"])
        .env(FOLDER, folder)
        .current_dir("/");
    // All users can read a folder that root owns; any other owner cannot write it now either.
    if fs::metadata("/proc/self")
        .map(|m| std::os::unix::fs::MetadataExt::uid(&m))
        .unwrap_or(1)
        == 0
    {
        command.gid(65_534).uid(65_534);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

async fn read_only(folder: &Path) {
    assert!(fs::write(folder.join("probe"), "").is_err(), "this user may write here");
    let store = Store::open(&Location::Folder(folder.to_owned())).await.unwrap();
    assert!(store.read_only());
    store.ping().await.unwrap();
    assert_eq!(store.newest_number().await.unwrap(), 2);
    assert_eq!(store.files(2).await.unwrap().len(), 2);
    assert!(matches!(
        store.publish(new_edition(2, "x")).await,
        Err(StoreError::ReadOnly)
    ));
    assert!(matches!(store.prune_sessions().await, Err(StoreError::ReadOnly)));
    assert_eq!(store.verify().await.unwrap(), []);
    // A new store cannot be created in a read-only folder.
    let rejected = Store::open(&Location::Folder(folder.join("new"))).await;
    assert!(matches!(rejected.err(), Some(StoreError::ReadOnly)));
}
