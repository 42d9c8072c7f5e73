//! A fresh database for each test.

use genvej_server::clock::Clock;
use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    Sqlite,
    /// A database on the server that `GENVEJ_TEST_POSTGRES` names.
    Postgres,
}

/// A database that exists for one test.
pub struct Fresh {
    /// Its address.
    pub url: String,
    place: Place,
}

enum Place {
    File(#[expect(dead_code, reason = "removes the folder when dropped")] TempDir),
    Server { admin: String, name: String },
}

/// Makes one. `None` when there is no PostgreSQL here, which is said; in CI it is an error.
pub async fn fresh(kind: Kind) -> Option<Fresh> {
    match kind {
        Kind::Sqlite => {
            let folder = TempDir::new().expect("a folder");
            let url = format!("sqlite://{}", folder.path().join("test.sqlite").display());
            Some(Fresh { url, place: Place::File(folder) })
        }
        Kind::Postgres => {
            let Ok(admin) = std::env::var("GENVEJ_TEST_POSTGRES") else {
                assert!(std::env::var_os("CI").is_none(), "CI needs GENVEJ_TEST_POSTGRES");
                println!("skipped: GENVEJ_TEST_POSTGRES names no PostgreSQL server");
                return None;
            };
            let name = format!("test_{}", Clock::system().new_id().simple());
            run(&admin, &format!("CREATE DATABASE {name}")).await;
            let (server, _) = admin.rsplit_once('/').expect("an address with a database");
            let url = format!("{server}/{name}");
            Some(Fresh { url, place: Place::Server { admin, name } })
        }
    }
}

impl Fresh {
    /// Takes it away after a test that passed.
    pub async fn remove(self) {
        if let Place::Server { admin, name } = self.place {
            run(&admin, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

async fn run(admin: &str, statement: &str) {
    let connection = Database::connect(admin).await.expect("PostgreSQL answers");
    connection.execute_unprepared(statement).await.expect(statement);
    connection.close().await.expect("it closes");
}
