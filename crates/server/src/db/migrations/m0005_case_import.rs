//! Cases that come in a file: what the case system calls caseworkers, what it knows of closing and
//! extending, and where the rows of a file wait until all of them are there.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, boolean, date, date_null, json_null, string, string_null,
    timestamp_with_time_zone, uuid, uuid_null,
};

/// See the module.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(row().take()).await?;
        let columns = [
            ("caseworker", string_null("initials")),
            ("sickness_case", string_null("closing_reason")),
            ("sickness_case", string_null("extension_ground")),
            ("sickness_case", date_null("extended_on")),
            ("caseworker_change", string("cause").default("decision").to_owned()),
        ];
        for (table, column) in columns {
            let mut change = Table::alter().table(Alias::new(table)).to_owned();
            manager.alter_table(change.add_column(column).take()).await?;
        }
        manager.get_connection().execute_unprepared(INITIALS).await?;
        Ok(())
    }
}

/// Two caseworkers never have the same.
const INITIALS: &str = "CREATE UNIQUE INDEX caseworker_initials ON caseworker (lower(initials))";

fn row() -> TableCreateStatement {
    Table::create()
        .table("case_import_row")
        .col(uuid("import_id"))
        .col(big_integer("line"))
        .col(timestamp_with_time_zone("at"))
        .col(boolean("new_case"))
        .col(boolean("new_citizen"))
        .col(uuid("case_id"))
        .col(uuid("citizen_id"))
        .col(uuid("log_id"))
        .col(string("case_number"))
        .col(string("name"))
        .col(string_null("cpr"))
        .col(string_null("was_name"))
        .col(string_null("employer_name"))
        .col(uuid("caseworker_id"))
        .col(date("first_absence"))
        .col(date("opened_on"))
        .col(string_null("employer_cvr"))
        .col(date_null("expected_back"))
        .col(date_null("standby_since"))
        .col(date_null("closed_on"))
        .col(string_null("closing_reason"))
        .col(string_null("extension_ground"))
        .col(date_null("extended_on"))
        .col(uuid_null("was_caseworker_id"))
        .col(date_null("was_first_absence"))
        .col(date_null("was_opened_on"))
        .col(string_null("was_employer_cvr"))
        .col(date_null("was_expected_back"))
        .col(date_null("was_standby_since"))
        .col(date_null("was_closed_on"))
        .col(string_null("was_closing_reason"))
        .col(string_null("was_extension_ground"))
        .col(date_null("was_extended_on"))
        .col(uuid_null("change_id"))
        .col(uuid_null("message_id"))
        .col(json_null("message"))
        .col(string_null("message_once"))
        .primary_key(Index::create().col("import_id").col("line"))
        .to_owned()
}
