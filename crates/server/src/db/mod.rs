//! The one place that knows there are two databases. Every write goes through
//! [`Db::begin_write`]; nothing inside a transaction asks the pool for a second connection.

pub mod entities;
pub mod migrations;

use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection,
    DatabaseTransaction, DbErr, RuntimeErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait, sqlx,
};
use sea_orm_migration::MigratorTrait;
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::Instant;

/// How long SQLite itself waits for another process's write before `begin_write` asks again.
/// Short, because SQLite's waits grow longer the longer they last and would starve one process.
const SQLITE_BUSY: Duration = Duration::from_millis(50);
/// After this long without the write lock or a free connection a call is answered "busy".
const PATIENCE: Duration = Duration::from_secs(5);

/// Key of PostgreSQL's advisory lock around set-up; any constant will do.
const SETUP_LOCK: i64 = 0x67_65_6e_76_65_6a;

/// A municipality's database.
#[derive(Clone, Debug)]
pub struct Db {
    connection: DatabaseConnection,
    /// SQLite has one writer: waiting here is fair and holds no connection.
    writer: Option<Arc<Mutex<()>>>,
}

impl Db {
    /// Connects to `sqlite://FILE` or `postgres://…` with at most `pool_size` connections.
    ///
    /// # Errors
    /// When the address is not one of the two kinds, or the database does not answer.
    pub async fn connect(url: &str, pool_size: u32) -> Result<Self, DbErr> {
        let mut url = url.to_owned();
        let sqlite = url.starts_with("sqlite:");
        if sqlite && !url.contains("mode=") {
            url.push_str(if url.contains('?') { "&mode=rwc" } else { "?mode=rwc" });
        }
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(pool_size)
            .acquire_timeout(PATIENCE)
            .sqlx_logging(false)
            .map_sqlx_sqlite_opts(|options| {
                options
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(SQLITE_BUSY)
            });
        let connection = Database::connect(options).await?;
        let writer = sqlite.then(|| Arc::new(Mutex::new(())));
        Ok(Self { connection, writer })
    }

    /// A database that is nowhere but in this process's memory, and goes with its last user. One
    /// connection that never ends: it is the database.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub async fn in_memory() -> Result<Self, DbErr> {
        let mut options = ConnectOptions::new("sqlite::memory:");
        options
            .min_connections(1)
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(PATIENCE)
            .sqlx_logging(false);
        let connection = Database::connect(options).await?;
        Ok(Self { connection, writer: Some(Arc::default()) })
    }

    /// Brings the schema up to date. Safe to call from several processes at once.
    ///
    /// # Errors
    /// When a migration fails.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        migrations::migrate(self).await
    }

    /// Are all migrations applied? Only looks.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn is_migrated(&self) -> Result<bool, DbErr> {
        let read = &self.connection;
        let pending = migrations::Migrator::get_pending_migrations_read_only(read).await?;
        Ok(pending.is_empty())
    }

    /// For reading. Each query takes a connection and gives it back.
    pub fn read(&self) -> &DatabaseConnection {
        &self.connection
    }

    /// Begins a transaction that writes. On SQLite it holds the write lock from the start
    /// (`BEGIN IMMEDIATE`), so that nothing it has read can change before it commits.
    /// Dropped without [`WriteTx::commit`], it rolls back.
    ///
    /// # Errors
    /// When no connection or no write lock was to be had in five seconds.
    pub async fn begin_write(&self) -> Result<WriteTx, DbErr> {
        let turn = match &self.writer {
            Some(writer) => Some(
                tokio::time::timeout(PATIENCE, Arc::clone(writer).lock_owned())
                    .await
                    .map_err(|_| DbErr::ConnectionAcquire(sea_orm::ConnAcquireErr::Timeout))?,
            ),
            None => None,
        };
        let options = TransactionOptions {
            sqlite_transaction_mode: turn.as_ref().map(|_| SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let give_up = Instant::now() + PATIENCE;
        loop {
            match self.connection.begin_with_options(options).await {
                Ok(tx) => return Ok(WriteTx { tx, _turn: turn }),
                Err(error) if is_locked(&error) && Instant::now() < give_up => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// How many connections are open, and how many of them idle.
    pub fn pool(&self) -> (u32, u32) {
        let (open, idle) = match self.backend() {
            DatabaseBackend::Sqlite => {
                let pool = self.connection.get_sqlite_connection_pool();
                (pool.size(), pool.num_idle())
            }
            _ => {
                let pool = self.connection.get_postgres_connection_pool();
                (pool.size(), pool.num_idle())
            }
        };
        (open, u32::try_from(idle).unwrap_or(u32::MAX))
    }

    /// Begins a transaction that nobody else's set-up runs beside: migrations, demo data.
    /// Several processes may start at once; the others wait here.
    ///
    /// # Errors
    /// As [`Db::begin_write`].
    pub async fn begin_setup(&self) -> Result<WriteTx, DbErr> {
        let tx = self.begin_write().await?;
        if self.backend() == DatabaseBackend::Postgres {
            tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({SETUP_LOCK})")).await?;
        }
        Ok(tx)
    }

    /// Lets the database see how much it holds, after a great deal was written at once. PostgreSQL
    /// would look by itself in a minute, and plan as for a handful of rows until then; what SQLite
    /// does depends on its indexes alone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn take_stock(&self) -> Result<(), DbErr> {
        if self.backend() == DatabaseBackend::Postgres {
            self.connection.execute_unprepared("ANALYZE").await?;
        }
        Ok(())
    }

    /// Which kind of database it is.
    pub fn backend(&self) -> DatabaseBackend {
        self.connection.get_database_backend()
    }
}

/// A transaction that writes. Queries run on it as on a connection.
#[derive(Debug)]
pub struct WriteTx {
    tx: DatabaseTransaction,
    _turn: Option<OwnedMutexGuard<()>>,
}

impl WriteTx {
    /// Makes everything written durable.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn commit(self) -> Result<(), DbErr> {
        self.tx.commit().await
    }

    /// Takes everything back now, rather than when dropped: the lock is free on return.
    ///
    /// # Errors
    /// When the database cannot.
    pub async fn rollback(self) -> Result<(), DbErr> {
        self.tx.rollback().await
    }
}

impl Deref for WriteTx {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &Self::Target {
        &self.tx
    }
}

/// Is this SQLite saying that another process is writing?
fn is_locked(error: &DbErr) -> bool {
    let (DbErr::Conn(RuntimeErr::SqlxError(source))
    | DbErr::Exec(RuntimeErr::SqlxError(source))
    | DbErr::Query(RuntimeErr::SqlxError(source))) = error
    else {
        return false;
    };
    // 5 is SQLITE_BUSY; its extended codes (recovery, snapshot) carry it in the low byte.
    matches!(&**source, sqlx::Error::Database(database)
        if database.code().is_some_and(|code| code.parse::<u32>().is_ok_and(|code| code & 0xff == 5)))
}
