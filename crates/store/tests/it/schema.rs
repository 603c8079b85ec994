//! The two schemas have the same tables and columns.

use sqlx::{Connection, PgConnection};
use store::Location;

use crate::world::{World, run};

type Column = (String, String, bool);

async fn sqlite_columns(world: &World) -> Vec<Column> {
    let sql = "SELECT t.name, c.name, c.\"notnull\" = 1 OR c.pk > 0 FROM sqlite_master t \
        JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' \
        AND t.name NOT LIKE '\\_%' ESCAPE '\\'";
    let mut columns: Vec<Column> = sqlx::query_as(sql).fetch_all(&mut world.outside().await).await.unwrap();
    columns.sort();
    columns
}

async fn postgres_columns(world: &World) -> Vec<Column> {
    let Location::Database(url) = &world.location else {
        unreachable!()
    };
    let sql = "SELECT table_name::text, column_name::text, is_nullable = 'NO' FROM information_schema.columns \
        WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'";
    let mut connection = PgConnection::connect(url).await.unwrap();
    let mut columns: Vec<Column> = sqlx::query_as(sql).fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    columns.sort();
    columns
}

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    let Some(postgres) = World::postgres() else { return };
    let sqlite = World::sqlite();
    run(async {
        for world in [&sqlite, &postgres] {
            world.create().await;
            world.open().await.close().await;
        }
        let columns = sqlite_columns(&sqlite).await;
        assert!(columns.len() > 60, "{columns:?}");
        assert_eq!(columns, postgres_columns(&postgres).await);
        sqlite.drop().await;
        postgres.drop().await;
    });
}

#[test]
fn migrations_are_numbered_alike() {
    let names = |folder: &str| {
        let folder = format!("{}/migrations/{folder}", env!("CARGO_MANIFEST_DIR"));
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
